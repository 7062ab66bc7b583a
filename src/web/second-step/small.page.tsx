import { useView } from '../kit/view.js';
import { Button, Card, PageHeader } from '../ui/blocks.js';
import { Layout } from '../ui/layout.js';
import { type Kept, SentAgain } from './kept.js';

/** Proved again: now the form can go where it was going. */
export const SendAgainPage = ({ kept }: { kept: Kept }) => (
  <Layout title="Verstuur wat je invulde" width="narrow">
    <PageHeader title="Bijna klaar" lead="De code klopt. Verstuur nu wat je had ingevuld." />
    <Card>
      <form method="post" action={kept.to}>
        <SentAgain kept={kept} />
        <Button wide>Verstuur</Button>
      </form>
    </Card>
  </Layout>
);

/** Who has no second step proves it by signing in again. */
export function SignInAgainPage({ returnTo }: { returnTo: string }) {
  const { t } = useView();
  return (
    <Layout title={t('again.title')} width="narrow" translated>
      <PageHeader title={t('again.title')} lead={t('again.lead')} />
      <Card>
        <form method="post" action="/afmelden">
          <input type="hidden" name="terug" value={returnTo} />
          <Button wide>{t('again.title')}</Button>
        </form>
      </Card>
    </Layout>
  );
}
