import type { AuditAction } from '../../audit/audit.types.js';
import type { Basis } from '../../pupil-access/pupil-access.types.js';

/** What someone did, behind his name: "zag onderdelen van een dossier". */
const acts: Record<AuditAction, string> = {
  'section.read': 'zag onderdelen van een dossier',
  'list.read': 'zag een lijst van leerlingen',
  'access.refused': 'vroeg iets op dat niet mag',
  'route.refused': 'opende een pagina die niet bij de rol hoort',
  'session.started': 'meldde zich aan',
  'session.ended': 'meldde zich af',
  'session.failed': 'gaf een verkeerd wachtwoord',
  'factor.set': 'stelde de tweede stap van het inloggen in',
  'factor.given': 'gaf de tweede stap van het inloggen',
  'factor.failed': 'gaf een verkeerde code bij de tweede stap',
  'factor.missing': 'vroeg iets op zonder de tweede stap van het inloggen',
  'factor.removed': 'haalde de eigen tweede stap weg',
  'factor.reset': 'haalde de tweede stap van een collega weg',
  'factor.codes-made': 'maakte nieuwe herstelcodes',
  'factor.code-used': 'gebruikte een herstelcode in plaats van de telefoon',
  'account.activated': 'nam een account in gebruik',
  'account.disabled': 'zette een account uit',
  'account.enabled': 'zette een account weer aan',
  'activation.issued': 'maakte een brief met een code',
  'role.given': 'gaf iemand een rol',
  'role.ended': 'beëindigde een rol',
  'pupil.changed': 'wijzigde leerlinggegevens',
  'pupil.left': 'schreef een leerling uit',
  'guardian.changed': 'legde vast wie gezag heeft',
  'guardian-sections.changed': 'wijzigde wat ouders kunnen lezen',
  'mentor.changed': 'wijzigde de mentor',
  'teaching.changed': 'wijzigde welke docent een klas heeft',
  'roster.imported': 'las een leerlingenlijst in',
  'activity.logged': 'legde een activiteit vast',
  'activity.changed': 'wijzigde een activiteit',
  'activity.removed': 'haalde een activiteit weg',
  'activity.own-words': 'schreef bij een activiteit',
  'reflection.written': 'schreef een reflectie',
  'reflection.opened': 'wijzigde wie een reflectie leest',
  'consent.asked': 'vroeg om te delen',
  'consent.answered': 'gaf antwoord over toestemming',
  'consent.withdrawn': 'trok toestemming in',
  'consent.seen': 'bekeek wat nog een antwoord van een ouder nodig heeft',
  'consent.recorded-on-paper': 'legde een antwoord van een ouder op papier vast',
  'consent-text.added': 'zette een toestemmingstekst erbij',
  'application.recorded': 'legde een aanmelding vast',
  'application.withdrawn': 'trok een aanmelding in',
  'opleiding.changed': 'wijzigde het aanbod van opleidingen',
  'audit.read': 'bekeek deze inzage',
  'copy.taken': 'nam een kopie van het dossier',
};
const grounds: Record<Basis | 'application', string> = {
  own: 'eigen dossier',
  custody: 'ouder met gezag',
  opened: 'opengezet door de leerling',
  mentor: 'mentor van de leerling',
  'school-role': 'rol op school',
  teaching: 'docent van de klas',
  consent: 'toestemming',
  application: 'aanmelding',
};
const find = (words: Record<string, string>, code: string): string =>
  Object.hasOwn(words, code) ? words[code]! : code;

export const actText = (action: string): string => find(acts, action);
export const groundText = (basis: string): string => find(grounds, basis);
