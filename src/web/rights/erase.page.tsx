import type { ErasureRequestResponse } from '../../erasure/erasure.dto.js';
import { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { Card, Notice, PageHeader, SummaryList, type SummaryRow, Tag } from '../ui/blocks.js';
import { Confirm } from '../ui/data-blocks.js';
import { type AnyForm, TextArea } from '../ui/form-fields.js';
import { ErrorSummary, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import type { Whose } from './whose.js';

/** Asking to be forgotten. */
export function ErasePage({ whose, form }: { whose: Whose; form: AnyForm }) {
  const { t } = useView();
  const back = `${whose.home}/rechten`;
  return (
    <Layout title={t('erase.title')} fault={!form.valid} back={{ href: back, text: t('rights.title') }} translated>
      <ErrorSummary form={form} />
      <PageHeader title={t('erase.title')} lead={t(whose.child ? 'erase.lead-child' : 'erase.lead')} />
      <Notice title={t('erase.must-stay')}>
        <p>{t('erase.must-stay-text')}</p>
      </Notice>
      <Notice icon="folder">
        <p>
          {t('erase.copy-first')} <a href={`${whose.home}/kopie`}>{t('rights.copy-see')}</a>
        </p>
      </Notice>
      <form method="post" novalidate data-guarded>
        <HiddenFields form={form} />
        <Card>
          <TextArea form={form} name="words" label={t('erase.words')} hint={t('erase.words-hint')} maxlength={500} />
        </Card>
        <SaveBar save={t('erase.send')} cancel={{ href: back }} />
      </form>
    </Layout>
  );
}

/** What was asked, and what the school decided, newest first. */
export function EraseRequests({ requests, home }: { requests: readonly ErasureRequestResponse[]; home: string }) {
  const { t, words } = useView();
  return (
    <>
      {requests.map((request) => {
        const open = request.outcome === null && request.withdrawnOn === null;
        const state = request.withdrawnOn ? 'withdrawn' : (request.outcome ?? 'open');
        const rows: SummaryRow[] = [
          [t('erase.words-were'), request.words],
          [t('rectify.asked'), words.date(request.askedOn)],
        ];
        if (open) rows.push([t('rectify.due'), words.date(request.dueOn)]);
        if (request.outcome === 'part')
          rows.push([t('erase.gone'), request.parts.map((part) => t(`erase.part.${part}`)).join(', ')]);
        if (request.decidedOn) rows.push([t('erase.decided'), words.date(request.decidedOn)]);
        if (request.answer) rows.push([t('rectify.answer'), request.answer]);
        return (
          <section key={request.id} class="app-request">
            <h3 class="govuk-heading-s">
              {t('erase.request')} <Tag colour={colours[state]}>{t(`erase.state.${state}`)}</Tag>
            </h3>
            <SummaryList rows={rows} />
            {open && (
              <Confirm
                summary={t('rectify.withdraw')}
                question={t('rectify.withdraw-question')}
                action={`${home}/rechten/wissen/${request.id}/intrekken`}
                button={t('rectify.withdraw-button')}
              >
                <HiddenFields form={Form.of()} />
              </Confirm>
            )}
          </section>
        );
      })}
    </>
  );
}

const colours = { open: 'purple', everything: 'grey', part: 'green', refused: 'red', withdrawn: 'grey' } as const;
