import type { RectificationAnswerRequest, RectificationTaskResponse } from '../../rectification/rectification.dto.js';
import { differs } from '../../rectification/rectification.types.js';
import type { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { aboutTitle, factRowsOf } from '../rights/about-words.js';
import { Card, Columns, Notice, PageHeader, Quote, SummaryList, Tag } from '../ui/blocks.js';
import { Radios } from '../ui/form-choices.js';
import { TextArea } from '../ui/form-fields.js';
import { ErrorSummary, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { Due } from './list.page.js';

interface AnswerPageProps {
  task: RectificationTaskResponse;
  form: Form<RectificationAnswerRequest>;
}

/** One request: what the pupil says, what stands there, and the answer of the school. */
export function AnswerPage({ task, form }: AnswerPageProps) {
  const view = useView();
  const { words } = view;
  const title = aboutTitle(view, { ...task, facts: task.was });
  const open = !task.answeredOn && !task.withdrawnOn;
  return (
    <Layout title={title} fault={!form.valid} width="wide" back={{ href: '/verzoeken', text: 'Verzoeken' }}>
      <ErrorSummary form={form} />
      <PageHeader
        title={title}
        lead={`${[task.pupil, task.group && `klas ${task.group}`].filter(Boolean).join(', ')}. Gevraagd op ${words.date(task.askedOn)} door ${task.askedBy || 'de leerling'}.`}
        tags={open ? <Due on={task.dueOn} late={task.late} /> : <Tag colour="grey">afgehandeld</Tag>}
      />
      <Columns
        main={
          <>
            <Card title="Dit klopt niet, vindt de leerling">
              <Quote by="Wat er niet klopt">{task.wrong}</Quote>
              <Quote by="Wat het moet zijn">{task.shouldBe}</Quote>
            </Card>
            {open && <AnswerForm task={task} form={form} />}
            {task.answeredOn && (
              <Card title="Antwoord van de school">
                <SummaryList
                  rows={[
                    ['Uitkomst', task.outcome === 'corrected' ? 'Verbeterd' : 'Blijft staan, met de zienswijze erbij'],
                    ['Door', `${task.answeredBy ?? ''}, op ${words.date(task.answeredOn)}`],
                    ...(task.answer ? ([['Uitleg', task.answer]] as const) : []),
                  ]}
                />
              </Card>
            )}
            {task.withdrawnOn && (
              <Notice>
                De leerling of ouder nam dit terug op {words.date(task.withdrawnOn)}. Je hoeft niets te doen.
              </Notice>
            )}
          </>
        }
        aside={<Standing task={task} />}
      />
    </Layout>
  );
}

/** What stood there when it was asked, and what stands there now. */
function Standing({ task }: { task: RectificationTaskResponse }) {
  const view = useView();
  const { was, now } = task;
  if (!was || !now)
    return (
      <Notice icon="lock">
        Deze leerling is van school. Je ziet wat er gevraagd is, maar niet wat er in het dossier staat.
      </Notice>
    );
  const changed = differs(was, now);
  return (
    <>
      <Card title="Dit stond er toen">
        <SummaryList rows={factRowsOf(view, was)} />
      </Card>
      <Card title="Dit staat er nu" tone={changed ? 'good' : undefined}>
        {changed ? <SummaryList rows={factRowsOf(view, now)} /> : <p>Nog hetzelfde.</p>}
        <HowToCorrect task={task} />
      </Card>
    </>
  );
}

/** Where this kind of thing is put right. */
function HowToCorrect({ task: { about, subjectId, answeredOn, withdrawnOn } }: { task: RectificationTaskResponse }) {
  if (answeredOn ?? withdrawnOn) return null;
  if (about === 'activity' || about === 'remark')
    return (
      <p>
        <a href={`/activiteiten/${subjectId}`}>Pas de activiteit aan</a>
      </p>
    );
  return (
    <p class="app-muted">
      Dit komt uit de leerlingenlijst. Pas het aan in het leerlingadministratiesysteem en lees de lijst opnieuw in.
      {about === 'enrolment' && ' Leerjaar, leerweg en profiel kun je ook bij de klas aanvullen.'}
    </p>
  );
}

const AnswerForm = ({ task, form }: AnswerPageProps) => (
  <form method="post" action={`/verzoeken/${task.id}`} novalidate data-guarded>
    <HiddenFields form={form} />
    <Card title="Jouw antwoord">
      <Radios
        form={form}
        name="outcome"
        label="Wat doet de school?"
        options={[
          {
            value: 'corrected',
            text: 'Het is verbeterd',
            hint: 'Een fout in de feiten hoort verbeterd te zijn. Doe dat eerst; wat er stond, blijft bij dit verzoek bewaard.',
          },
          {
            value: 'kept',
            text: 'Het blijft staan',
            hint: 'Bij een oordeel of mening, of als het wél klopt. De tekst van de leerling komt erbij te staan, voor iedereen die dit leest.',
          },
        ]}
      />
      <TextArea
        form={form}
        name="answer"
        label="Uitleg"
        hint="De leerling leest dit. Blijft het staan? Zeg dan waarom."
        rows={4}
        maxlength={1000}
      />
    </Card>
    <SaveBar save="Verstuur het antwoord" cancel={{ href: '/verzoeken' }} />
  </form>
);
