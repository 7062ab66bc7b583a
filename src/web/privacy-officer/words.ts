import type { AuditAction } from '../../audit/audit.types.js';
import { roles as allRoles, type Role } from '../../platform/access/actor.js';
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
  'session.refused': 'meldde zich aan via een andere organisatie, maar mag hier niet naar binnen',
  'identity.linked': 'koppelde een aanmelding van een andere organisatie',
  'identity.unlinked': 'ontkoppelde een aanmelding van een andere organisatie',
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
  'password.reset': 'koos een nieuw wachtwoord met een link uit een mail',
  'invitation.sent': 'nodigde een collega uit',
  'invitation.withdrawn': 'trok een uitnodiging in',
  'invitation.accepted': 'nam een uitnodiging aan',
  'invitation.joined': 'voegde een uitnodiging toe aan een eigen account',
  'person.changed': 'wijzigde gegevens van een collega',
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
  'consent.put-off': 'beslist later over een vraag om te delen',
  'consent.answered': 'gaf antwoord over toestemming',
  'consent.withdrawn': 'trok toestemming in',
  'consent.seen': 'bekeek met welke scholen gedeeld wordt',
  'application.seen': 'bekeek de aanmeldingen van een leerling',
  'mentor.seen': 'bekeek wie de mentor van een leerling is',
  'consent.recorded-on-paper': 'legde een antwoord van een ouder op papier vast',
  'section.exported': 'nam onderdelen van een dossier over',
  'share.confirmed': 'bevestigde wat er met overgenomen gegevens is gedaan',
  'statutory.switched': 'zette de wettelijke overdracht aan of uit',
  'statutory.offered': 'legde een wettelijke overdracht voor aan de familie',
  'statutory.answered': 'gaf een mening over de wettelijke overdracht',
  'statutory.ended': 'stopte een wettelijke overdracht',
  'consent-text.added': 'zette een toestemmingstekst erbij',
  'application.recorded': 'legde een aanmelding vast',
  'application.withdrawn': 'trok een aanmelding in',
  'opleiding.changed': 'wijzigde het aanbod van opleidingen',
  'audit.read': 'bekeek deze inzage',
  'rectification.asked': 'zei dat iets niet klopt',
  'rectification.answered': 'antwoordde op een verzoek om verbetering',
  'rectification.withdrawn': 'nam een verzoek om verbetering terug',
  'erasure.asked': 'vroeg om te wissen',
  'erasure.withdrawn': 'nam een verzoek om te wissen terug',
  'erasure.decided': 'besloot op een verzoek om te wissen',
  'retention.confirmed': 'bevestigde wat te lang bewaard werd',
  'pupil.erased': 'wiste gegevens van een leerling',
  'hold.set': 'zette een leerling vast',
  'hold.lifted': 'hief het vasthouden op',
  'copy.taken': 'nam een kopie van het dossier',
  'emergency.searched': 'zocht een leerling voor noodtoegang',
  'emergency.opened': 'opende noodtoegang',
  'emergency.ended': 'sloot noodtoegang',
  'emergency.reviewed': 'keek noodtoegang na',
  'audit.exported': 'haalde een bestand van deze inzage op',
  'unusual.reviewed': 'keek opvallende inzage na',
};
const grounds: Record<Basis | 'application' | 'request' | 'retention', string> = {
  own: 'eigen dossier',
  custody: 'ouder met gezag',
  opened: 'opengezet door de leerling',
  mentor: 'mentor van de leerling',
  'school-role': 'rol op school',
  teaching: 'docent van de klas',
  guest: 'gast in de klas',
  consent: 'toestemming',
  statutory: 'overdracht op grond van de wet',
  application: 'aanmelding',
  emergency: 'noodtoegang',
  request: 'verzoek van de leerling',
  retention: 'bewaartermijn',
};
const isRole = (word: string): word is Role => (allRoles as readonly string[]).includes(word);
const find = (words: Record<string, string>, code: string): string =>
  Object.hasOwn(words, code) ? words[code]! : code;

/** For a list to choose from. */
export const actOptions = Object.entries(acts)
  .map(([value, text]) => ({ value, text }))
  .sort((a, b) => a.text.localeCompare(b.text, 'nl'));

export const actText = (action: string): string => find(acts, action);
const reasons: Record<string, string> = {
  reset: 'in plaats van een wachtwoord',
  'not-allowed': 'van een leerling',
  'not-there': 'bestaat niet',
  'wrong-password': 'verkeerd wachtwoord',
  'account-not-usable': 'account uit of niet in gebruik',
  unusual: 'opvallende inzage',
  emergency: 'noodtoegang',
  found: 'gevonden',
  none: 'niemand gevonden',
  justified: 'terecht',
  'not-justified': 'niet terecht',
};
/** A code of the audit; the route of a page or API stays as it is, and roles get their names. */
export const reasonText = (reason: string, text: (key: string) => string): string => {
  const roles = reason.split(' ');
  if (Object.hasOwn(reasons, reason)) return reasons[reason]!;
  return roles.every((role) => isRole(role)) ? roles.map((role) => text(`role.${role}`)).join(', ') : reason;
};

export const groundText = (basis: string): string => find(grounds, basis);
