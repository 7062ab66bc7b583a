import type { StatutorySettingsResponse } from '../../statutory/statutory.dto.js';
import { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { Button, Card, DateText, Notice, PageHeader, Tag } from '../ui/blocks.js';
import { Confirm } from '../ui/data-blocks.js';
import { HiddenFields } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';

/** Switching passing on by law on and off: the region and the school each for itself. */
export function StatutorySettingsPage({ settings }: { settings: StatutorySettingsResponse }) {
  const { user } = useView();
  const { region, regionOn, regionSince, school, schoolOn, schoolSince } = settings;
  return (
    <Layout title="Wettelijke overdracht">
      <PageHeader
        title="Wettelijke overdracht"
        lead="Sinds 2020 mag een school wat nodig is zonder toestemming doorgeven aan het mbo. Hier staat of jullie dat gebruiken."
      />
      <Notice icon="info">
        <p>
          Het werkt alleen als de regio én de school het aanzetten. Dan nog gaat het alleen om Gegevens en klas en
          Schoolloopbaan, en ziet de leerling het eerst. Zet een van beide het uit, dan leest het mbo het meteen niet
          meer.
        </p>
      </Notice>
      <Switch id="regio" name={region} on={regionOn} since={regionSince} may={user?.roles.includes('coordinator')} />
      <Switch
        id="school"
        name={school}
        on={schoolOn}
        since={schoolSince}
        may={user?.roles.includes('school-administrator')}
      />
    </Layout>
  );
}

function Switch(p: { id: 'regio' | 'school'; name: string; on: boolean; since: string | null; may?: boolean }) {
  const { id, name, on, since, may } = p;
  const action = `/wettelijke-overdracht/${id}`;
  return (
    <Card id={id} title={name} action={<Tag colour={on ? 'green' : 'grey'}>{on ? 'Aan' : 'Uit'}</Tag>}>
      {since && (
        <p>
          Aan sinds <DateText at={since} />.
        </p>
      )}
      {!may && (
        <p class="app-muted">
          {id === 'regio' ? 'De regiocoördinator gaat hierover.' : 'De beheerder van de school gaat hierover.'}
        </p>
      )}
      {may && on && (
        <Confirm
          summary="Zet uit…"
          question="Uitzetten? Wat zo is doorgegeven, leest het mbo dan meteen niet meer."
          action={action}
          button="Zet uit"
        >
          <HiddenFields form={Form.of()} values={{ on: 'nee' }} />
        </Confirm>
      )}
      {may && !on && (
        <form method="post" action={action} novalidate>
          <HiddenFields form={Form.of()} values={{ on: 'ja' }} />
          <Button>Zet aan</Button>
        </form>
      )}
    </Card>
  );
}
