import type { OpleidingChoice } from '../../opleidingen/opleidingen.types.js';
import type { GroupPupil, GroupSummary } from '../../pupil-access/pupil-access.reader.js';
import { PageHeader } from '../ui/blocks.js';
import type { AnyForm } from '../ui/form-fields.js';
import { CheckCount, Checklist, ErrorSummary, FieldsetCard, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { ActivityFields } from './activity-fields.js';

export interface LogClassPageProps {
  group: GroupSummary;
  pupils: GroupPupil[];
  opleidingen: OpleidingChoice[];
  form: AnyForm;
}

/** One activity for a whole group: everyone is ticked, untick who was not there. */
export function LogClassPage({ group, pupils, opleidingen, form }: LogClassPageProps) {
  const title = `Activiteit vastleggen voor ${group.name}`;
  const back = `/klassen/${group.id}`;
  const ticked = pupils.filter((_, row) => form.checked(`pupils.${row}.present`)).length;
  const rowName = (field: string): string | undefined => pupils[Number(/^pupils\.(\d+)\./.exec(field)?.[1])]?.name;
  return (
    <Layout title={title} fault={!form.valid} width="wide" back={{ href: back, text: `Klas ${group.name}` }}>
      <form method="post" novalidate data-guarded>
        <ErrorSummary form={form} rowName={rowName} />
        <PageHeader title={title} lead="Vul één keer in wat de klas deed. Vink daarna uit wie er niet was." />
        <HiddenFields form={form} />
        <FieldsetCard legend="De activiteit">
          <ActivityFields form={form} opleidingen={opleidingen} />
        </FieldsetCard>
        <FieldsetCard
          id="pupils"
          legend="Wie was erbij?"
          hint="Een opmerking is te lezen door de leerling zelf en door zijn ouders."
        >
          <Checklist
            form={form}
            name="pupils"
            rows={pupils.map(({ id, name }) => ({ id, label: name }))}
            idField="pupilId"
            checkField="present"
            textField="remark"
            allLabel="Iedereen was erbij"
            textLabel="Opmerking (mag je overslaan)"
            textLabelFor={(name) => `Opmerking bij ${name}`}
          />
        </FieldsetCard>
        <SaveBar
          save="Vastleggen"
          cancel={{ href: back }}
          status={<CheckCount count={ticked} template={`% van ${pupils.length} leerlingen`} />}
        />
      </form>
    </Layout>
  );
}
