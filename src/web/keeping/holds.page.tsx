import type { HoldResponse } from '../../erasure/erasure.dto.js';
import { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { Button, Card, EmptyState, Notice, PageHeader, SummaryList, Tag } from '../ui/blocks.js';
import { Confirm } from '../ui/data-blocks.js';
import { type AnyForm, TextArea, TextField } from '../ui/form-fields.js';
import { ErrorSummary, HiddenFields } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { KeepingTabs } from './tabs.js';

interface HoldsProps {
  holds: readonly HoldResponse[];
  form: AnyForm;
  /** The form to lift one, when it came back with faults. */
  lifting?: { id: string; form: AnyForm };
}

/** Of whom nothing may go, whatever the terms say; set and lifted by the privacy officer. */
export function HoldsPage({ holds, form, lifting }: HoldsProps) {
  const { user } = useView();
  const mayHold = user?.roles.includes('privacy-officer') ?? false;
  const faulty = lifting?.form ?? form;
  return (
    <Layout title="Vasthouden" fault={!faulty.valid} width="wide">
      <ErrorSummary form={faulty} />
      <PageHeader
        title="Vasthouden"
        lead="Loopt er een klacht of een rechtszaak? Dan mag er van deze leerling niets weg, ook niet als de termijn voorbij is."
      />
      <KeepingTabs current="/bewaren/vasthouden" />
      {holds.length === 0 && (
        <EmptyState icon="lock" title="Er wordt niemand vastgehouden" text="Alle termijnen lopen gewoon door." />
      )}
      {holds.map((hold) => (
        <Hold key={hold.id} hold={hold} mayHold={mayHold} form={lifting?.id === hold.id ? lifting.form : Form.of()} />
      ))}
      {mayHold ? (
        <form method="post" action="/bewaren/vasthouden" novalidate>
          <HiddenFields form={form} />
          <Card title="Een leerling vasthouden">
            <TextField form={form} name="pupilNumber" label="Leerlingnummer" width="10" autocomplete="off" />
            <TextArea
              form={form}
              name="reason"
              label="Waarom"
              hint="Bijvoorbeeld: klacht 2026-14 loopt. Schrijf niet op waar de klacht over gaat."
              rows={3}
              maxlength={300}
            />
            <Button>Vasthouden</Button>
          </Card>
        </form>
      ) : (
        <Notice icon="info">Alleen de privacy-functionaris zet iets vast of heft het op.</Notice>
      )}
    </Layout>
  );
}

function Hold({ hold, mayHold, form }: { hold: HoldResponse; mayHold: boolean; form: AnyForm }) {
  const { words } = useView();
  return (
    <Card title={`Leerling ${hold.pupilNumber ?? '(gewist)'}`}>
      <p>{hold.liftedAt ? <Tag colour="grey">opgeheven</Tag> : <Tag colour="orange">wordt vastgehouden</Tag>}</p>
      <SummaryList
        rows={[
          ['Waarom', hold.reason],
          ['Door', `${hold.setBy}, op ${words.date(hold.setAt)}`],
          ...(hold.liftedAt
            ? ([
                ['Opgeheven', `${hold.liftedBy ?? ''}, op ${words.date(hold.liftedAt)}`],
                ['Waarom opgeheven', hold.liftedReason ?? ''],
              ] as const)
            : []),
        ]}
      />
      {!hold.liftedAt && mayHold && (
        <Confirm
          summary="Opheffen…"
          question="Vanaf dan gelden de termijnen weer. Opheffen?"
          action={`/bewaren/vasthouden/${hold.id}/opheffen`}
          button="Opheffen"
          open={!form.valid}
        >
          <HiddenFields form={form} />
          <TextField
            form={form}
            name="reason"
            id={`reason-${hold.id}`}
            label="Waarom kan het weg?"
            autocomplete="off"
          />
        </Confirm>
      )}
    </Card>
  );
}
