import type { ErasureDecisionRequest, ErasureTaskResponse } from '../../erasure/erasure.dto.js';
import type { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { Due } from '../requests/list.page.js';
import { Card, Columns, Notice, PageHeader, Quote, SummaryList, Tag } from '../ui/blocks.js';
import { Checkboxes, Radios } from '../ui/form-choices.js';
import { TextArea } from '../ui/form-fields.js';
import { ErrorSummary, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';

interface DecideProps {
  task: ErasureTaskResponse;
  form: Form<ErasureDecisionRequest>;
}

/** One request to be forgotten: what is asked, how much there is, and the decision. */
export function DecidePage({ task, form }: DecideProps) {
  const { words } = useView();
  const open = !task.decidedOn && !task.withdrawnOn;
  const who = task.pupilNumber ?? 'gewist';
  return (
    <Layout
      title={`Verzoek om te wissen: leerling ${who}`}
      fault={!form.valid}
      width="wide"
      back={{ href: '/bewaren', text: 'Bewaren en wissen' }}
    >
      <ErrorSummary form={form} />
      <PageHeader
        title={`Verzoek om te wissen: leerling ${who}`}
        lead={`Gevraagd op ${words.date(task.askedOn)} door ${task.askedAs === 'pupil' ? 'de leerling' : 'een ouder of verzorger'}.`}
        tags={
          open ? (
            <span>
              Besluit uiterlijk <Due on={task.dueOn} late={task.late} />
            </span>
          ) : (
            <Tag colour="grey">afgehandeld</Tag>
          )
        }
      />
      <Columns
        main={
          <>
            {task.words && (
              <Card title="Dit wordt gevraagd">
                <Quote by="Het verzoek">{task.words}</Quote>
              </Card>
            )}
            {open && task.held && (
              <Notice tone="attention" icon="lock" title="Van deze leerling wordt alles vastgehouden">
                <p>Zolang dat zo is, kan er niets weg. Weigeren met uitleg kan wel.</p>
              </Notice>
            )}
            {open && <DecideForm task={task} form={form} />}
            {task.decidedOn && <Decision task={task} />}
            {task.withdrawnOn && (
              <Notice>Teruggenomen op {words.date(task.withdrawnOn)}. Je hoeft niets te doen.</Notice>
            )}
          </>
        }
        aside={<Counts task={task} />}
      />
    </Layout>
  );
}

const partNames = {
  lob: 'LOB-activiteiten, met de reflecties erbij',
  reflections: 'Alleen de reflecties',
  applications: 'Aanmeldingen en plaatsingen',
} as const;

const DecideForm = ({ task, form }: DecideProps) => (
  <form method="post" action={`/bewaren/verzoek/${task.id}`} novalidate data-guarded>
    <HiddenFields form={form} />
    <Card title="Besluit van de school">
      <Radios
        form={form}
        name="outcome"
        label="Wat doet de school?"
        options={[
          {
            value: 'everything',
            text: 'Alles wissen',
            hint: 'Dit kan niet ongedaan worden gemaakt. Ook het account van de leerling gaat weg, en dat van ouders die hier geen ander kind hebben. Vertel het dus zelf aan de leerling.',
          },
          { value: 'part', text: 'Een deel wissen', hint: 'De rest moet blijven. Leg uit waarom.' },
          {
            value: 'refused',
            text: 'Niets wissen',
            hint: 'Bijvoorbeeld omdat de school het nog nodig heeft. Leg uit waarom.',
          },
        ]}
      />
      <Checkboxes
        form={form}
        name="parts"
        label="Bij een deel: wat gaat er weg?"
        optional
        options={Object.entries(partNames).map(([value, text]) => ({ value, text }))}
      />
      <TextArea
        form={form}
        name="answer"
        label="Uitleg voor de leerling"
        hint="Wat moet blijven, en waarom. Een leerlingdossier mag de school bewaren zolang dat nodig is, tot hooguit twee jaar nadat de leerling van school is. In- en uitschrijving vijf jaar."
        rows={4}
        maxlength={1000}
      />
    </Card>
    <SaveBar save="Neem het besluit" cancel={{ href: '/bewaren' }} />
  </form>
);

function Decision({ task }: { task: ErasureTaskResponse }) {
  const { words } = useView();
  const what = {
    everything: 'Alles is gewist',
    part: `Gewist: ${task.parts.map((part) => partNames[part]).join(', ')}`,
    refused: 'Niets is gewist',
  };
  return (
    <Card title="Besluit van de school">
      <SummaryList
        rows={[
          ['Besluit', what[task.outcome ?? 'refused']],
          ['Op', words.date(task.decidedOn!)],
          ...(task.answer ? ([['Uitleg', task.answer]] as const) : []),
        ]}
      />
    </Card>
  );
}

/** How much there is, never what. */
function Counts({ task: { counts } }: { task: ErasureTaskResponse }) {
  if (!counts) return null;
  return (
    <Card title="Zoveel staat er nu">
      <SummaryList
        rows={[
          ['Activiteiten', counts.activities],
          ['Reflecties', counts.reflections],
          ['Aanmeldingen', counts.applications],
          ['Keren gedeeld', counts.shares],
          ['Ouders', counts.guardians],
          ['Schooljaren', counts.enrolments],
        ]}
      />
    </Card>
  );
}
