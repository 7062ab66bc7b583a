import type { ErasureTaskResponse } from '../../erasure/erasure.dto.js';
import { Due } from '../requests/list.page.js';
import { DateText, EmptyState, PageHeader, Tag, type TagColour } from '../ui/blocks.js';
import { type Column, Table } from '../ui/data-blocks.js';
import { Layout } from '../ui/layout.js';
import { KeepingTabs, Numbered } from './tabs.js';

/** Requests to be forgotten: what waits, and what was decided in the last year. */
export function WishesPage({ tasks }: { tasks: readonly ErasureTaskResponse[] }) {
  const open = tasks.filter(isOpen);
  const done = tasks.filter((task) => !isOpen(task));
  return (
    <Layout title="Bewaren en wissen" width="wide">
      <PageHeader
        title="Bewaren en wissen"
        lead="Leerlingen staan hier met hun nummer. Wat er in een dossier staat, zie je hier niet."
      />
      <KeepingTabs current="/bewaren" />
      {open.length > 0 ? (
        <Table
          cards
          caption="Wacht op een besluit"
          showCaption
          columns={[
            ...columns,
            { head: 'Besluit uiterlijk', cell: ({ dueOn, late }) => <Due on={dueOn} late={late} /> },
            { head: 'Vastgehouden', cell: ({ held }) => (held ? <Tag colour="orange">ja</Tag> : 'nee') },
          ]}
          rows={open}
          rowKey={({ id }) => id}
        />
      ) : (
        <EmptyState
          icon="check"
          title="Er wacht geen verzoek"
          text="Vraagt een leerling of ouder om te wissen, dan staat het hier."
        />
      )}
      {done.length > 0 && (
        <Table
          cards
          caption="Afgehandeld in het afgelopen jaar"
          showCaption
          columns={[...columns, { head: 'Besluit', cell: (task) => <Decided task={task} /> }]}
          rows={done}
          rowKey={({ id }) => id}
        />
      )}
    </Layout>
  );
}

const isOpen = ({ decidedOn, withdrawnOn }: ErasureTaskResponse): boolean => !decidedOn && !withdrawnOn;
const columns: Column<ErasureTaskResponse>[] = [
  {
    head: 'Leerling',
    cell: ({ id, pupilNumber }) => (
      <a href={`/bewaren/verzoek/${id}`}>
        <span class="govuk-visually-hidden">Verzoek van leerling </span>
        <Numbered number={pupilNumber} />
      </a>
    ),
    heading: true,
  },
  { head: 'Gevraagd', cell: ({ askedOn }) => <DateText at={askedOn} short /> },
  { head: 'Door', cell: ({ askedAs }) => (askedAs === 'pupil' ? 'leerling' : 'ouder of verzorger') },
];

const decisions: Record<string, [TagColour, string]> = {
  everything: ['grey', 'alles gewist'],
  part: ['green', 'deel gewist'],
  refused: ['red', 'niet gewist'],
};
function Decided({ task: { outcome, decidedOn, withdrawnOn } }: { task: ErasureTaskResponse }) {
  if (withdrawnOn) return <Tag colour="grey">teruggenomen</Tag>;
  const [colour, text] = decisions[outcome ?? 'refused']!;
  return (
    <>
      <Tag colour={colour}>{text}</Tag> {decidedOn && <DateText at={decidedOn} short />}
    </>
  );
}
