import type { InvitationResponse } from '../../invitations/invitations.dto.js';
import type { StaffListResponse, StaffResponse } from '../../people/people.dto.js';
import { withQuery } from '../kit/address.js';
import { useView } from '../kit/view.js';
import { Button, ButtonLink, Card, EmptyState, PageHeader, Tag } from '../ui/blocks.js';
import { type Column, Pagination, Table } from '../ui/data-blocks.js';
import { type AnyForm, TextField } from '../ui/form-fields.js';
import { Layout } from '../ui/layout.js';
import { InvitationTag } from './invitation-card.js';
import { roleName } from './role-words.js';

export interface ListPageProps {
  filter: AnyForm;
  staff: StaffListResponse;
  invitations: readonly InvitationResponse[];
}

/** Everyone who works at the school, or did. */
export function ListPage({ filter, staff, invitations }: ListPageProps) {
  const byPerson = new Map(invitations.map((invitation) => [invitation.personId, invitation]));
  const { searched } = useView();
  const query = (pageToken?: string): string => withQuery('/personen', { words: searched, pageToken });
  return (
    <Layout title="Personen" width="wide">
      <PageHeader
        title="Personen"
        lead="Wie er op je school werkt en wat iedereen mag. Mentoren en docenten zien hun klas vanzelf, door de import."
        actions={
          <ButtonLink href="/personen/nieuw" icon="plus">
            Iemand toevoegen
          </ButtonLink>
        }
      />
      <Card id="zoeken">
        <form method="post" action="/personen" role="search" aria-label="Personen">
          <TextField form={filter} name="search" label="Naam of e-mailadres" type="search" width="20" />
          <div class="app-actions">
            <Button icon="search" tone="secondary">
              Zoeken
            </Button>
            {searched && <a href="/personen">Iedereen laten zien</a>}
          </div>
        </form>
      </Card>
      {staff.items.length > 0 ? (
        <Card>
          <Table caption="Personen" columns={columnsWith(byPerson)} rows={staff.items} rowKey={({ id }) => id} />
          <Pagination
            previous={filter.text('pageToken') ? query() : undefined}
            next={staff.nextPageToken ? query(staff.nextPageToken) : undefined}
          />
        </Card>
      ) : (
        <EmptyState
          icon="person"
          title="Niemand gevonden"
          text="Probeer een deel van de naam, of laat iedereen zien."
        />
      )}
    </Layout>
  );
}

const columnsWith = (invitations: ReadonlyMap<string, InvitationResponse>): Column<StaffResponse>[] => [
  { head: 'Naam', cell: ({ id, name }) => <a href={`/personen/${id}`}>{name}</a>, heading: true },
  { head: 'E-mail', cell: ({ email }) => email ?? '–' },
  { head: 'Rollen', cell: (person) => <Roles {...person} /> },
  {
    head: 'Inloggen',
    cell: ({ id, account }) => <SignsIn account={account} invitation={invitations.get(id)} />,
  },
];

function Roles({ roles, mentor, teacher }: StaffResponse) {
  const current = roles.filter((role) => role.current).map(({ role }) => roleName(role));
  const all = [...new Set(current), ...(mentor ? ['Mentor'] : []), ...(teacher ? ['Docent'] : [])];
  if (all.length === 0) return <span class="app-muted">nu geen rol</span>;
  return <>{all.join(', ')}</>;
}

/** What stands in the way of signing in, if anything does. */
function SignsIn({ account, invitation }: Pick<StaffResponse, 'account'> & { invitation?: InvitationResponse }) {
  if (account?.activated || account?.disabled || !invitation) return <AccountTag account={account} />;
  return <InvitationTag invitation={invitation} />;
}

/** Whether someone can sign in. */
export function AccountTag({ account }: Pick<StaffResponse, 'account'>) {
  if (!account) return <Tag colour="grey">nog geen account</Tag>;
  if (account.disabled) return <Tag colour="red">uitgezet</Tag>;
  return account.activated ? <Tag colour="green">actief</Tag> : <Tag colour="yellow">wacht op de code</Tag>;
}
