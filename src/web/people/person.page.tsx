import type { InvitationResponse } from '../../invitations/invitations.dto.js';
import type { NewRoleRequest, StaffResponse, StaffRoleResponse } from '../../people/people.dto.js';
import { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { Button, Card, DateText, Details, Notice, PageHeader, SummaryList, Tag } from '../ui/blocks.js';
import { Confirm, Table } from '../ui/data-blocks.js';
import { Radios } from '../ui/form-choices.js';
import { type AnyForm, DateField, TextField } from '../ui/form-fields.js';
import { ErrorSummary, FieldGrid, HiddenFields } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { InvitationButtons, InvitationNotice } from './invitation-card.js';
import { AccountTag } from './list.page.js';
import { roleName, roleOptions } from './role-words.js';

export interface PersonPageProps {
  person: StaffResponse;
  /** What someone can be at this school. */
  roles: readonly NewRoleRequest['role'][];
  /** The form to give a role, or whichever form came back with faults. */
  form: AnyForm;
  invitation?: InvitationResponse;
  /** Whether there is a mail server. */
  mail: boolean;
}

/** One member of staff: roles, and whether he can sign in. */
export function PersonPage({ person, roles, form, invitation, mail }: PersonPageProps) {
  const { id, name, email, phone, account, mentor, teacher } = person;
  const { user } = useView();
  return (
    <Layout title={name} back={{ href: '/personen', text: 'Alle personen' }} fault={!form.valid} width="wide">
      <PageHeader
        title={name}
        tags={
          <>
            <AccountTag account={account} />
            {mentor && <Tag>mentor</Tag>}
            {teacher && <Tag>docent</Tag>}
          </>
        }
      />
      <ErrorSummary form={form} />
      <Card id="gegevens" title="Gegevens">
        <SummaryList
          rows={[
            ['E-mail', email ?? '–'],
            ['Telefoon', phone ?? '–'],
            ['Gebruikersnaam', account?.login ?? 'nog geen account'],
            ['Tweede stap', account?.secondFactor ? 'ingesteld' : 'nog niet ingesteld'],
          ]}
        />
        <Contact {...person} form={form} />
      </Card>
      <Card id="rollen" title="Rollen op deze school">
        <Table
          caption="Rollen"
          columns={[
            { head: 'Rol', cell: ({ role }) => roleName(role), heading: true },
            { head: 'Vanaf', cell: ({ from }) => <DateText at={from} short /> },
            { head: 'Tot en met', cell: ({ until }) => (until ? <DateText at={until} short /> : 'geen einde') },
            { head: 'Beëindigen', cell: (role) => <EndRole personId={id} {...role} /> },
          ]}
          rows={person.roles}
          rowKey={(role) => role.id}
        />
      </Card>
      {user?.id === id ? <OwnRoles /> : <GiveRole personId={id} roles={roles} form={form} />}
      <Account person={person} invitation={invitation} mail={mail} />
    </Layout>
  );
}

function EndRole({ personId, id, role, ended }: StaffRoleResponse & { personId: string }) {
  if (ended) return <span class="app-muted">voorbij</span>;
  return (
    <Confirm
      summary={`${roleName(role)} beëindigen…`}
      question="Zonder laatste dag werkt dit meteen: de volgende klik kan deze persoon niet meer wat bij de rol hoort. Doorgaan?"
      action={`/personen/${personId}/rollen/${id}/einde`}
      button="Beëindig de rol"
    >
      <DateField form={Form.of()} name="until" id={`einde-${id}`} label="Laatste dag" hint="Leeg: meteen." />
    </Confirm>
  );
}

/** Where the invitation goes, and how colleagues at other schools reach someone. */
function Contact({ id, email, phone, form }: StaffResponse & { form: AnyForm }) {
  const sent = form.text('email') !== '' || form.fault('email') !== undefined;
  const contact = sent ? form : Form.of({ email: email ?? '', phone: phone ?? '' });
  return (
    <Details summary="E-mail of telefoon wijzigen" open={sent}>
      <form method="post" action={`/personen/${id}/gegevens`} novalidate>
        <TextField
          form={contact}
          name="email"
          type="email"
          label="E-mailadres van school"
          hint="Een uitnodiging die nog open staat, werkt dan niet meer."
          autocomplete="off"
          spellcheck={false}
        />
        <TextField form={contact} name="phone" type="tel" label="Telefoon" optional width="20" autocomplete="off" />
        <Button tone="secondary">Bewaar</Button>
      </form>
    </Details>
  );
}

const OwnRoles = () => (
  <Card id="rol-geven" title="Een rol geven">
    <p>Een rol voor jezelf geeft een andere beheerder van je school.</p>
  </Card>
);

const GiveRole = ({ personId, roles, form }: { personId: string; roles: PersonPageProps['roles']; form: AnyForm }) => (
  <Card id="rol-geven" title="Een rol geven">
    <form method="post" action={`/personen/${personId}/rollen`} novalidate>
      <HiddenFields form={form} />
      <Radios form={form} name="role" label="Rol" options={roleOptions(roles)} small />
      <FieldGrid>
        <DateField form={form} name="from" label="Eerste dag" hint="Leeg: vandaag." optional />
        <DateField form={form} name="until" label="Laatste dag" hint="Leeg: tot je de rol beëindigt." optional />
      </FieldGrid>
      <Button>Geef de rol</Button>
    </form>
  </Card>
);

interface AccountProps {
  person: StaffResponse;
  invitation?: InvitationResponse;
  mail: boolean;
}

function Account({ person, invitation, mail }: AccountProps) {
  const { id, name, account } = person;
  if (account?.disabled)
    return (
      <Card id="account" title="Inloggen">
        <Notice tone="attention" title={`${name} kan niet inloggen`}>
          Het account is uitgezet.
        </Notice>
        <form method="post" action={`/personen/${id}/account`}>
          <Button name="disabled" value="false" tone="secondary">
            Zet het account weer aan
          </Button>
        </form>
      </Card>
    );
  return (
    <Card
      id="account"
      title="Inloggen"
      intro="Met een uitnodiging of een brief kiest deze persoon zelf een wachtwoord. Een nieuwe maakt de oude ongeldig. Wie het wachtwoord vergat, vraagt op de inlogpagina zelf een nieuw aan."
    >
      <InvitationNotice person={person} invitation={invitation} possible={mail} />
      <div class="app-actions">
        <InvitationButtons person={person} invitation={invitation} possible={mail} />
        <form method="post" action={`/personen/${id}/brief`}>
          <Button icon="print" tone="secondary">
            Maak een brief met een code
          </Button>
        </form>
      </div>
      {account?.secondFactor && (
        <Confirm
          summary="Tweede stap weghalen…"
          question={`Is ${name} de telefoon en de herstelcodes kwijt? Weet zeker dat het ${name} is die dit vraagt. De eerstvolgende keer inloggen stelt die een nieuwe in. Doorgaan?`}
          action={`/personen/${id}/tweede-stap`}
          button="Haal de tweede stap weg"
        />
      )}
      {account && (
        <Confirm
          summary="Account uitzetten…"
          question={`${name} kan dan nergens meer inloggen en is meteen uitgelogd. Doorgaan?`}
          action={`/personen/${id}/account`}
          button="Zet het account uit"
        >
          <HiddenFields form={Form.of()} values={{ disabled: 'true' }} />
        </Confirm>
      )}
    </Card>
  );
}
