import type { ApplicantPage, ApplicantResponse, ShareState } from '../../dossier/dossier.dto.js';
import { useView } from '../kit/view.js';
import { withQuery } from '../kit/address.js';
import { Button, ButtonLink, DateText, EmptyState, PageHeader, Tag, type TagColour } from '../ui/blocks.js';
import { type Column, Figures, Pagination, PrintButton, Table } from '../ui/data-blocks.js';
import { type AnyForm, Select, TextField } from '../ui/form-fields.js';
import { Layout } from '../ui/layout.js';
import { levelOf } from './words.js';

const states: Record<ShareState, { name: string; colour: TagColour }> = {
  shared: { name: 'gedeeld', colour: 'green' },
  asked: { name: 'gevraagd', colour: 'yellow' },
  none: { name: 'nog niet gedeeld', colour: 'grey' },
};
const order: readonly ShareState[] = ['shared', 'asked', 'none'];

/** Everyone who applied at the school, with how the dossier stands. */
export function ListPage({ filter, page }: { filter: AnyForm; page: ApplicantPage }) {
  const { searched } = useView();
  const share = order.find((state) => state === filter.text('share'));
  const at = (state?: ShareState, token?: string): string =>
    withQuery('/dossiers', { words: searched, share: state, page: token });
  const { counts } = page;
  const anyone = counts.all > 0 || searched !== undefined;
  return (
    <Layout title="Dossiers" width="wide">
      <PageHeader
        title="Dossiers"
        lead="Wie zich bij jouw school aanmeldde. Een dossier lees je als de leerling het deelt."
        actions={anyone && <PrintButton />}
      />
      {anyone && (
        <>
          <Figures
            items={[
              { label: 'Aangemeld', value: counts.all, href: at(), current: !share },
              {
                label: 'Gedeeld',
                value: counts.shared,
                href: at('shared'),
                current: share === 'shared',
              },
              {
                label: 'Gevraagd',
                value: counts.asked,
                href: at('asked'),
                current: share === 'asked',
              },
              {
                label: 'Nog niet gedeeld',
                value: counts.none,
                href: at('none'),
                current: share === 'none',
                attention: counts.none > 0,
              },
            ]}
          />
          <Filter form={filter} filtered={searched !== undefined || share !== undefined} />
        </>
      )}
      {page.items.length > 0 ? (
        <>
          <Table
            caption={captionOf(page, share)}
            showCaption
            columns={columns}
            rows={page.items}
            rowKey={(row) => row.pupilId}
          />
          <Pagination
            previous={page.previousPage && at(share, page.previousPage)}
            next={page.nextPage && at(share, page.nextPage)}
            status={`${page.from} tot en met ${page.from + page.items.length - 1} van ${page.total}`}
          />
          <p class="app-muted">
            Wie zich het eerst aanmeldde, staat bovenaan. Dat je deze lijst opende, is vastgelegd.
          </p>
        </>
      ) : (
        <Empty anyone={anyone} />
      )}
    </Layout>
  );
}

const captionOf = ({ total }: ApplicantPage, share?: ShareState): string =>
  `${total} ${total === 1 ? 'aanmelding' : 'aanmeldingen'}${share ? `, ${states[share].name}` : ''}`;

const columns: Column<ApplicantResponse>[] = [
  { head: 'Naam', cell: (row) => <a href={`/dossiers/${row.pupilId}`}>{row.name}</a> },
  { head: 'Dossier', cell: (row) => <Tag colour={states[row.share].colour}>{states[row.share].name}</Tag> },
  {
    head: 'Opleiding',
    cell: ({ applications }) =>
      applications.map((one) => (
        <div key={one.opleiding + one.location + one.leerweg}>
          {one.opleiding} <span class="app-muted">{levelOf(one)}</span>
        </div>
      )),
  },
  { head: 'Aangemeld', cell: (row) => <DateText at={row.appliedOn} short /> },
  { head: 'Wanneer', cell: (row) => <When {...row} /> },
  { head: 'Geboren', cell: (row) => <DateText at={row.birthDate} short /> },
];

/** Until when it may be read, or since when an answer is awaited. */
function When({ share, endsOn, askedOn }: ApplicantResponse) {
  const { words } = useView();
  if (share === 'shared' && endsOn) return <>te lezen tot {words.dateShort(endsOn)}</>;
  if (share === 'asked' && askedOn) return <>gevraagd op {words.dateShort(askedOn)}</>;
  return <span class="app-muted">nog niet gevraagd</span>;
}

const Filter = ({ form, filtered }: { form: AnyForm; filtered: boolean }) => (
  <form class="app-filter" method="post" action="/dossiers" role="search" aria-label="Dossiers">
    <TextField form={form} name="text" label="Naam of opleiding" type="search" />
    <Select
      form={form}
      name="share"
      label="Stand van het dossier"
      placeholder="Alle"
      options={order.map((value) => ({ value, text: states[value].name }))}
    />
    <div class="app-actions">
      <Button icon="search" tone="secondary">
        Zoeken
      </Button>
      {filtered && <a href="/dossiers">Alles laten zien</a>}
    </div>
  </form>
);

const Empty = ({ anyone }: { anyone: boolean }) =>
  anyone ? (
    <EmptyState
      icon="search"
      title="Niemand gevonden"
      text="Er is geen aanmelding die hierbij past. Probeer een deel van de naam, of kies een andere stand."
      action={
        <ButtonLink href="/dossiers" tone="secondary">
          Alles laten zien
        </ButtonLink>
      }
    />
  ) : (
    <EmptyState
      icon="folder"
      title="Nog geen aanmeldingen"
      text="Zodra een leerling zich aanmeldt voor een opleiding van jouw school, zie je hier de naam en de opleiding."
      action={
        <ButtonLink href="/opleidingen" tone="secondary">
          Naar de opleidingen
        </ButtonLink>
      }
    />
  );
