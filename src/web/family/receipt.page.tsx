import type { ReceiptAnswer, ReceiptFacts, ReceiptResponse } from '../../consent-papers/receipt.dto.js';
import { useView } from '../kit/view.js';
import { ButtonLink, PageHeader, SummaryList, type SummaryRow } from '../ui/blocks.js';
import { PrintButton, Sheet } from '../ui/data-blocks.js';
import { Layout } from '../ui/layout.js';
import { TextBody } from './consent-text.js';
import { inWords } from './words.js';

export interface ReceiptPageProps {
  found: ReceiptResponse;
  back: { href: string; text: string };
}

/** Where the receipt of a share is, from the page on which the share stands. */
export const receiptPath = (path: string, id: string): string => `${path}/${id}/bewijs`;

/** To a receipt, from a share or from what was shared before. */
export function ReceiptLink({ path, id, school }: { path: string; id: string; school: string }) {
  const { t } = useView();
  return (
    <a href={receiptPath(path, id)}>
      {t('receipt.link')}
      <span class="govuk-visually-hidden"> {t('receipt.link-for', { school })}</span>
    </a>
  );
}

/** What a share came to, on a page that prints as it stands. */
export function ReceiptPage({ found: { receipt, fingerprint }, back }: ReceiptPageProps) {
  const { t } = useView();
  return (
    <Layout title={t('receipt.title')} back={back} print translated>
      <PageHeader
        title={t('receipt.title')}
        lead={t('receipt.lead')}
        actions={
          <>
            <PrintButton>{t('receipt.print')}</PrintButton>
            <ButtonLink href={`/api/v1/consents/${receipt.id}/receipt`} tone="secondary" icon="download" download>
              {t('receipt.download')}
            </ButtonLink>
          </>
        }
      />
      <Sheet>
        <h2 class="govuk-heading-m">{t('receipt.title')}</h2>
        <Facts receipt={receipt} />
        <h3 class="govuk-heading-s">{t('receipt.answers')}</h3>
        {receipt.answers.length === 0 && <p>{t('receipt.answers-none')}</p>}
        <ul class="govuk-list app-receipt-answers">
          {receipt.answers.map((answer) => (
            <Answer key={answer.at + answer.name} answer={answer} receipt={receipt} />
          ))}
        </ul>
        <h3 class="govuk-heading-s">{t('receipt.text')}</h3>
        {receipt.texts.map((text) => (
          <section key={text.version + text.language}>
            <TextBody text={text} />
            <p class="app-muted">{t('receipt.text-version', { version: text.version, language: text.languageName })}</p>
          </section>
        ))}
        <h3 class="govuk-heading-s">{t('receipt.fingerprint')}</h3>
        <p class="app-fingerprint">{fingerprint}</p>
        <p class="app-muted">{t('receipt.fingerprint-text')}</p>
      </Sheet>
    </Layout>
  );
}

function Facts({ receipt }: { receipt: ReceiptFacts }) {
  const view = useView();
  const { t, text, words } = view;
  const rows: (SummaryRow | null)[] = [
    [t('receipt.pupil'), receipt.pupil],
    [t('receipt.from'), receipt.homeSchool],
    [t('receipt.to'), receipt.receivingSchool],
    [t('receipt.sections'), inWords(view, receipt.sections)],
    [t('receipt.purpose'), text(`purpose.${receipt.purpose}`)],
    [t('receipt.basis'), t('receipt.basis.consent')],
    receipt.askedAt ? [t('receipt.asked'), words.dateTime(receipt.askedAt)] : null,
    [t('receipt.since'), receipt.inForceSince ? words.dateTime(receipt.inForceSince) : t('receipt.not-in-force')],
    [t('receipt.ends'), words.date(receipt.endsAt)],
    receipt.withdrawal
      ? [
          t('receipt.withdrawn'),
          t('receipt.withdrawn-by', {
            date: words.dateTime(receipt.withdrawal.at),
            name: receipt.withdrawal.name || t('receipt.guardian'),
          }),
        ]
      : null,
    [t('receipt.number'), receipt.id],
  ];
  return <SummaryList rows={rows.filter((row) => row !== null)} />;
}

function Answer({ answer, receipt }: { answer: ReceiptAnswer; receipt: ReceiptFacts }) {
  const { t, words, locale } = useView();
  const name = answer.name || t('receipt.guardian');
  const language = receipt.texts.find((text) => text.language === answer.textLanguage)?.languageName;
  const date = words.dateTime(answer.at);
  const names = new Intl.ListFormat(locale).format(answer.recordedBy);
  return (
    <li>
      <strong>{t(answer.agreed ? 'receipt.said-yes' : 'receipt.said-no', { name })}</strong>
      <br />
      {answer.how === 'paper'
        ? t('receipt.paper', { date, signed: words.date(answer.signedOn ?? ''), names })
        : t('receipt.self', { date })}
      {language && answer.textVersion && <>; {t('receipt.read', { version: answer.textVersion, language })}</>}
      {answer.replacedAt && (
        <>
          <br />
          <span class="app-muted">{t('receipt.replaced', { date: words.dateTime(answer.replacedAt) })}</span>
        </>
      )}
    </li>
  );
}
