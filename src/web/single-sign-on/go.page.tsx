import type { ShownProvider } from '../../single-sign-on/single-sign-on.types.js';
import { useView } from '../kit/view.js';
import { ButtonLink, Card, PageHeader } from '../ui/blocks.js';
import { Layout } from '../ui/layout.js';

/** Between a form of ours and another site: no form may send a browser elsewhere, a link may. */
export function GoPage({ provider: { id, name } }: { provider: ShownProvider }) {
  const { t } = useView();
  return (
    <Layout
      title={t('sign-on.go', { name })}
      width="narrow"
      back={{ href: '/account', text: t('sign-on.to-account') }}
      translated
    >
      <PageHeader title={t('sign-on.go', { name })} lead={t('sign-on.go-lead', { name })} />
      <Card>
        <ButtonLink href={`/aanmelden/met/${id}?koppelen=1`}>{t('sign-on.go', { name })}</ButtonLink>
      </Card>
    </Layout>
  );
}
