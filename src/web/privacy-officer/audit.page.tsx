import type { SchoolAuditEvent, SchoolAuditPage } from '../../access-review/school-audit.dto.js';
import { roles } from '../../platform/access/actor.js';
import { useView } from '../kit/view.js';
import { withQuery } from '../kit/address.js';
import { Button, ButtonLink, Details, EmptyState, PageHeader } from '../ui/blocks.js';
import { Pagination, PrintButton } from '../ui/data-blocks.js';
import { Checkbox } from '../ui/form-choices.js';
import { type AnyForm, DateField, type Option, Select, TextField } from '../ui/form-fields.js';
import { FieldGrid } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { EventTable } from './event-table.js';
import { OfficerTabs } from './officer-tabs.js';
import { actOptions } from './words.js';

export interface AuditPageProps {
  filter: AnyForm;
  page: SchoolAuditPage;
  staff: readonly { id: string; name: string }[];
  schools: readonly { id: string; name: string }[];
}
/** What narrows the list down, beside the leerlingnummer. */
export const filters = ['from', 'until', 'actorId', 'role', 'schoolId', 'action', 'outcome', 'unusual'] as const;

/** Who saw or changed what at the school, on which ground. Numbers of pupils only. */
export function AuditPage({ filter, page, staff, schools }: AuditPageProps) {
  const { searched } = useView();
  const query = { ...Object.fromEntries(filters.map((name) => [name, filter.text(name)])), words: searched };
  const filtered = Object.values(query).some(Boolean);
  const at = (token?: string): string => withQuery('/inzage', { ...query, page: token });
  return (
    <Layout title="Inzage" width="wide">
      <PageHeader
        title="Inzage"
        lead="Wie zag of wijzigde wat van de leerlingen van jouw school, en op welke grond."
        actions={
          <>
            <PrintButton />
            <ButtonLink href={withQuery('/inzage/bestand', query)} icon="download" tone="secondary" download>
              Bestand voor een rekenblad
            </ButtonLink>
          </>
        }
      />
      <OfficerTabs current="/inzage" />
      <Explanation />
      <Search filter={filter} staff={staff} schools={schools} filtered={filtered} events={page.items} />
      {page.items.length > 0 ? (
        <>
          <EventTable
            caption={filtered ? 'Gevonden, de nieuwste eerst' : 'Gebeurtenissen, de nieuwste eerst'}
            events={page.items}
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

interface SearchProps extends Omit<AuditPageProps, 'page'> {
  filtered: boolean;
  events: readonly SchoolAuditEvent[];
}
function Search({ filter, staff, schools, filtered, events }: SearchProps) {
  const { text } = useView();
  const found = events.flatMap(({ actorId, who }) => (actorId ? [{ id: actorId, name: who }] : []));
  const known = new Map([...found, ...staff].map(({ id, name }) => [id, name]));
  const asked = filter.text('actorId');
  // Whoever was chosen by a link may work elsewhere.
  const people = [...staff, ...(asked && !staff.some(({ id }) => id === asked) ? [{ id: asked, name: '' }] : [])];
  const options = (of: readonly { id: string; name: string }[]): Option[] =>
    of.map(({ id, name }) => ({ value: id, text: (known.get(id) ?? name) || 'De gekozen persoon' }));
  return (
    <form class="app-card" method="post" action="/inzage" role="search" aria-label="Inzage">
      <FieldGrid>
        <DateField form={filter} name="from" label="Van" />
        <DateField form={filter} name="until" label="Tot en met" />
        <Select form={filter} name="actorId" label="Wie" options={options(people)} placeholder="Iedereen" />
        <Select
          form={filter}
          name="role"
          label="In welke rol"
          options={roles.map((role) => ({ value: role, text: text(`role.${role}`) }))}
          placeholder="Elke rol"
        />
        <Select
          form={filter}
          name="schoolId"
          label="Van welke school"
          options={schools.map(({ id, name }) => ({ value: id, text: name }))}
          placeholder="Elke school"
        />
        <TextField
          form={filter}
          name="pupilNumber"
          label="Leerlingnummer"
          hint="Ook lijsten waar deze leerling op stond."
          type="search"
          width="10"
          autocomplete="off"
        />
        <Select form={filter} name="action" label="Wat" options={actOptions} placeholder="Alles" />
        <Select
          form={filter}
          name="outcome"
          label="Uitkomst"
          options={[
            { value: 'allowed', text: 'Toegestaan' },
            { value: 'refused', text: 'Geweigerd' },
          ]}
          placeholder="Alles"
        />
      </FieldGrid>
      <Checkbox
        form={filter}
        name="unusual"
        label="Alleen opvallende inzage"
        hint="Zonder periode: van de laatste dertig dagen."
        small
      />
      <div class="app-actions">
        <Button icon="search" tone="secondary">
          Zoeken
        </Button>
        {filtered && <a href="/inzage">Alles laten zien</a>}
      </div>
    </form>
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
        Ook een mbo-school die een leerling van jouw school opzoekt, staat hier. Dat jij deze pagina bekijkt, zoekt of
        een bestand ophaalt, wordt ook vastgelegd.
      </li>
    </ul>
  </Details>
);
