import { inGroups } from '../../platform/readable-code.rules.js';
import type { NewSecret } from '../../second-factor/second-factor.types.js';
import { Button, Card, Details, PageHeader } from '../ui/blocks.js';
import { type AnyForm, TextField } from '../ui/form-fields.js';
import { ErrorSummary } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { Qr } from '../ui/qr.js';

export interface SetUpPageProps {
  form: AnyForm;
  made: NewSecret;
  /** In place of the present one, from the page of the account; else the first time. */
  replaces: boolean;
  returnTo?: string;
}

/** An app on the phone becomes the second step: scan, and type the first code. */
export function SetUpPage({ form, made, replaces, returnTo }: SetUpPageProps) {
  return (
    <Layout
      title="Stel je tweede stap in"
      fault={!form.valid}
      back={replaces ? { href: '/account', text: 'Mijn account' } : undefined}
    >
      <PageHeader
        title="Stel je tweede stap in"
        lead={
          replaces
            ? 'De nieuwe app komt in de plaats van de oude. Op andere apparaten word je uitgelogd.'
            : 'Jij kunt gegevens van leerlingen lezen of beheren. Daarom log je in met je wachtwoord én een code van je telefoon. Dit doe je één keer.'
        }
      />
      <ErrorSummary form={form} />
      <Card id="app" title="1. Zet een app op je telefoon">
        <p>
          Je hebt een app nodig die codes maakt. Heb je er al een voor school of werk? Dan kun je die gebruiken. Anders
          zoek je in de winkel van je telefoon op ‘authenticator’.
        </p>
      </Card>
      <Card id="scannen" title="2. Scan deze code met de app">
        <Qr text={made.uri} label="QR-code voor je app. De sleutel als tekst staat hieronder." />
        <Details summary="Scannen lukt niet">
          <p>Kies in de app voor zelf invullen, en typ deze sleutel over:</p>
          <p>
            <code class="app-secret">{inGroups(made.secret)}</code>
          </p>
        </Details>
      </Card>
      <Card id="eerste-code" title="3. Vul de code in die de app nu laat zien">
        <form method="post" action="/tweede-stap/instellen" novalidate>
          <input type="hidden" name="enrolment" value={made.enrolment} />
          {replaces && <input type="hidden" name="vervangt" value="ja" />}
          {returnTo && <input type="hidden" name="terug" value={returnTo} />}
          <TextField
            form={form}
            name="code"
            label="Code"
            hint="Zes cijfers, bij de naam Doorstroomdossier."
            autocomplete="one-time-code"
            inputmode="numeric"
            width="10"
            spellcheck={false}
          />
          <Button>Bewaar</Button>
        </form>
      </Card>
    </Layout>
  );
}
