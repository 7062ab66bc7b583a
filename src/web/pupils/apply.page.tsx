import type { OpleidingChoice } from '../../opleidingen/opleidingen.types.js';
import type { ApplicationResponse } from '../../placements/placements.dto.js';
import { opleidingOptions } from '../groups/activity-fields.js';
import { useView } from '../kit/view.js';
import { Card, Notice, PageHeader } from '../ui/blocks.js';
import { Confirm } from '../ui/data-blocks.js';
import { type AnyForm, Select } from '../ui/form-fields.js';
import { ErrorSummary, FieldsetCard, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { programme } from './words.js';

export interface ApplyPageProps {
  pupil: { id: string; name: string };
  applications: ApplicationResponse[];
  opleidingen: OpleidingChoice[];
  form: AnyForm;
}

/** Recording where a pupil applies, and taking an application back. */
export function ApplyPage({ pupil, applications, opleidingen, form }: ApplyPageProps) {
  const { words } = useView();
  const back = `/leerlingen/${pupil.id}`;
  const title = `Aanmelding van ${pupil.name}`;
  const live = applications.filter(({ withdrawnOn }) => !withdrawnOn);
  return (
    <Layout title={title} fault={!form.valid} back={{ href: back, text: pupil.name }}>
      <ErrorSummary form={form} />
      <PageHeader title={title} lead="Leg vast voor welke opleiding de leerling zich heeft aangemeld." />
      {live.map((one) => (
        <Card key={one.id} title={programme(one)}>
          <p>
            {one.toSchool}
            <br />
            <span class="app-muted">
              Aangemeld op {words.date(one.appliedOn)}, begint op {words.date(one.plannedStart)}
            </span>
          </p>
          <Confirm
            summary="Aanmelding intrekken…"
            question={`De aanmelding voor ${one.opleiding} intrekken?`}
            action={`${back}/aanmelden/${one.id}/intrekken`}
            button="Intrekken"
          >
            <p>{one.toSchool} ziet deze leerling daarna niet meer, ook niet als er een dossier gedeeld is.</p>
          </Confirm>
        </Card>
      ))}
      <form method="post" novalidate>
        <HiddenFields form={form} />
        <FieldsetCard legend={live.length > 0 ? 'Nog een aanmelding' : 'Nieuwe aanmelding'}>
          <Select form={form} name="opleidingId" label="Opleiding" options={opleidingOptions(opleidingen)} />
        </FieldsetCard>
        <Notice icon="lock">
          De mbo-school ziet dan de naam, de geboortedatum en de opleiding. Het dossier ziet de school pas als de
          leerling dat deelt.
        </Notice>
        <SaveBar save="Aanmelding vastleggen" cancel={{ href: back }} />
      </form>
    </Layout>
  );
}
