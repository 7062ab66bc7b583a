import type { AuditReceiptResponse } from '../../who-looked/who-looked.dto.js';
import type { LookedPage as Page } from '../../who-looked/who-looked.types.js';
import type { LookedQuery } from '../family/looked-query.js';
import { LookedList } from '../family/looked.js';
import { ReceiptCard } from '../family/receipt-card.js';
import type { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { Details, PageHeader } from '../ui/blocks.js';
import { Layout } from '../ui/layout.js';

export interface LookedPageProps {
  page: Page;
  own: boolean;
  receipt: AuditReceiptResponse;
  query: Form<LookedQuery>;
}

export function LookedPage({ page, own, receipt, query }: LookedPageProps) {
  const { t } = useView();
  return (
    <Layout title={t('looked.heading')} translated>
      <PageHeader title={t('looked.heading')} lead={t('looked.lead')} />
      <LookedList page={page} path="/mijn/wie-keek" own={own} reader="pupil" />
      <Details summary={t('looked.strange')}>
        <p>{t('looked.strange-text')}</p>
      </Details>
      <ReceiptCard receipt={receipt} query={query} path="/mijn/wie-keek" />
    </Layout>
  );
}
