import type { School } from '../../organisations/organisations.types.js';
import type { OpleidingenPage } from '../../opleidingen/opleidingen.reader.js';
import type { OfferedOpleiding, OwnLocation } from '../../opleidingen/opleidingen.types.js';
import { Button, ButtonLink, Card, EmptyState, PageHeader, Tag } from '../ui/blocks.js';
import { type Column, Pagination, Table } from '../ui/data-blocks.js';
import { Checkbox } from '../ui/form-choices.js';
import { type AnyForm, Select, TextField } from '../ui/form-fields.js';
import { FieldGrid } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { withQuery } from '../kit/address.js';
import { leerwegOptions, niveauOptions } from './words.js';

export interface ListPageProps {
  filter: AnyForm;
  page: OpleidingenPage;
  /** Who works on the offer of his school sees that offer; anyone else the offer of all mbo schools. */
  editing: boolean;
  schools: School[];
  locations: OwnLocation[];
}
const filterNames = ['text', 'niveau', 'leerweg', 'schoolId', 'locationId', 'withdrawn'] as const;

export function ListPage({ filter, page, editing, schools, locations }: ListPageProps) {
  const filled = Object.fromEntries(filterNames.map((name) => [name, filter.text(name) || undefined]));
  const filtered = Object.values(filled).some((text) => text !== undefined);
  const next = page.nextPageToken ?? undefined;
  return (
    <Layout title="Opleidingen" width="wide">
      <PageHeader
        title="Opleidingen"
        lead={
          editing ? 'Wat jouw school aanbiedt. Leerlingen kiezen hieruit.' : 'Wat de mbo-scholen in de regio aanbieden.'
        }
        actions={
          editing && (
            <>
              <ButtonLink href="/opleidingen/import" icon="upload">
                Lijst inlezen
              </ButtonLink>
              <ButtonLink href="/opleidingen/toevoegen" icon="plus" tone="secondary">
                Eén toevoegen
              </ButtonLink>
            </>
          )
        }
      />
      {(page.items.length > 0 || filtered) && (
        <Filter form={filter} editing={editing} schools={schools} locations={locations} filtered={filtered} />
      )}
      {page.items.length > 0 ? (
        <Card>
          <Table
            caption="Opleidingen"
            columns={editing ? [linkedName, ...facts, offered] : [name, ...facts, school]}
            rows={page.items}
            rowKey={({ id }) => id}
          />
          {filter.text('pageToken') && (
            <p>
              <a href={withQuery('/opleidingen', filled)}>Terug naar het begin van de lijst</a>
            </p>
          )}
          <Pagination next={next && withQuery('/opleidingen', { ...filled, pageToken: next })} />
        </Card>
      ) : (
        <Empty editing={editing} filtered={filtered} />
      )}
    </Layout>
  );
}

type OpleidingColumn = Column<OfferedOpleiding>;
const linkedName: OpleidingColumn = {
  head: 'Opleiding',
  cell: (row) => <a href={`/opleidingen/${row.id}`}>{row.name}</a>,
};
const name: OpleidingColumn = { head: 'Opleiding', cell: (row) => row.name };
const facts: OpleidingColumn[] = [
  { head: 'Niveau', cell: (row) => row.niveau },
  { head: 'Leerweg', cell: (row) => row.leerweg },
  { head: 'Crebo', cell: (row) => row.crebo },
  { head: 'Locatie', cell: (row) => `${row.locationName}, ${row.place}` },
];
const school: OpleidingColumn = { head: 'School', cell: (row) => row.schoolName };
const offered: OpleidingColumn = {
  head: 'Aanbod',
  cell: (row) => (row.offered ? <Tag colour="green">in het aanbod</Tag> : <Tag colour="grey">eruit gehaald</Tag>),
};

type FilterProps = Pick<ListPageProps, 'editing' | 'schools' | 'locations'> & { form: AnyForm; filtered: boolean };
function Filter({ form, editing, schools, locations, filtered }: FilterProps) {
  return (
    <Card id="zoeken" title="Zoeken">
      <form method="get" action="/opleidingen" role="search" aria-label="Opleidingen">
        <FieldGrid>
          <TextField form={form} name="text" label="Naam of crebo-code" type="search" />
          {editing ? (
            <Select
              form={form}
              name="locationId"
              label="Locatie"
              placeholder="Alle locaties"
              options={locations.map(({ id, name, place }) => ({ value: id, text: `${name}, ${place}` }))}
            />
          ) : (
            <Select
              form={form}
              name="schoolId"
              label="School"
              placeholder="Alle scholen"
              options={schools.map(({ id, name }) => ({ value: id, text: name }))}
            />
          )}
          <Select form={form} name="niveau" label="Niveau" placeholder="Alle niveaus" options={niveauOptions} />
          <Select form={form} name="leerweg" label="Leerweg" placeholder="Bol en bbl" options={leerwegOptions} />
        </FieldGrid>
        {editing && <Checkbox form={form} name="withdrawn" label="Laat ook zien wat uit het aanbod is gehaald" small />}
        <div class="app-actions">
          <Button icon="search" tone="secondary">
            Zoeken
          </Button>
          {filtered && <a href="/opleidingen">Alles laten zien</a>}
        </div>
      </form>
    </Card>
  );
}

function Empty({ editing, filtered }: { editing: boolean; filtered: boolean }) {
  if (filtered)
    return (
      <EmptyState
        icon="search"
        title="Niets gevonden"
        text="Er is geen opleiding die hierbij past. Probeer een deel van de naam, of kies minder filters."
        action={
          <ButtonLink href="/opleidingen" tone="secondary">
            Alles laten zien
          </ButtonLink>
        }
      />
    );
  if (!editing) return <EmptyState icon="book" title="Nog geen opleidingen" text="De mbo-scholen vullen dit nog." />;
  return (
    <EmptyState
      icon="book"
      title="Jouw school biedt nog geen opleidingen aan"
      text={
        <>
          Lees een lijst met crebo-codes in en kies daaruit wat jullie aanbieden. Daarna kunnen leerlingen zich
          aanmelden. Is alles uit het aanbod gehaald? <a href="/opleidingen?withdrawn=on">Laat dat zien</a>.
        </>
      }
      action={
        <ButtonLink href="/opleidingen/import" icon="upload">
          Lijst inlezen
        </ButtonLink>
      }
    />
  );
}
