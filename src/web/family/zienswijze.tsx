import { useView } from '../kit/view.js';
import { Quote } from '../ui/blocks.js';

interface Said {
  wrong: string;
  shouldBe: string;
  /** `yyyy-mm-dd` */
  on: string;
  about?: 'activity' | 'remark';
}

/** How the pupil sees what the school stays with, beside it. Without a name it speaks to the pupil. */
export function Zienswijzen({ items, name }: { items: readonly Said[]; name?: string }) {
  const { t, words } = useView();
  return (
    <>
      {items.map(({ wrong, shouldBe, on, about }) => {
        const at = words.date(on);
        const who = name === undefined ? t('zienswijze.yours', { at }) : t('zienswijze.of', { name, at });
        return (
          <Quote key={on + wrong} by={about === 'remark' ? `${who} ${t('zienswijze.on-remark')}` : who}>
            {wrong} {t('zienswijze.should-be')} {shouldBe}
          </Quote>
        );
      })}
    </>
  );
}
