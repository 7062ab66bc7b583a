import type { GroupSummary } from '../../pupil-access/pupil-access.reader.js';
import type { RosterPageResponse, RosterPupilResponse } from '../../pupils/roster.dto.js';
import { withQuery } from '../kit/address.js';
import { useView } from '../kit/view.js';
import { Button, ButtonLink, Card, DateText, EmptyState, PageHeader, Tag } from '../ui/blocks.js';
import { type Column, Pagination, Table } from '../ui/data-blocks.js';
import { Checkbox } from '../ui/form-choices.js';
import { type AnyForm, Select, TextField } from '../ui/form-fields.js';
import { FieldGrid } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';

export interface PupilsPageProps {
  filter: AnyForm;
  groups: readonly GroupSummary[];
  pupils: RosterPageResponse;
}

/** What narrows the list down, beside the names one searches by. */
export const filters = ['groupId', 'incomplete'] as const;

/** The pupils of the school, and what the school has still to say of them. */
export function PupilsPage({ filter, groups, pupils }: PupilsPageProps) {
  const view = useView();
  const { t } = view.in('nl');
  const { searched } = view;
  const chosen = Object.fromEntries(filters.map((name) => [name, filter.text(name)]));
  const filtered = searched !== undefined || Object.values(chosen).some(Boolean);
  const query = (pageToken?: string): string => withQuery('/leerlingen', { ...chosen, words: searched, pageToken });
  const group = groups.find(({ id }) => id === filter.text('groupId'));
  const columns: Column<RosterPupilResponse>[] = [
    { head: 'Naam', cell: ({ id, name }) => <a href={`/leerlingen/${id}`}>{name}</a>, heading: true },
    { head: 'Nummer', cell: ({ pupilNumber }) => pupilNumber },
    { head: 'Geboren', cell: ({ birthDate }) => <DateText at={birthDate} short /> },
    { head: 'Klas', cell: ({ groupName }) => groupName ?? <span class="app-muted">geen klas</span> },
    { head: 'Leerjaar', cell: ({ year }) => year ?? '–', numeric: true },
    { head: 'Leerweg', cell: ({ leerweg }) => (leerweg ? t(`leerweg.${leerweg}`) : '–') },
    { head: 'Profiel', cell: ({ profiel }) => (profiel ? t(`profiel.${profiel}`) : '–') },
    { head: 'Invullen', cell: (pupil) => <StillToSay {...pupil} /> },
    {
      head: 'Brief',
      cell: ({ id, name }) => (
        <a href={`/leerlingen/${id}/brief`}>
          Brief<span class="govuk-visually-hidden"> voor {name}</span>
        </a>
      ),
    },
  ];
  return (
    <Layout title="Leerlingen" width="wide">
      <PageHeader
        title="Leerlingen"
        lead="Namen en klassen komen uit de import. Leerweg, profiel en gezag vul je hier aan."
        actions={
          group && (
            <>
              <ButtonLink href={`/klassen/${group.id}/aanvullen`} icon="pencil">
                Leerweg en profiel van {group.name}
              </ButtonLink>
              <ButtonLink href={`/klassen/${group.id}/mentoren`} icon="person" tone="secondary">
                Mentoren
              </ButtonLink>
              <ButtonLink href={`/klassen/${group.id}/brieven`} icon="mail" tone="secondary">
                Brieven
              </ButtonLink>
            </>
          )
        }
      />
      <Card id="zoeken">
        <form method="post" action="/leerlingen" role="search" aria-label="Leerlingen">
          <FieldGrid>
            <TextField form={filter} name="search" label="Naam of leerlingnummer" type="search" />
            <Select
              form={filter}
              name="groupId"
              label="Klas"
              placeholder="Alle klassen"
              options={groups.map(({ id, name }) => ({ value: id, text: name }))}
            />
          </FieldGrid>
          <Checkbox form={filter} name="incomplete" label="Alleen waar leerjaar, leerweg of profiel ontbreekt" small />
          <div class="app-actions">
            <Button icon="search" tone="secondary">
              Zoeken
            </Button>
            {filtered && <a href="/leerlingen">Iedereen laten zien</a>}
          </div>
        </form>
      </Card>
      {pupils.items.length > 0 ? (
        <>
          <Table caption="Leerlingen" columns={columns} rows={pupils.items} rowKey={({ id }) => id} />
          <Pagination
            previous={filter.text('pageToken') ? query() : undefined}
            next={pupils.nextPageToken ? query(pupils.nextPageToken) : undefined}
          />
        </>
      ) : (
        <EmptyState
          icon="group"
          title="Geen leerlingen gevonden"
          text={
            filtered
              ? 'Probeer een deel van de naam, of laat iedereen zien.'
              : 'Zodra je een leerlingenlijst importeert, staan ze hier.'
          }
        />
      )}
    </Layout>
  );
}

function StillToSay({ id, name, complete, custodyUnknown, groupId }: RosterPupilResponse) {
  return (
    <>
      {(!complete || custodyUnknown > 0) && <Tag colour="yellow">open</Tag>}{' '}
      <span class="app-row-links">
        {!complete && groupId && (
          <a href={`/klassen/${groupId}/aanvullen`}>
            Leerweg en profiel<span class="govuk-visually-hidden"> van de klas van {name}</span>
          </a>
        )}
        <a href={`/leerlingen/${id}/gezag`}>
          Gezag{custodyUnknown > 0 && ` (${custodyUnknown})`}
          <span class="govuk-visually-hidden"> over {name}</span>
        </a>
      </span>
    </>
  );
}
