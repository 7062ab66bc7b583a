import type { Params, PlainKey } from '../i18n/message.types.js';
import { isMessageKey } from '../i18n/translator.js';
import { useView } from '../kit/view.js';
import { ButtonLink } from './blocks.js';
import { Layout } from './layout.js';
import { homeFor } from './nav.js';

export interface Refusal {
  status: number;
  code: string;
  params?: Params;
}

const own = [403, 404, 412, 413, 422, 429, 500, 503] as const;

/** These codes say no more than the page of their status. */
const general = [
  'forbidden',
  'not-found',
  'stale-version',
  'if-match-missing',
  'too-large',
  'too-many-requests',
  'invalid',
];

/** What went wrong in plain words, and what to do next. No code that only we understand. */
export function ErrorPage({ status, code, params }: Refusal) {
  const { t, text, user } = useView();
  const page = own.find((known) => known === status) ?? (status >= 500 ? 500 : status === 428 ? 412 : undefined);
  const says = (part: 'text' | 'next'): string | undefined => {
    const key = `page.${page}.${part}`;
    return isMessageKey(key) ? text(key) : undefined;
  };
  const title = t(page ? (`page.${page}.title` satisfies PlainKey) : 'page.other.title');
  const sentence = status < 500 && !general.includes(code) ? text(code, params) : undefined;
  const reason = sentence ?? says('text');
  // How long to wait is said once.
  const next = page === 429 && sentence ? undefined : says('next');
  return (
    <Layout title={title} translated={user !== undefined && user.kind !== 'staff'}>
      <div class="app-error-page">
        <h1 class="govuk-heading-l">{title}</h1>
        {reason && <p class="app-lead">{reason}</p>}
        {next && <p>{next}</p>}
        <p class="app-actions">
          <ButtonLink href={user ? homeFor(user) : '/'}>{t('app.home')}</ButtonLink>
          <a class="govuk-link" href="/hulp">
            {t('app.help')}
          </a>
        </p>
      </div>
    </Layout>
  );
}
