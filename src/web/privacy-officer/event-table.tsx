import type { SchoolAuditEvent } from '../../access-review/school-audit.dto.js';
import { useView } from '../kit/view.js';
import { Tag } from '../ui/blocks.js';
import { type Column, Table } from '../ui/data-blocks.js';
import { actText, groundText, reasonText } from './words.js';

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

/** Rows of the audit; an event has no name of its own, so its place in the table tells them apart. */
export const EventTable = ({ caption, events }: { caption: string; events: readonly SchoolAuditEvent[] }) => (
  <Table
    cards
    caption={caption}
    showCaption
    columns={columns}
    rows={events.map((event, i) => ({ ...event, i }))}
    rowKey={({ i }) => String(i)}
  />
);

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

function Who({ event: { who, actorId, role, school } }: { event: SchoolAuditEvent }) {
  const { text } = useView();
  const named = role === 'none' ? 'onbekend' : text(`role.${role}`, {}, 'role.staff');
  return (
    <>
      {actorId ? <a href={`/inzage?actorId=${actorId}`}>{who}</a> : who || named}
      <br />
      <span class="app-muted app-small">{[who && named, school].filter(Boolean).join(', ')}</span>
    </>
  );
}

function What({ event: { action, sections, pupils, onBehalfOf, reason } }: { event: SchoolAuditEvent }) {
  const { text } = useView();
  const names = sections.map((section: string) => (section in others ? others[section] : text(`section.${section}`)));
  const more = [
    onBehalfOf && `namens de ${text(`role.${onBehalfOf}`)}`,
    pupils > 0 && `${pupils} ${pupils === 1 ? 'leerling' : 'leerlingen'}`,
    ...names,
    reason && reasonText(reason, text),
  ].filter(Boolean);
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
  if (basis === 'emergency') return <Tag colour="red">{groundText(basis)}</Tag>;
  return (
    <>
      {groundText(basis)}
      {purpose && <span class="app-muted app-small"> voor {text(`purpose.${purpose}`)}</span>}
    </>
  );
}
