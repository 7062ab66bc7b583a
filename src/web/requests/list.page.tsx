import type { RectificationTaskResponse } from '../../rectification/rectification.dto.js';
import { useView, type View } from '../kit/view.js';
import { aboutTitle } from '../rights/about-words.js';
import { DateText, EmptyState, PageHeader, Tag } from '../ui/blocks.js';
import { type Column, Table } from '../ui/data-blocks.js';
import { Layout } from '../ui/layout.js';

/** What waits for an answer, the oldest first, and what was answered in the last year. */
export function RequestsPage({ tasks }: { tasks: readonly RectificationTaskResponse[] }) {
  const view = useView();
  const open = tasks.filter(isOpen);
  const done = tasks.filter((task) => !isOpen(task));
  return (
    <Layout title="Verzoeken" width="wide">
      <PageHeader
        title="Verzoeken"
        lead="Een leerling of ouder zegt dat iets in het dossier niet klopt. De school antwoordt binnen een maand."
      />
      {open.length > 0 ? (
        <Table
          caption="Wacht op antwoord"
          showCaption
          columns={[
            ...columns(view),
            { head: 'Antwoord uiterlijk', cell: ({ dueOn, late }) => <Due on={dueOn} late={late} /> },
          ]}
          rows={open}
          rowKey={({ id }) => id}
        />
      ) : (
        <EmptyState icon="check" title="Alles is beantwoord" text="Er wacht nu geen verzoek op jou." />
      )}
      {done.length > 0 && (
        <Table
          caption="Beantwoord in het afgelopen jaar"
          showCaption
          columns={[...columns(view), { head: 'Antwoord', cell: (task) => <Answered task={task} /> }]}
          rows={done}
          rowKey={({ id }) => id}
        />
      )}
    </Layout>
  );
}

const isOpen = ({ answeredOn, withdrawnOn }: RectificationTaskResponse): boolean => !answeredOn && !withdrawnOn;

const columns = (view: View): Column<RectificationTaskResponse>[] => [
  {
    head: 'Wat',
    cell: (task) => <a href={`/verzoeken/${task.id}`}>{aboutTitle(view, { ...task, facts: task.was })}</a>,
    heading: true,
  },
  { head: 'Leerling', cell: ({ pupil, group }) => [pupil, group].filter(Boolean).join(', ') },
  { head: 'Gevraagd', cell: ({ askedOn }) => <DateText at={askedOn} short /> },
];

export const Due = ({ on, late }: { on: string; late: boolean }) => (
  <>
    <DateText at={on} short /> {late && <Tag colour="red">te laat</Tag>}
  </>
);

function Answered({ task: { outcome, withdrawnOn, answeredOn } }: { task: RectificationTaskResponse }) {
  if (withdrawnOn) return <Tag colour="grey">teruggenomen</Tag>;
  return (
    <>
      {outcome === 'corrected' ? (
        <Tag colour="green">verbeterd</Tag>
      ) : (
        <Tag colour="yellow">blijft, met zienswijze</Tag>
      )}{' '}
      {answeredOn && <DateText at={answeredOn} short />}
    </>
  );
}
