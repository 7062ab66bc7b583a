import type { ProfileResponse } from '../../dossier/dossier.dto.js';
import type { OwnEmergency } from '../../emergency-access/emergency.types.js';
import { useView } from '../kit/view.js';
import { Button, Card, Notice, PageHeader, SummaryList, Tag } from '../ui/blocks.js';
import { Contact } from '../ui/data-blocks.js';
import { type AnyForm } from '../ui/form-fields.js';
import { HiddenFields } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';

export interface EmergencyPageProps {
  emergency: OwnEmergency;
  profile: ProfileResponse | null;
  form: AnyForm;
}

/** What can be seen in an emergency: who it is, and whom one can call. */
export function EmergencyPage({ emergency, profile, form }: EmergencyPageProps) {
  const { text, words } = useView();
  return (
    <Layout title="Noodtoegang">
      <PageHeader
        title={profile?.name ?? 'Noodtoegang'}
        tags={<Tag colour="red">noodtoegang</Tag>}
        lead={`Open tot ${words.hour(emergency.until)}. De leerling en de privacy-functionaris hebben bericht gekregen.`}
      />
      {profile && (
        <SummaryList
          rows={[
            ['School', profile.school],
            ['Klas', profile.group ?? 'niet bekend'],
            ...(profile.birthDate ? [['Geboortedatum', words.date(profile.birthDate)] as const] : []),
          ]}
        />
      )}
      <Card id="contact" title="Wie je kunt bellen">
        {profile?.contacts.map((contact) => (
          <Contact key={contact.name} {...contact} role={text(`role.${contact.role}`)} />
        ))}
        {(profile?.contacts.length ?? 0) === 0 && <p>De school gaf geen mentor of decaan op.</p>}
      </Card>
      <Notice tone="info">
        <p>Klaar? Sluit de toegang dan zelf. Anders stopt hij vanzelf.</p>
      </Notice>
      <form method="post" action={`/noodtoegang/${emergency.id}/sluiten`}>
        <HiddenFields form={form} />
        <Button tone="secondary">Sluit nu</Button>
      </form>
    </Layout>
  );
}
