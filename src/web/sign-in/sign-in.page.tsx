import type { DemoAccount } from '../../accounts/demo-accounts.types.js';
import type { ShownProvider } from '../../single-sign-on/single-sign-on.types.js';
import { withQuery } from '../kit/address.js';
import { useView } from '../kit/view.js';
import { Button, ButtonLink, Card, Notice } from '../ui/blocks.js';
import { Table } from '../ui/data-blocks.js';
import { type AnyForm, TextField } from '../ui/form-fields.js';
import { ErrorSummary } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';

export interface SignInPageProps {
  form: AnyForm;
  /** Where the visitor wanted to go. */
  returnTo?: string;
  /** The identity providers of schools, each with its link. */
  providers: readonly ShownProvider[];
  /** To prove it again: a provider asks anew, and does not only remember. */
  afresh?: boolean;
  /** Signed out here, of a session that began at this provider. */
  signedOut?: ShownProvider;
  /** Only in the demo. */
  demo: readonly DemoAccount[];
}

/** Login and password; in the demo also the people one can be. */
export function SignInPage({ form, returnTo, providers, afresh, signedOut, demo }: SignInPageProps) {
  const { t } = useView();
  return (
    <Layout title={t('sign-in.title')} width={demo.length > 0 ? 'text' : 'narrow'} fault={!form.valid} translated>
      <h1 class="govuk-heading-l">{t('sign-in.title')}</h1>
      <ErrorSummary form={form} />
      {signedOut && <SignedOut provider={signedOut} />}
      {providers.length > 0 && <Providers providers={providers} returnTo={returnTo} afresh={afresh} />}
      <Card title={providers.length > 0 ? t('sign-on.or') : undefined}>
        <form method="post" action="/aanmelden" novalidate>
          {returnTo && <input type="hidden" name="terug" value={returnTo} />}
          <TextField
            form={form}
            name="username"
            label={t('sign-in.username')}
            hint={t('sign-in.username-hint')}
            autocomplete="username"
            spellcheck={false}
          />
          <TextField
            form={form}
            name="password"
            type="password"
            label={t('sign-in.password')}
            autocomplete="current-password"
          />
          <Button wide>{t('sign-in.submit')}</Button>
        </form>
        <p>
          <a href="/wachtwoord-vergeten">{t('forgotten.link')}</a>
        </p>
      </Card>
      <Card id="eerste-keer" title={t('sign-in.first-time')}>
        <p>{t('sign-in.first-time-text')}</p>
        <p>
          <ButtonLink href="/activeren" tone="secondary">
            {t('sign-in.have-code')}
          </ButtonLink>
        </p>
        <p class="app-muted">{t('sign-in.no-letter')}</p>
      </Card>
      {demo.length > 0 && <DemoLogins accounts={demo} />}
    </Layout>
  );
}

/** A link each: no form may send a browser to another site. */
function Providers({ providers, returnTo, afresh }: Pick<SignInPageProps, 'providers' | 'returnTo' | 'afresh'>) {
  const { t } = useView();
  return (
    <Card>
      <div class="app-providers">
        {providers.map(({ id, name }) => (
          <ButtonLink
            key={id}
            href={withQuery(`/aanmelden/met/${id}`, { terug: returnTo, opnieuw: afresh ? 1 : undefined })}
          >
            {t('sign-on.with', { name })}
          </ButtonLink>
        ))}
      </div>
    </Card>
  );
}

function SignedOut({ provider: { id, name } }: { provider: ShownProvider }) {
  const { t } = useView();
  return (
    <Notice title={t('sign-on.signed-out', { name })}>
      <a href={`/aanmelden/met/${id}/uit`}>{t('sign-on.sign-out-there', { name })}</a>
    </Notice>
  );
}

/** The invented people of the demo, each to sign in as in one press. Dutch, like the region. */
const DemoLogins = ({ accounts }: { accounts: readonly DemoAccount[] }) => (
  <div lang="nl">
    <Card
      id="demo"
      title="Probeer het als…"
      intro="Dit is een demo. Alle scholen en mensen zijn verzonnen; vul hier niets over echte leerlingen in."
    >
      <Table
        caption="Inlognamen van de demo"
        columns={[
          { head: 'Rol', cell: ({ role }) => <RoleName role={role} />, heading: true },
          { head: 'Inloggen', cell: (account) => <DemoButton {...account} /> },
          { head: 'School', cell: ({ school }) => school },
          { head: 'Gebruikersnaam', cell: ({ username }) => username },
          { head: 'Wachtwoord', cell: ({ password }) => password },
        ]}
        rows={accounts}
        rowKey={({ username }) => username}
      />
      <p>
        Er gaat geen mail de deur uit. Wat gemaild zou worden, staat in de <a href="/postbus">postbus</a>.
      </p>
    </Card>
  </div>
);

const RoleName = ({ role }: { role: string }) => {
  const view = useView().in('nl');
  return <>{view.text(`role.${role}`)}</>;
};

const DemoButton = ({ username, password }: DemoAccount) => (
  <form method="post" action="/aanmelden">
    <input type="hidden" name="username" value={username} />
    <input type="hidden" name="password" value={password} />
    <button class="app-link-button">
      Log in<span class="govuk-visually-hidden"> als {username}</span>
    </button>
  </form>
);
