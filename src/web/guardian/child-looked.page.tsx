import type { GuardedChild } from '../../pupils/relations.reader.js';
import type { AuditReceiptResponse } from '../../who-looked/who-looked.dto.js';
import type { LookedPage } from '../../who-looked/who-looked.types.js';
import { LookedList } from '../family/looked.js';
import type { LookedQuery } from '../family/looked-query.js';
import { ReceiptCard } from '../family/receipt-card.js';
import type { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { Details, PageHeader } from '../ui/blocks.js';
import { Layout } from '../ui/layout.js';
import { ChildTabs } from './child-tabs.js';

export interface ChildLookedPageProps {
  child: GuardedChild;
  page: LookedPage;
  own: boolean;
  receipt: AuditReceiptResponse;
  query: Form<LookedQuery>;
}

export function ChildLookedPage(p: ChildLookedPageProps) {
  const { t } = useView();
  const title = t('guardian.looked', { name: p.child.givenName });
  const home = `/kind/${p.child.id}`;
  return (
    <Layout title={title} back={{ href: home, text: p.child.name }} translated>
      <PageHeader title={title} lead={t('guardian.looked-lead')} />
      <ChildTabs child={p.child} decidesAlone={false} />
      <LookedList page={p.page} path={`${home}/wie-keek`} own={p.own} reader="guardian" />
      <Details summary={t('looked.strange')}>
        <p>{t('guardian.looked-strange')}</p>
      </Details>
      <ReceiptCard receipt={p.receipt} query={p.query} path={`${home}/wie-keek`} />
    </Layout>
  );
}
