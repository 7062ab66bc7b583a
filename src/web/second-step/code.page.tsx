import { Button, Card, Notice, PageHeader } from '../ui/blocks.js';
import { type AnyForm, TextField } from '../ui/form-fields.js';
import { ErrorSummary } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { type Kept, KeptFields } from './kept.js';

export interface CodePageProps {
  form: AnyForm;
  /** Where the visitor was going. */
  returnTo?: string;
  /** What was typed in a form that asks for a fresh proof. */
  kept?: Kept;
  /** Only in the demo: the code of this moment; null when it was used already. */
  demoCode?: string | null;
}

/** The code of the second step: after signing in, or again for what asks for a fresh proof. */
export function CodePage({ form, returnTo, kept, demoCode }: CodePageProps) {
  return (
    <Layout title="De tweede stap" width="narrow" fault={!form.valid}>
      <PageHeader title="De tweede stap" lead="Open de app op je telefoon en neem de code over." />
      <ErrorSummary form={form} />
      {kept && (
        <Notice tone="good" title="Wat je invulde, is er nog">
          Je gaf je laatste code meer dan een kwartier geleden. Geef eerst een nieuwe. Daarna verstuur je wat je had
          ingevuld.
        </Notice>
      )}
      <Card>
        <form method="post" action="/tweede-stap" novalidate>
          {returnTo && <input type="hidden" name="terug" value={returnTo} />}
          {kept && <KeptFields kept={kept} />}
          <TextField
            form={form}
            name="code"
            label="Code"
            hint="Zes cijfers. Telefoon kwijt? Vul dan een van je herstelcodes in."
            autocomplete="one-time-code"
            width="20"
            spellcheck={false}
          />
          <Button wide>Ga verder</Button>
        </form>
      </Card>
      {demoCode !== undefined && <DemoCode code={demoCode} />}
      <p class="app-muted">
        Ook je herstelcodes kwijt? Vraag de beheerder van je school om je tweede stap weg te halen. Je stelt dan een
        nieuwe in.
      </p>
    </Layout>
  );
}

const DemoCode = ({ code }: { code: string | null }) => (
  <Notice title="Dit is een demo">
    {code === null ? (
      'De code van dit moment is al gebruikt. Laad deze pagina over een halve minuut opnieuw.'
    ) : (
      <>
        In het echt staat de code op je telefoon. Nu is het: <strong>{code}</strong>
      </>
    )}
  </Notice>
);
