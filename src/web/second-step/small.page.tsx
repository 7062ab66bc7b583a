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
export const SignInAgainPage = ({ returnTo }: { returnTo: string }) => (
  <Layout title="Log opnieuw in" width="narrow">
    <PageHeader
      title="Log opnieuw in"
      lead="Je logde meer dan een kwartier geleden in. Voor deze stap willen we zeker weten dat jij het bent."
    />
    <Card>
      <form method="post" action="/afmelden">
        <input type="hidden" name="terug" value={returnTo} />
        <Button wide>Log opnieuw in</Button>
      </form>
    </Card>
  </Layout>
);
