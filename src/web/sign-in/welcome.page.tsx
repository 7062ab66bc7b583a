import type { MeResponse } from '../../accounts/me.dto.js';
import type { Role } from '../../platform/access/actor.js';
import { useView } from '../kit/view.js';
import { Card, EmptyState, PageHeader } from '../ui/blocks.js';
import { TickList } from '../ui/data-blocks.js';
import { Layout } from '../ui/layout.js';

/** What a role without pages of its own is for, and who can do what it cannot. */
const about: Partial<Record<Role, string[]>> = {
  staff: [
    'Als medewerker zie je geen gegevens van leerlingen. Dat verandert zodra je mentor wordt of lesgeeft aan een klas.',
    'Ben je mentor of docent en zie je je klas niet? Vraag de beheerder van je school of je aan de klas bent gekoppeld.',
  ],
  'care-coordinator': [
    'Van de leerlingen van je school mag je de gegevens, de schoolloopbaan en de LOB-activiteiten lezen.',
    'Wil je iets over een leerling afspreken? De mentor en de decaan werken in het dossier.',
  ],
  slb: ['Na de plaatsing lees je het dossier van je eigen studenten, voor zover de leerling dat met je school deelt.'],
  'mbo-care': ['Je leest alleen iets van een leerling die om ondersteuning vroeg en dat met je school deelt.'],
  coordinator: ['Voor de regio zijn er alleen aantallen, nooit gegevens van één leerling.'],
};

export function WelcomePage({ me }: { me: MeResponse }) {
  const { words } = useView().in('nl');
  const roles = me.roles.filter((role) => about[role]);
  return (
    <Layout title="Welkom">
      <PageHeader
        title={`Welkom, ${me.name}`}
        lead={`Je bent ingelogd${me.schoolName ? ` bij ${me.schoolName}` : ''}${roles.length > 0 ? ` als ${roles.map((role) => words.t(`role.${role}`)).join(' en ')}` : ''}.`}
      />
      {roles.length === 0 && (
        <EmptyState
          icon="info"
          title="Je hebt hier nu geen rol"
          text="Vraag de beheerder van je school welke rol je moet krijgen."
        />
      )}
      {roles.map((role) => (
        <Card key={role} id={`rol-${role}`} title={`Wat je kunt als ${words.t(`role.${role}`)}`}>
          <TickList items={about[role] ?? []} />
        </Card>
      ))}
      {me.places.length + (me.guardian ? 1 : 0) > 1 && (
        <p>
          <a href="/sessie/wissel">Verder op een andere plek</a>
        </p>
      )}
    </Layout>
  );
}
