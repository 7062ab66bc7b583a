import type { GuardedChild } from '../../pupils/relations.reader.js';
import type { LookedPage } from '../../who-looked/who-looked.types.js';
import { LookedList } from '../family/looked.js';
import { useView } from '../kit/view.js';
import { Details, PageHeader } from '../ui/blocks.js';
import { Layout } from '../ui/layout.js';
import { ChildTabs } from './child-tabs.js';

export function ChildLookedPage(p: { child: GuardedChild; page: LookedPage; own: boolean }) {
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
    </Layout>
  );
}
