import type { OpleidingChoice } from '../../opleidingen/opleidingen.types.js';
import { ActivityFields } from '../groups/activity-fields.js';
import { PageHeader } from '../ui/blocks.js';
import { type AnyForm, TextArea } from '../ui/form-fields.js';
import { ErrorSummary, FieldsetCard, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';

/** A remark is readable by the one it is about, and that is said while it is typed. */
export const RemarkField = ({ form }: { form: AnyForm }) => (
  <TextArea
    form={form}
    name="remark"
    label="Opmerking"
    hint="De leerling zelf en zijn ouders kunnen dit lezen."
    rows={2}
    maxlength={300}
    optional
  />
);

export interface LogPupilPageProps {
  pupil: { id: string; name: string };
  opleidingen: OpleidingChoice[];
  form: AnyForm;
}

/** One activity for one pupil. */
export function LogPupilPage({ pupil, opleidingen, form }: LogPupilPageProps) {
  const title = `Activiteit vastleggen voor ${pupil.name}`;
  const back = `/leerlingen/${pupil.id}`;
  return (
    <Layout title={title} fault={!form.valid} width="wide" back={{ href: back, text: pupil.name }}>
      <form method="post" novalidate data-guarded>
        <ErrorSummary form={form} />
        <PageHeader title={title} lead="Deed de hele klas mee? Leg het dan in één keer vast bij de klas." />
        <HiddenFields form={form} />
        <FieldsetCard legend="De activiteit">
          <ActivityFields form={form} opleidingen={opleidingen} />
          <RemarkField form={form} />
        </FieldsetCard>
        <SaveBar save="Vastleggen" cancel={{ href: back }} />
      </form>
    </Layout>
  );
}
