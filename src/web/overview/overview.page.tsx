import type {
  GroupProgress,
  Overview,
  OverviewFilter,
  OverviewRow,
  OverviewState,
} from '../../dossier/overview.types.js';
import { AppliedFor, CompetenceDots, ConsentTag, ReflectionTag, waiting } from '../groups/progress.js';
import { useView } from '../kit/view.js';
import type { Waiting } from '../../privacy-rights/rights.types.js';
import { WaitingNotice } from '../requests/waiting-notice.js';
import { ButtonLink, Card, Details, EmptyState, PageHeader } from '../ui/blocks.js';
import { type Column, Figures, Table, Tabs } from '../ui/data-blocks.js';
import { Layout } from '../ui/layout.js';
import { GroupBars } from './bars.js';
import { addressOf, slugs } from './filter.js';

export interface OverviewPageProps {
  overview: Overview;
  filter: OverviewFilter;
  waiting: Waiting;
}

/** How the pupils stand and for whom something still waits; each figure leads to its list. */
export function OverviewPage({ overview, filter, waiting: requests }: OverviewPageProps) {
  const { user } = useView();
  const { rows, figures, groups } = overview;
  const whole = user?.roles.some((role) => role === 'decaan' || role === 'lob-coordinator');
  const lead = whole ? user?.schoolName : 'De leerlingen van wie jij mentor bent';
  const shown = groups.filter((group) => filter.year === undefined || group.year === filter.year);
  if (figures.pupils === 0)
    return (
      <Layout title="Overzicht" width="wide">
        <PageHeader title="Overzicht" lead={lead} />
        <WaitingNotice waiting={requests} />
        <EmptyState
          icon="group"
          title="Je hebt dit schooljaar nog geen leerlingen"
          text="Zodra er leerlingen in een klas zitten, zie je hier hoe ver iedereen is."
        />
      </Layout>
    );
  return (
    <Layout title="Overzicht" width="wide">
      <PageHeader
        title="Overzicht"
        lead={lead}
        actions={
          <ButtonLink href="/overzicht/herinnering" icon="print" tone="secondary">
            Herinneringen printen
          </ButtonLink>
        }
      />
      <WaitingNotice waiting={requests} />
      <Figures items={figuresIn(overview)} />
      <Card id="klassen" title="Stand per klas">
        <GroupBars groups={shown} />
        <Details summary="Bekijk de cijfers als tabel">
          <Table caption="Cijfers per klas" columns={groupColumns} rows={shown} rowKey={({ groupId }) => groupId} />
        </Details>
      </Card>
      <section id="leerlingen" aria-labelledby="leerlingen-titel">
        <h2 class="govuk-heading-m" id="leerlingen-titel">
          Leerlingen
        </h2>
        <Filters overview={overview} filter={filter} groups={shown} />
        {rows.length > 0 ? (
          <Table caption="Wat er is per leerling" columns={columns} rows={rows} rowKey={({ pupilId }) => pupilId} />
        ) : (
          <EmptyState
            icon="check"
            title="Niemand"
            text="Bij deze keuze staat geen enkele leerling op de lijst."
            action={
              <ButtonLink href="/overzicht#leerlingen" tone="secondary">
                Toon iedereen
              </ButtonLink>
            }
          />
        )}
      </section>
    </Layout>
  );
}

function figuresIn({ figures, daysLeft }: Overview) {
  const to = (filter: OverviewFilter): string => `${addressOf(filter)}#leerlingen`;
  const state = (one: OverviewState): string => to({ state: one });
  return [
    { label: 'Leerlingen in het examenjaar', value: figures.examYear, href: to({ examYear: true }) },
    {
      label: `Nog niet aangemeld, ${daysText(daysLeft)}`,
      value: figures['not-applied'],
      href: state('not-applied'),
      attention: figures['not-applied'] > 0,
    },
    {
      label: 'Vraag om te delen niet beantwoord',
      value: figures['consent-unanswered'],
      href: state('consent-unanswered'),
    },
    { label: 'Nog geen reflectie geschreven', value: figures['no-reflection'], href: state('no-reflection') },
    { label: 'Nog geen activiteit', value: figures['no-activity'], href: state('no-activity') },
  ];
}

function daysText(days: number): string {
  if (days < 0) return '1 april is voorbij';
  if (days === 0) return 'vandaag is het 1 april';
  return days === 1 ? 'nog 1 dag tot 1 april' : `nog ${days} dagen tot 1 april`;
}

function Filters({ overview, filter, groups }: Omit<OverviewPageProps, 'waiting'> & { groups: GroupProgress[] }) {
  const { state, year, groupId } = filter;
  const unfiltered = year === undefined && groupId === undefined && !filter.examYear;
  const tab = (one?: OverviewState): string =>
    `${addressOf({ ...filter, state: one, examYear: undefined })}#leerlingen`;
  const current = filter.examYear ? `${addressOf(filter)}#leerlingen` : tab(state);
  return (
    <>
      <Tabs
        label="Wat er nog mist"
        items={[
          { href: tab(), text: 'Iedereen' },
          ...(filter.examYear ? [{ href: current, text: 'Examenjaar', count: overview.rows.length }] : []),
          ...(Object.keys(slugs) as OverviewState[]).map((one) => ({
            href: tab(one),
            text: waiting[one],
            count: one === state ? overview.rows.length : unfiltered ? overview.figures[one] : undefined,
          })),
        ]}
        current={current}
      />
      {overview.years.length > 1 && (
        <Choices
          label="Leerjaar"
          all={addressOf({ ...filter, year: undefined, groupId: undefined })}
          items={overview.years.map((one) => ({
            href: addressOf({ ...filter, year: one, groupId: undefined }),
            text: String(one),
            on: one === year,
          }))}
        />
      )}
      {groups.length > 1 && (
        <Choices
          label="Klas"
          all={addressOf({ ...filter, groupId: undefined })}
          items={groups.map((group) => ({
            href: addressOf({ ...filter, groupId: group.groupId }),
            text: group.group,
            on: group.groupId === groupId,
          }))}
        />
      )}
    </>
  );
}

/** A row of links, of which one is chosen. */
function Choices(p: { label: string; all: string; items: { href: string; text: string; on: boolean }[] }) {
  const items = [{ href: p.all, text: 'alle', on: !p.items.some(({ on }) => on) }, ...p.items];
  return (
    <nav class="app-choices" aria-label={p.label}>
      <span aria-hidden="true">{p.label}</span>
      <ul>
        {items.map(({ href, text, on }) => (
          <li key={text}>
            <a href={`${href}#leerlingen`} aria-current={on ? 'true' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const columns: Column<OverviewRow>[] = [
  { head: 'Leerling', cell: ({ pupilId, name }) => <a href={`/leerlingen/${pupilId}`}>{name}</a> },
  { head: 'Klas', cell: ({ groupId, group }) => <a href={`/klassen/${groupId}`}>{group}</a> },
  { head: 'Activiteiten', cell: ({ activities }) => activities, numeric: true },
  { head: 'Reflectie', cell: (row) => <ReflectionTag progress={row} /> },
  { head: 'Competenties', cell: ({ competences }) => <CompetenceDots touched={competences} /> },
  { head: 'Delen met mbo', cell: ({ consent }) => <ConsentTag state={consent} /> },
  { head: 'Aangemeld voor', cell: (row) => <AppliedFor progress={row} /> },
];

const groupColumns: Column<GroupProgress>[] = [
  { head: 'Klas', cell: ({ groupId, group }) => <a href={`/klassen/${groupId}`}>{group}</a> },
  { head: 'Leerlingen', cell: ({ pupils }) => pupils, numeric: true },
  { head: 'Schreven een reflectie', cell: ({ reflected }) => reflected, numeric: true },
  { head: 'Alleen activiteiten', cell: ({ onlyActivities }) => onlyActivities, numeric: true },
  { head: 'Nog geen activiteit', cell: ({ nothing }) => nothing, numeric: true },
  { head: 'Nog niet aangemeld', cell: ({ waiting: of }) => of['not-applied'], numeric: true },
];
