import { CONSENT_TEXT_VERSION } from '../../consent/consent.types.js';
import { useView } from '../kit/view.js';
import { Details } from '../ui/blocks.js';

/** What people agree to, with its version; a share that was given on an older text says which. */
export function ConsentText({ school, version = CONSENT_TEXT_VERSION }: { school: string; version?: string }) {
  const { t } = useView();
  return (
    <Details summary={t('consent.text')}>
      {version === CONSENT_TEXT_VERSION ? <CurrentText school={school} /> : <p>{t('consent.text.older')}</p>}
      <p class="app-muted">{t('consent.text.version', { version })}</p>
    </Details>
  );
}

/** The text of version 2026-11. Another text is another version. */
function CurrentText({ school }: { school: string }) {
  const { t } = useView();
  return (
    <ul>
      <li>{t('consent.text.what', { school })}</li>
      <li>{t('consent.text.who')}</li>
      <li>{t('consent.text.until')}</li>
      <li>{t('consent.text.withdraw')}</li>
      <li>{t('consent.text.free')}</li>
    </ul>
  );
}
