import type { TimelineActivity } from '../../lob/lob.types.js';
import type { OpleidingChoice } from '../../opleidingen/opleidingen.types.js';
import { ActivityFields } from '../groups/activity-fields.js';
import { factRows } from '../groups/facts.js';
import { Zienswijzen } from '../family/zienswijze.js';
import { useView } from '../kit/view.js';
import { Card, Columns, Notice, PageHeader, SummaryList } from '../ui/blocks.js';
import { Confirm } from '../ui/data-blocks.js';
import { type AnyForm, TextField } from '../ui/form-fields.js';
import { ErrorSummary, FieldsetCard, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { RemarkField } from './log-pupil.page.js';

export interface ActivityPageProps {
  pupilId: string;
  pupilName: string;
  activity: TimelineActivity;
  mayCorrect: boolean;
  opleidingen: OpleidingChoice[];
  form: AnyForm;
  removal: AnyForm;
  /** Someone else changed it meanwhile: what stands there now is shown beside what was typed. */
  overtaken?: boolean;
}

/** One activity in one dossier: correct it or take it out. */
export function ActivityPage(p: ActivityPageProps) {
  const view = useView();
  const { pupilId, pupilName, activity, form, removal } = p;
  const faulty = form.valid ? removal : form;
  const back = `/leerlingen/${pupilId}`;
  return (
    <Layout title={activity.title} fault={!faulty.valid} width="wide" back={{ href: back, text: pupilName }}>
      <ErrorSummary form={faulty} />
      <PageHeader
        title={activity.title}
        lead={`In het dossier van ${pupilName}, vastgelegd door ${activity.loggedBy}.`}
      />
      {p.overtaken && (
        <Card title="Dit staat er nu" tone="attention">
          <SummaryList rows={factRows(view, activity)} />
        </Card>
      )}
      <Zienswijzen items={activity.zienswijzen} name={pupilName} />
      {p.mayCorrect ? (
        <Columns
          main={
            <form method="post" novalidate data-guarded>
              <HiddenFields form={form} />
              <FieldsetCard legend="De activiteit">
                <ActivityFields form={form} opleidingen={p.opleidingen} />
                <RemarkField form={form} />
              </FieldsetCard>
              <SaveBar save="Aanpassen" cancel={{ href: back }} />
            </form>
          }
          aside={<Removal activity={activity} pupilName={pupilName} form={removal} />}
        />
      ) : (
        <>
          <Notice icon="lock">
            {activity.loggedById === pupilId
              ? `${pupilName} vulde dit zelf in. Alleen ${pupilName} kan het aanpassen.`
              : 'Je kunt dit lezen, maar niet aanpassen.'}
          </Notice>
          <Card>
            <SummaryList rows={factRows(view, activity)} />
          </Card>
        </>
      )}
    </Layout>
  );
}

function Removal({ activity, pupilName, form }: { activity: TimelineActivity; pupilName: string; form: AnyForm }) {
  const own = activity.result || activity.evaluation || activity.followUp;
  return (
    <Card title="Was het niet zo?">
      <p>Alleen in het dossier van {pupilName}. Bij de rest van de klas blijft het staan.</p>
      {own && (
        <Notice tone="attention">
          {pupilName} vulde hier al iets bij in. Dat blijft bewaard, maar is niet meer te zien als je de activiteit
          weghaalt.
        </Notice>
      )}
      <Confirm
        summary="Weghalen uit dit dossier…"
        question={`Deze activiteit weghalen uit het dossier van ${pupilName}?`}
        action={`/activiteiten/${activity.id}/weghalen`}
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
