import type { ShownText } from '../../consent-texts/consent-texts.types.js';
import { useView } from '../kit/view.js';
import { Details } from '../ui/blocks.js';

export interface ConsentTextProps {
  text: ShownText | null;
  /** Version of a text that was not kept. */
  version?: string;
  /** Where the page is, to read the text in another language. */
  path: string;
  /** Tells it from others on the page, to come back to. */
  of?: string;
}

/** What people agree to, in a language of their choice, with its version. */
export function ConsentText({ text, version, path, of }: ConsentTextProps) {
  const { t, url } = useView();
  if (!text)
    return (
      <Details summary={t('consent.text')}>
        <p>{t('consent.text.older')}</p>
        {version && <p class="app-muted">{t('consent.text.version', { version })}</p>}
      </Details>
    );
  return (
    <div id={anchorOf(of)}>
      <Details summary={t('consent.text')} open={/[?&]tekst=/.test(url)}>
        <TextLanguages text={text} path={path} of={of} />
        <TextBody text={text} />
        <p class="app-muted">{t('consent.text.version', { version: text.version })}</p>
      </Details>
    </div>
  );
}

const anchorOf = (of?: string): string => (of ? `afspraak-${of}` : 'afspraak');

/** The words themselves, in their own direction. */
export const TextBody = ({
  text: { language, direction, title, paragraphs },
}: {
  text: Pick<ShownText, 'language' | 'direction' | 'title' | 'paragraphs'>;
}) => (
  <div class="app-consent-text" lang={language} dir={direction}>
    <p class="govuk-heading-s">{title}</p>
    <ul>
      {paragraphs.map((paragraph) => (
        <li key={paragraph}>{paragraph}</li>
      ))}
    </ul>
  </div>
);

/** The languages in which a text can be read; the one on the screen is marked. */
export function TextLanguages({ text, path, of }: { text: ShownText; path: string; of?: string }) {
  const { t } = useView();
  if (text.languages.length < 2) return null;
  return (
    <nav class="app-languages" aria-label={t('consent.text.languages')}>
      <ul>
        {text.languages.map(({ language, languageName, direction }) => (
          <li key={language}>
            <a
              href={`${path}?tekst=${language}#${anchorOf(of)}`}
              lang={language}
              dir={direction}
              hreflang={language}
              aria-current={language === text.language ? 'true' : undefined}
            >
              {languageName}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
