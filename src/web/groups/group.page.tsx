import type { ListedProgress } from '../../dossier/overview.reader.js';
import type { OverviewRow } from '../../dossier/overview.types.js';
import type { ClassLogSummary } from '../../lob/lob.types.js';
import type { Actor, Role } from '../../platform/access/actor.js';
import type { GroupSummary } from '../../pupil-access/pupil-access.reader.js';
import { useView } from '../kit/view.js';
import { ButtonLink, Card, DateText, EmptyState, Notice, PageHeader, Tag } from '../ui/blocks.js';
import { type Column, Table } from '../ui/data-blocks.js';
import { Layout } from '../ui/layout.js';
import { AppliedFor, CompetenceDots, ConsentTag, ReflectionTag } from './progress.js';

export interface GroupPageProps {
  group: GroupSummary;
  mentors: string[];
  pupils: ListedProgress[];
  logs: ClassLogSummary[];
  /** Whether there is another group to log the same for. */
  moreGroups: boolean;
  /** The log that was just saved. */
  logged?: string;
}

/** One group: who is in it, how far each of them is, and what was logged for all of them. */
export function GroupPage({ group, mentors, pupils, logs, moreGroups, logged }: GroupPageProps) {
  const { user } = useView();
  const guided = pupils.filter((pupil): pupil is Guided => pupil.progress !== null);
  const others = pupils.filter(({ progress }) => progress === null);
  const facts = [
    group.year ? `Leerjaar ${group.year}` : '',
    group.pupils === 1 ? '1 leerling' : `${group.pupils} leerlingen`,
    mentors.length > 0 ? `mentor ${mentors.join(' en ')}` : '',
  ].filter(Boolean);
  return (
    <Layout title={`Klas ${group.name}`} width="wide" back={{ href: '/klassen', text: 'Alle klassen' }}>
      <PageHeader
        title={`Klas ${group.name}`}
        lead={facts.join(' · ')}
        actions={<Acts group={group} user={user} guides={guided.length > 0} />}
      />
      {logged && moreGroups && (
        <Notice tone="good" icon="calendar">
          <p>
            Deed er nog een klas mee? <a href={`/klassen?van=${logged}`}>Dezelfde activiteit voor een andere klas</a>
          </p>
        </Notice>
      )}
      {guided.length > 0 && (
        <Table
          caption="Leerlingen en hun LOB"
          columns={handsOut(user) ? [...guidedColumns, codeColumn] : guidedColumns}
          rows={guided}
          rowKey={({ id }) => id}
        />
      )}
      {others.length > 0 && (
        <Card id="leerlingen" title={guided.length > 0 ? 'Andere leerlingen in deze klas' : 'Leerlingen'}>
          <ul class="app-name-list">
            {others.map(({ id, name }) => (
              <li key={id}>
                <a href={`/leerlingen/${id}`}>{name}</a>
                {handsOutToAll(user) && <LostCode id={id} name={name} />}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {holds(user, logging) && <Logs logs={logs} group={group} moreGroups={moreGroups} />}
    </Layout>
  );
}

type Guided = ListedProgress & { progress: OverviewRow };
const logging: Role[] = ['decaan', 'lob-coordinator', 'mentor', 'teacher'];
const holds = (user: Actor | undefined, roles: Role[]): boolean => roles.some((role) => user?.roles.includes(role));

const guidedColumns: Column<Guided>[] = [
  { head: 'Leerling', cell: ({ id, name }) => <a href={`/leerlingen/${id}`}>{name}</a> },
  { head: 'Activiteiten', cell: ({ progress }) => progress.activities, numeric: true },
  { head: 'Eigen woorden', cell: ({ progress }) => `${progress.withOwnWords} van ${progress.activities}` },
  { head: 'Reflectie', cell: ({ progress }) => <ReflectionTag progress={progress} /> },
  { head: 'Competenties', cell: ({ progress }) => <CompetenceDots touched={progress.competences} /> },
  { head: 'Delen met mbo', cell: ({ progress }) => <ConsentTag state={progress.consent} /> },
  { head: 'Aangemeld voor', cell: ({ progress }) => <AppliedFor progress={progress} /> },
];

const codeColumn: Column<Guided> = { head: 'Inloggen', cell: ({ id, name }) => <LostCode id={id} name={name} /> };
/** A mentor to his own pupils; who sees the pupils of others as well finds it on the page of each pupil. */
const handsOutToAll = (user: Actor | undefined): boolean => holds(user, ['decaan', 'school-administrator']);
const handsOut = (user: Actor | undefined): boolean =>
  handsOutToAll(user) || (holds(user, ['mentor']) && !holds(user, ['lob-coordinator', 'care-coordinator']));

const LostCode = ({ id, name }: { id: string; name: string }) => (
  <>
    {' '}
    <a href={`/leerlingen/${id}/code`}>
      Code kwijt<span class="govuk-visually-hidden">: {name}</span>
    </a>
  </>
);

function Acts({ group, user, guides }: { group: GroupSummary; user?: Actor; guides: boolean }) {
  const at = `/klassen/${group.id}`;
  return (
    <>
      {holds(user, logging) && (
        <ButtonLink href={`${at}/vastleggen`} icon="plus">
          Activiteit vastleggen
        </ButtonLink>
      )}
      {guides && (
        <>
          <ButtonLink href={`/overzicht/herinnering?klas=${group.id}`} icon="print" tone="secondary">
            Herinnering
          </ButtonLink>
          <ButtonLink href={`${at}/afdruk`} icon="print" tone="secondary">
            Ouderavond
          </ButtonLink>
        </>
      )}
      {(holds(user, ['decaan', 'school-administrator']) || (guides && holds(user, ['mentor']))) && (
        <ButtonLink href={`${at}/brieven`} icon="mail" tone="secondary">
          Brieven
        </ButtonLink>
      )}
      {holds(user, ['decaan', 'school-administrator']) && (
        <ButtonLink href={`${at}/mentoren`} icon="person" tone="secondary">
          Mentoren
        </ButtonLink>
      )}
    </>
  );
}

function Logs({ logs, group, moreGroups }: { logs: ClassLogSummary[]; group: GroupSummary; moreGroups: boolean }) {
  const { t, words } = useView();
  if (logs.length === 0)
    return (
      <EmptyState
        icon="calendar"
        title="Nog niets vastgelegd voor deze klas"
        text="Was de klas bij een open dag, een gastles of een bedrijf? Leg het in één keer vast voor iedereen die erbij was."
        action={<ButtonLink href={`/klassen/${group.id}/vastleggen`}>Eerste activiteit vastleggen</ButtonLink>}
      />
    );
  const columns: Column<ClassLogSummary>[] = [
    { head: 'Activiteit', cell: ({ title }) => title, heading: true },
    { head: 'Soort', cell: ({ type }) => <Tag colour="blue">{t(`activity-type.${type}`)}</Tag> },
    {
      head: 'Wanneer',
      cell: ({ startsOn, endsOn }) => (endsOn ? words.period(startsOn, endsOn) : <DateText at={startsOn} short />),
    },
    { head: 'Waar', cell: ({ place }) => place },
    { head: 'Leerlingen', cell: ({ pupils }) => pupils, numeric: true },
    { head: 'Door', cell: ({ loggedBy }) => loggedBy },
    { head: 'Doen', cell: (log) => <LogActs log={log} moreGroups={moreGroups} /> },
  ];
  return (
    <Card id="vastgelegd" title="Vastgelegd voor de klas">
      <Table caption="Activiteiten van de hele klas" columns={columns} rows={logs} rowKey={({ logId }) => logId} />
    </Card>
  );
}

function LogActs({ log, moreGroups }: { log: ClassLogSummary; moreGroups: boolean }) {
  if (!log.mayCorrect) return <span class="app-muted">bij de leerling</span>;
  return (
    <span class="app-row-links">
      <a href={`/logboek/${log.logId}`}>
        Aanpassen<span class="govuk-visually-hidden"> van {log.title}</span>
      </a>
      {moreGroups && (
        <a href={`/klassen?van=${log.logId}`}>
          Andere klas<span class="govuk-visually-hidden"> ook vastleggen voor {log.title}</span>
        </a>
      )}
    </span>
  );
}
