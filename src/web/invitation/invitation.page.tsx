import type { InvitedResponse } from '../../invitations/invitations.dto.js';
import type { Actor } from '../../platform/access/actor.js';
import { useView } from '../kit/view.js';
import { Button, ButtonLink, Card, Notice, PageHeader } from '../ui/blocks.js';
import { type AnyForm, TextField } from '../ui/form-fields.js';
import { ErrorSummary } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';

/** Where the link of the message leads. Opening it does nothing yet: scanners of mail open links too. */
export const OpenPage = ({ form }: { form: AnyForm }) => (
  <Layout title="Je bent uitgenodigd" width="narrow" fault={!form.valid}>
    <PageHeader title="Je bent uitgenodigd" lead="Een school nodigt je uit om met het Doorstroomdossier te werken." />
    <ErrorSummary form={form} />
    <Card>
      <form method="post" action="/uitnodiging" novalidate>
        <CodeField form={form} />
        <Button wide>Verder</Button>
      </form>
    </Card>
  </Layout>
);

export interface InvitedPageProps {
  invited: InvitedResponse;
  code: string;
  form: AnyForm;
  /** `yyyy-mm-dd` */
  today: string;
}

/** Which school invites, and the ways to take it up. */
export function InvitedPage({ invited, code, form, today }: InvitedPageProps) {
  const { words, user } = useView().in('nl');
  const { schoolName, roles, begins } = invited;
  return (
    <Layout title={`Uitnodiging van ${schoolName}`} width="text" fault={!form.valid}>
      <PageHeader
        title={`Uitnodiging van ${schoolName}`}
        lead={`Je wordt daar ${roles.map((role) => words.t(`role.${role}`)).join(' en ')}.`}
      />
      <ErrorSummary form={form} />
      {begins > today && (
        <Notice title={`Vanaf ${words.date(begins)}`}>
          <p>Je kunt nu al een wachtwoord kiezen. Inloggen kan vanaf die dag.</p>
        </Notice>
      )}
      {user && user.kind !== 'pupil' ? (
        <Join user={user} schoolName={schoolName} code={code} />
      ) : (
        <>
          <NewAccount form={form} code={code} />
          <HasAccount />
        </>
      )}
    </Layout>
  );
}

const Join = ({ user, schoolName, code }: { user: Actor; schoolName: string; code: string }) => (
  <Card id="toevoegen" title={`Toevoegen aan het account van ${user.name}`}>
    <p>
      Je bent ingelogd als {user.name}
      {user.schoolName && ` van ${user.schoolName}`}. Je houdt één account en één wachtwoord, en kiest na het inloggen
      waar je werkt. De beheerder van {schoolName} ziet dan je naam, je e-mailadres en je gebruikersnaam.
    </p>
    <form method="post" action="/uitnodiging/toevoegen">
      <input type="hidden" name="code" value={code} />
      <Button>Voeg {schoolName} toe aan mijn account</Button>
    </form>
    <p class="app-muted">
      Ben je iemand anders, of wil je liever een apart account? Log dan eerst uit en open de link uit de mail opnieuw.
    </p>
  </Card>
);

const NewAccount = ({ form, code }: { form: AnyForm; code: string }) => (
  <Card id="wachtwoord" title="Nieuw hier? Kies een wachtwoord">
    <form method="post" action="/uitnodiging/wachtwoord" novalidate>
      <input type="hidden" name="code" value={code} />
      <TextField
        form={form}
        name="password"
        type="password"
        label="Wachtwoord"
        hint="Minstens 10 tekens. Vier losse woorden is een goed wachtwoord, en makkelijk te onthouden."
        autocomplete="new-password"
      />
      <Button>Bewaar en log in</Button>
    </form>
  </Card>
);

const HasAccount = () => (
  <Card id="account" title="Heb je al een account bij een andere school, of als ouder?">
    <p>Log daarmee in. Daarna voeg je deze uitnodiging toe, en houd je één account voor alles.</p>
    <ButtonLink href="/aanmelden?terug=/uitnodiging" tone="secondary">
      Log eerst in
    </ButtonLink>
    <p class="app-muted">Kom je hierna niet vanzelf terug? Open de link uit de mail dan nog eens.</p>
  </Card>
);

const CodeField = ({ form }: { form: AnyForm }) => (
  <TextField
    form={form}
    name="code"
    label="Code uit de mail"
    hint="Staat hier nog niets? Plak de code of de hele link uit de mail."
    autocomplete="one-time-code"
    spellcheck={false}
    fromLink="code"
    keep
  />
);
