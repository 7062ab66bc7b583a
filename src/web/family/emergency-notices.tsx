import type { EmergencyNotice } from '../../emergency-access/emergency.types.js';
import { useView } from '../kit/view.js';
import { Notice } from '../ui/blocks.js';

/** Someone opened the details in an emergency: told on the first page, for two weeks. */
export function EmergencyNotices(p: {
  notices: readonly EmergencyNotice[];
  reader: 'pupil' | 'guardian';
  looked: string;
}) {
  const { t, text, words } = useView();
  if (p.notices.length === 0) return null;
  return (
    <Notice tone="attention" title={t('emergency.title')}>
      {p.notices.map(({ openedAt, who, role, school }) => (
        <p key={openedAt.toISOString() + who}>
          {t(`emergency.${p.reader}`, {
            who,
            role: text(`role.${role}`, {}, 'role.staff'),
            school,
            when: words.dateTime(openedAt),
          })}
        </p>
      ))}
      <p>
        {t('emergency.ask')} <a href={p.looked}>{t('home.looked')}</a>
      </p>
    </Notice>
  );
}
