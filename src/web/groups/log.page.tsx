import type { ClassLog } from '../../lob/lob.types.js';
import type { OpleidingChoice } from '../../opleidingen/opleidingen.types.js';
import { useView } from '../kit/view.js';
import { Card, Columns, Notice, PageHeader, SummaryList } from '../ui/blocks.js';
import { Confirm } from '../ui/data-blocks.js';
import { type AnyForm, TextField } from '../ui/form-fields.js';
import { ErrorSummary, FieldsetCard, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { ActivityFields } from './activity-fields.js';
import { factRows } from './facts.js';

export interface LogPageProps {
  log: ClassLog;
  opleidingen: OpleidingChoice[];
  form: AnyForm;
  removal: AnyForm;
  /** Someone else changed it meanwhile: what stands there now is shown beside what was typed. */
  overtaken?: boolean;
}

/** One class log: correct or remove it in every dossier at once. */
export function LogPage({ log, opleidingen, form, removal, overtaken }: LogPageProps) {
  const view = useView();
  const faulty = form.valid ? removal : form;
  const all = log.pupils.length === 1 ? '1 leerling' : `${log.pupils.length} leerlingen`;
  const back = `/klassen/${log.groupId}`;
  return (
    <Layout
      title={`${log.title} aanpassen`}
      fault={!faulty.valid}
      width="wide"
      back={{ href: back, text: `Klas ${log.group}` }}
    >
      <ErrorSummary form={faulty} />
      <PageHeader
        title={log.title}
        lead={`Vastgelegd door ${log.loggedBy} voor ${all} van ${log.group}. Wat je hier aanpast, verandert in al hun dossiers.`}
      />
      {overtaken && (
        <Card title="Dit staat er nu" tone="attention">
          <SummaryList rows={factRows(view, log)} />
        </Card>
      )}
      <Columns
        main={
          <>
            <form method="post" novalidate data-guarded>
              <HiddenFields form={form} />
              <FieldsetCard legend="De activiteit">
                <ActivityFields form={form} opleidingen={opleidingen} />
              </FieldsetCard>
              <SaveBar
                save={`Aanpassen voor ${all}`}
                cancel={{ href: back }}
                status={<p>Opmerkingen blijven zoals ze zijn</p>}
              />
            </form>
            <Removal log={log} form={removal} all={all} />
          </>
        }
        aside={
          <Card title="Leerlingen" intro="Klopt het bij één leerling niet? Pas het daar aan.">
            <ul class="app-name-list app-name-list--one">
              {log.pupils.map((pupil) => (
                <li key={pupil.id}>
                  <a href={`/activiteiten/${pupil.activityId}`}>{pupil.name}</a>
                  {pupil.remark && <p class="app-muted">{pupil.remark}</p>}
                </li>
              ))}
            </ul>
          </Card>
        }
      />
    </Layout>
  );
}

function Removal({ log, form, all }: { log: ClassLog; form: AnyForm; all: string }) {
  return (
    <Card title="Was het niet zo?">
      <OwnWordsStay log={log} />
      <Confirm
        summary={`Weghalen bij ${all}…`}
        question={`Deze activiteit weghalen uit het dossier van ${all}?`}
        action={`/logboek/${log.logId}/weghalen`}
        button="Weghalen"
        open={!form.valid}
      >
        <HiddenFields form={form} />
        <TextField
          form={form}
          name="reason"
          label="Waarom haal je het weg?"
          hint="Bijvoorbeeld: per ongeluk bij de verkeerde klas. Dit blijft bewaard."
          autocomplete="off"
        />
      </Confirm>
    </Card>
  );
}

/** Whoever removes has to know that pupils wrote about it; what they wrote is theirs. */
function OwnWordsStay({ log: { withOwnWords, reflections } }: { log: ClassLog }) {
  if (withOwnWords === 0 && reflections === 0) return <p>Er schreef nog geen leerling iets bij deze activiteit.</p>;
  const did = (count: number, one: string, more: string): string =>
    count === 1 ? `1 leerling ${one}` : `${count} leerlingen ${more}`;
  return (
    <Notice tone="attention">
      {reflections > 0 && (
        <p>
          {did(reflections, 'schreef', 'schreven')} er een reflectie bij. Die blijft van de leerling en blijft in het
          dossier.
        </p>
      )}
      {withOwnWords > 0 && (
        <p>
          {did(withOwnWords, 'vulde', 'vulden')} in wat het opleverde. Dat blijft bewaard, maar is niet meer te zien als
          je de activiteit weghaalt.
        </p>
      )}
    </Notice>
  );
}
