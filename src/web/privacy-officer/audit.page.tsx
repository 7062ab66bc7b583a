import type { SchoolAuditEvent, SchoolAuditPage } from '../../who-looked/who-looked.dto.js';
import { useView } from '../kit/view.js';
import { withQuery } from '../opleidingen/words.js';
import { Button, ButtonLink, Details, EmptyState, PageHeader, Tag } from '../ui/blocks.js';
import { type Column, Pagination, PrintButton, Table } from '../ui/data-blocks.js';
import { Checkbox } from '../ui/form-choices.js';
import { type AnyForm, TextField } from '../ui/form-fields.js';
import { Layout } from '../ui/layout.js';
import { actText, groundText } from './words.js';

/** Who saw or changed what at the school, on which ground. Numbers of pupils only. */
export function AuditPage({ filter, page }: { filter: AnyForm; page: SchoolAuditPage }) {
  const pupilNumber = filter.text('pupilNumber');
  const refused = filter.checked('refused');
  const filtered = pupilNumber !== '' || refused;
  const at = (token?: string): string =>
    withQuery('/inzage', { pupilNumber, refused: refused ? 'on' : undefined, page: token });
  return (
    <Layout title="Inzage" width="wide">
      <PageHeader
        title="Inzage"
        lead="Wie zag of wijzigde wat van de leerlingen van jouw school, en op welke grond."
        actions={<PrintButton />}
      />
      <Explanation />
      <form class="app-filter" method="get" action="/inzage" role="search" aria-label="Inzage">
        <TextField
          form={filter}
          name="pupilNumber"
          label="Leerlingnummer"
          hint="Ook lijsten waar deze leerling op stond."
          type="search"
          width="10"
        />
        <Checkbox form={filter} name="refused" label="Alleen weigeringen" small />
        <div class="app-actions">
          <Button icon="search" tone="secondary">
            Zoeken
          </Button>
          {filtered && <a href="/inzage">Alles laten zien</a>}
        </div>
      </form>
      {page.items.length > 0 ? (
        <>
          <Table
            caption={refused ? 'Weigeringen, de nieuwste eerst' : 'Gebeurtenissen, de nieuwste eerst'}
            showCaption
            columns={columns}
            rows={page.items.map((event, i) => ({ ...event, i }))}
            rowKey={({ i }) => String(i)}
          />
          <Pagination previous={page.previousPage && at(page.previousPage)} next={page.nextPage && at(page.nextPage)} />
        </>
      ) : (
        <EmptyState
          icon="search"
          title="Niets gevonden"
          text="Er is niets vastgelegd dat hierbij past. Kijk het leerlingnummer na, of kies minder filters."
          action={
            <ButtonLink href="/inzage" tone="secondary">
              Alles laten zien
            </ButtonLink>
          }
        />
      )}
    </Layout>
  );
}

const Explanation = () => (
  <Details summary="Wat zie je hier, en wat niet?">
    <ul class="govuk-list govuk-list--bullet">
      <li>
        Elke keer dat iemand een onderdeel van een dossier ziet of wijzigt, komt er een regel bij. Regels kan niemand
        wijzigen of weghalen.
      </li>
      <li>
        Je ziet geen inhoud van dossiers. Een leerling staat er met het leerlingnummer; leerlingen en ouders staan er
        zonder naam.
      </li>
      <li>
        Een weigering is een poging die niet mocht. Vaak is dat een oude link. Let op bij veel weigeringen van één
        persoon. Weigeringen ziet alleen de privacy-functionaris.
      </li>
      <li>
        Ook een mbo-school die een leerling van jouw school opzoekt, staat hier. Dat jij deze pagina bekijkt, wordt ook
        vastgelegd.
      </li>
    </ul>
  </Details>
);

const columns: Column<SchoolAuditEvent & { i: number }>[] = [
  { head: 'Moment', cell: ({ at }) => <Moment at={at} />, heading: true },
  { head: 'Wie', cell: (event) => <Who event={event} /> },
  { head: 'Wat', cell: (event) => <What event={event} /> },
  { head: 'Leerling', cell: ({ pupilNumber }) => pupilNumber ?? <span class="app-muted">–</span> },
  { head: 'Grond', cell: (event) => <Ground event={event} /> },
  {
    head: 'Uitkomst',
    cell: ({ outcome }) =>
      outcome === 'refused' ? <Tag colour="red">geweigerd</Tag> : <Tag colour="green">toegestaan</Tag>,
  },
];

/** Day and hour under each other: the column stays narrow. */
function Moment({ at }: { at: string }) {
  const { words } = useView();
  return (
    <time dateTime={new Date(at).toISOString()}>
      {words.dateShort(at)}
      <br />
      {words.hour(at)}
    </time>
  );
}

function Who({ event: { who, role, school } }: { event: SchoolAuditEvent }) {
  const { text } = useView();
  const named = role === 'none' ? 'onbekend' : text(`role.${role}`, {}, 'role.staff');
  return (
    <>
      {who || named}
      <br />
      <span class="app-muted app-small">{[who && named, school].filter(Boolean).join(', ')}</span>
    </>
  );
}

function What({ event: { action, sections, pupils } }: { event: SchoolAuditEvent }) {
  const { text } = useView();
  const names = sections.map((section: string) => (section in others ? others[section] : text(`section.${section}`)));
  const more = [pupils > 0 && `${pupils} ${pupils === 1 ? 'leerling' : 'leerlingen'}`, ...names].filter(Boolean);
  return (
    <>
      {actText(action)}
      {more.length > 0 && (
        <>
          <br />
          <span class="app-muted app-small">{more.join(', ')}</span>
        </>
      )}
    </>
  );
}
/** What stands in a list without being a section of a dossier. */
const others: Record<string, string> = { application: 'Aanmelding', consent: 'Stand van de toestemming' };

function Ground({ event: { basis, purpose } }: { event: SchoolAuditEvent }) {
  const { text } = useView();
  if (!basis) return <span class="app-muted">–</span>;
  return (
    <>
      {groundText(basis)}
      {purpose && <span class="app-muted app-small"> voor {text(`purpose.${purpose}`)}</span>}
    </>
  );
}
