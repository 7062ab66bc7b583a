import type { GroupProgress } from '../../dossier/overview.types.js';
import type { ClassLog } from '../../lob/lob.types.js';
import type { GroupSummary } from '../../pupil-access/pupil-access.reader.js';
import type { Waiting } from '../../privacy-rights/rights.types.js';
import { useView } from '../kit/view.js';
import { WaitingNotice } from '../requests/waiting-notice.js';
import { ButtonLink, EmptyState, Notice, PageHeader } from '../ui/blocks.js';
import { type Column, Table } from '../ui/data-blocks.js';
import { Layout } from '../ui/layout.js';

export interface GroupsPageProps {
  groups: GroupSummary[];
  /** Of the groups whose pupils the actor guides. */
  progress: GroupProgress[];
  mayLog: boolean;
  /** A class log to use again: the next step is to choose the group. */
  again: ClassLog | null;
  waiting: Waiting;
}

/** The groups that someone sees, with how far they are. */
export function GroupsPage({ groups, progress, mayLog, again, waiting }: GroupsPageProps) {
  const { user } = useView();
  const whole = user?.roles.some((role) => role === 'decaan' || role === 'lob-coordinator');
  const title = whole ? 'Klassen' : 'Mijn klassen';
  const byId = new Map(progress.map((one) => [one.groupId, one]));
  const of = ({ id }: GroupSummary): GroupProgress | undefined => byId.get(id);
  const columns: Column<GroupSummary>[] = [
    { head: 'Klas', cell: (group) => <a href={`/klassen/${group.id}`}>{group.name}</a> },
    { head: 'Leerjaar', cell: ({ year }) => year ?? <span class="app-muted">onbekend</span> },
    { head: 'Leerlingen', cell: ({ pupils }) => pupils, numeric: true },
    { head: 'Mentor', cell: ({ mentors }) => mentors.join(', ') || <span class="app-muted">nog niemand</span> },
  ];
  if (progress.length > 0)
    columns.push(
      { head: 'Schreven een reflectie', cell: (group) => <Reflected of={of(group)} /> },
      { head: 'Nog geen activiteit', cell: (group) => of(group)?.waiting['no-activity'] ?? '', numeric: true },
    );
  if (mayLog) columns.push({ head: 'Vastleggen', cell: (group) => <LogLink group={group} again={again} /> });
  return (
    <Layout title={title} width="wide">
      <PageHeader
        title={title}
        lead={groups.length > 0 && 'Kies een klas om te zien hoe ver iedereen is, of leg meteen een activiteit vast.'}
      />
      <WaitingNotice waiting={waiting} />
      {again && (
        <Notice icon="calendar" title={`Ook vastleggen: ${again.title}`}>
          <p>
            Kies hieronder de klas die ook meedeed. Wat je voor {again.group} invulde, staat dan al klaar. Wie erbij
            was, vink je opnieuw aan. <a href="/klassen">Toch niet</a>
          </p>
        </Notice>
      )}
      {groups.length > 0 ? (
        <Table caption={title} columns={columns} rows={groups} rowKey={({ id }) => id} />
      ) : (
        <EmptyState
          icon="group"
          title="Je hebt dit schooljaar nog geen klas"
          text="Klassen komen uit de leerlingenlijst van school. Ontbreekt er een? Vraag het aan de beheerder van je school."
          action={
            <ButtonLink href="/hulp" tone="secondary">
              Hulp en contact
            </ButtonLink>
          }
        />
      )}
    </Layout>
  );
}

function Reflected({ of }: { of?: GroupProgress }) {
  if (!of) return null;
  const text = `${of.reflected} van ${of.pupils}`;
  return (
    <div class="app-meter">
      <progress value={of.reflected} max={Math.max(of.pupils, 1)} aria-label={`Reflectie geschreven in ${of.group}`}>
        {text}
      </progress>
      <span>{text}</span>
    </div>
  );
}

function LogLink({ group, again }: { group: GroupSummary; again: ClassLog | null }) {
  if (again?.groupId === group.id) return <span class="app-muted">staat er al</span>;
  return (
    <a href={`/klassen/${group.id}/vastleggen${again ? `?van=${again.logId}` : ''}`}>
      {again ? 'Deze klas' : 'Activiteit'}
      <span class="govuk-visually-hidden"> vastleggen voor {group.name}</span>
    </a>
  );
}
