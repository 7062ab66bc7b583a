import type { LookedPage as Page } from '../../who-looked/who-looked.types.js';
import { LookedList } from '../family/looked.js';
import { useView } from '../kit/view.js';
import { Details, PageHeader } from '../ui/blocks.js';
import { Layout } from '../ui/layout.js';

export function LookedPage({ page, own }: { page: Page; own: boolean }) {
  const { t } = useView();
  return (
    <Layout title={t('looked.heading')} translated>
      <PageHeader title={t('looked.heading')} lead={t('looked.lead')} />
      <LookedList page={page} path="/mijn/wie-keek" own={own} reader="pupil" />
      <Details summary={t('looked.strange')}>
        <p>{t('looked.strange-text')}</p>
      </Details>
    </Layout>
  );
}
