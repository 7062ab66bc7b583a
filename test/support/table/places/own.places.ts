import { standing } from '../../model/standing.js';
import type { Asked, Outcome, Place, Places } from '../place.js';
import { is, only, recent, sessionHolder, signedIn, yesIf } from './words.js';

const imports = ['school-administrator', 'decaan'] as const;
const offers = ['school-administrator', 'intaker'] as const;

/** Someone who works at the home school: the person `mentor`. */
const ofPerson = (more: Partial<Place> = {}): Place => ({
  expect: (asked: Asked) => yesIf(is(asked, 'school-administrator') && asked.session.at === 'home'),
  send: (loaded) => ({ ids: { personId: loaded.uuid('mentor') } }),
  ...more,
});
const writesPerson = (body: unknown, more: Partial<Place> = {}): Place =>
  ofPerson({ changes: true, send: (loaded) => ({ ids: { personId: loaded.uuid('mentor') }, body }), ...more });
const roleOfPerson: Pick<Place, 'send'> = {
  send: (loaded) => ({ ids: { personId: loaded.uuid('mentor'), roleId: loaded.uuid('staff of mentor at home') } }),
};
/** An opleiding of the receiving school. */
const offer = (more: Partial<Place> = {}): Place => ({
  expect: (asked) => yesIf(is(asked, ...offers) && asked.session.at === 'mbo'),
  send: (loaded) => ({ ids: { id: loaded.uuid('opleiding 0 of mbo') } }),
  ...more,
});
const atMbo = ({ world, session }: Asked): boolean =>
  world.schools.some(({ id, kind }) => id === session.at && kind === 'mbo');
/** The offer is that of an mbo. */
const ownOffer: Place = {
  plain: true,
  expect: (asked) => yesIf(is(asked, ...offers) && atMbo(asked)),
};
/** Asked for one that is not there: whoever the route is for, none finds it. */
const notThere: Place = { plain: true, expect: () => 'no' };

/** Staff alone have a second step: the first time without more, later for who just proved who he is. */
const isStaff = ({ world, session }: Asked): boolean => standing(world, { ...session, factor: true })?.kind === 'staff';
const mayBegin = (asked: Asked): Outcome =>
  yesIf(isStaff(asked) && (signedIn.expect(asked, '') === 'no' || recent(asked)));

/** For everyone who proved who he is in the last quarter of an hour. */
const recently: Place = { plain: true, expect: (a) => yesIf(signedIn.expect(a, '') === 'yes' && recent(a)) };

/** What names nothing of a pupil: the own session, the school, its people and the offer of opleidingen. */
export const ownPlaces: Places = {
  'get /api/v1/me': sessionHolder,
  'get /api/v1/second-factor': sessionHolder,
  'post /api/v1/second-factor/secret': { plain: true, expect: mayBegin },
  'get /tweede-stap': sessionHolder,
  'post /api/v1/second-factor/recovery-codes': notThere, // nobody in the table has an app
  'get /api/v1/sessions': signedIn,
  'delete /api/v1/sessions': recently,
  'delete /api/v1/sessions/:sessionId': notThere,
  'get /api/v1/identities': signedIn,
  'delete /api/v1/identities/:identityId': notThere,
  'post /account/sessies/einde': recently,
  'post /account/sessies/:sessionId/einde': notThere,
  'post /account/koppelen/:provider': notThere, // the table has no provider
  'post /account/koppelingen/:identityId/einde': notThere,
  'get /account': signedIn,
  'get /account/tweede-stap': {
    plain: true,
    expect: (a) => yesIf(isStaff(a) && signedIn.expect(a, '') === 'yes' && recent(a)),
  },
  'post /account/tweede-stap/herstelcodes': notThere,
  'get /welkom': signedIn,
  'get /sessie/wissel': sessionHolder,
  'get /api/v1/opleidingen': signedIn,
  'get /opleidingen': signedIn,
  'get /api/v1/opleidingen/:id': {
    ...signedIn,
    send: (loaded) => ({ ids: { id: loaded.uuid('opleiding 0 of mbo') } }),
  },
  'post /api/v1/opleidingen': ownOffer,
  'patch /api/v1/opleidingen/:id': offer({
    changes: true,
    send: (loaded) => ({ ids: { id: loaded.uuid('opleiding 0 of mbo') }, body: { name: 'Kok', niveau: 2 } }),
  }),
  'post /api/v1/opleidingen/:id/withdrawal': offer({ changes: true }),
  'delete /api/v1/opleidingen/:id/withdrawal': offer({ changes: true }),
  'post /api/v1/opleidingen/imports': only(...offers),
  'get /api/v1/opleidingen/imports/:id': notThere,
  'post /api/v1/opleidingen/imports/:id/apply': only(...offers),
  'get /opleidingen/toevoegen': ownOffer,
  'post /opleidingen/toevoegen': ownOffer,
  'get /opleidingen/:id': offer(),
  'post /opleidingen/:id': offer(),
  'post /opleidingen/:id/intrekken': offer(),
  'post /opleidingen/:id/terugzetten': offer(),
  'get /opleidingen/import': ownOffer,
  'post /opleidingen/import': ownOffer,
  'get /opleidingen/import/:id': notThere,
  'post /opleidingen/import/:id': notThere,
  'get /api/v1/roster-imports': only(...imports),
  'post /api/v1/roster-imports': only(...imports),
  'post /api/v1/roster-imports/lob-history': only('decaan'),
  'get /api/v1/roster-imports/:id': notThere,
  'post /api/v1/roster-imports/:id/apply': only(...imports),
  'get /import': only(...imports),
  'post /import': only(...imports),
  'get /import/lob': only('decaan'),
  'post /import/lob': only('decaan'),
  'get /import/voorbeeld.csv': only(...imports),
  'get /import/:id': notThere,
  'post /import/:id': notThere,
  'get /api/v1/consent-texts': only('coordinator'),
  'post /api/v1/consent-texts': only('coordinator'),
  'get /api/v1/consent-texts/:id': notThere,
  'get /toestemmingsteksten': only('coordinator'),
  'get /toestemmingsteksten/nieuw': only('coordinator'),
  'post /toestemmingsteksten/nieuw': only('coordinator'),
  'get /toestemmingsteksten/:id': notThere,
  'get /api/v1/people': only('school-administrator'),
  'post /api/v1/people': only('school-administrator'),
  'get /personen': only('school-administrator'),
  'post /personen': only('school-administrator'),
  'get /personen/nieuw': only('school-administrator'),
  'post /personen/nieuw': only('school-administrator'),
  'get /api/v1/people/:personId': ofPerson(),
  'post /api/v1/people/:personId/activation-codes': writesPerson({}),
  'post /api/v1/people/:personId/roles': writesPerson({ role: 'privacy-officer' }),
  'delete /api/v1/people/:personId/roles/:roleId': writesPerson(undefined, roleOfPerson),
  'put /api/v1/people/:personId/account': writesPerson({ disabled: true }),
  'delete /api/v1/people/:personId/second-factor': ofPerson({ expect: () => 'no' }),
  'post /personen/:personId/tweede-stap': ofPerson({ expect: () => 'no' }),
  // They sign in already, so there is nothing to invite them for.
  'get /api/v1/people/:personId/invitation': ofPerson({ expect: () => 'no' }),
  'post /api/v1/people/:personId/invitation': ofPerson({ loose: true }),
  'delete /api/v1/people/:personId/invitation': ofPerson({ expect: () => 'no' }),
  'put /api/v1/people/:personId/contact': writesPerson({ email: 'mentor@home.example' }),
  'post /api/v1/invitation/join': { ...notThere, send: () => ({ body: { code: 'A'.repeat(43) } }) },
  'get /personen/:personId': ofPerson(),
  'post /personen/:personId/uitnodiging': ofPerson(),
  'post /personen/:personId/uitnodiging/intrekken': ofPerson({ expect: () => 'no' }),
  'post /personen/:personId/gegevens': ofPerson(),
  'post /personen/:personId/brief': writesPerson({}),
  'post /personen/:personId/rollen': ofPerson(),
  'post /personen/:personId/rollen/:roleId/einde': writesPerson({}, roleOfPerson),
  'post /personen/:personId/account': writesPerson({ disabled: 'true' }),
};

/** Routes without a person, a school or a pupil in them: signing in and out, and what is on the wall. */
export const withoutAsker: readonly string[] = [
  'get /',
  'get /livez',
  'get /readyz',
  'get /aanmelden',
  'post /aanmelden',
  'get /aanmelden/met/:provider',
  'get /aanmelden/met/:provider/terug',
  'get /aanmelden/met/:provider/uit',
  'get /aanmelden/koppelen',
  'post /aanmelden/koppelen',
  'get /aanmelden/mislukt',
  'get /activeren',
  'post /activeren',
  'post /afmelden',
  'post /taal',
  'post /sessie/wissel',
  'get /api/docs',
  'get /api/openapi.json',
  'get /assets/:name',
  'get /toegankelijkheid',
  'get /privacy',
  'get /hulp',
  'post /api/v1/session',
  'put /api/v1/session',
  'delete /api/v1/session',
  'post /api/v1/activation',
  'put /api/v1/second-factor',
  'delete /api/v1/second-factor',
  'post /api/v1/second-factor/proof',
  'post /tweede-stap',
  'post /tweede-stap/instellen',
  'post /account/tweede-stap/verwijderen',
  'get /postbus',
  'post /api/v1/forgotten-password',
  'post /api/v1/forgotten-password/choose',
  'post /api/v1/invitation/look',
  'post /api/v1/invitation/accept',
  'get /wachtwoord-vergeten',
  'post /wachtwoord-vergeten',
  'get /wachtwoord-vergeten/gevraagd',
  'get /wachtwoord-kiezen',
  'post /wachtwoord-kiezen',
  'get /uitnodiging',
  'post /uitnodiging',
  'post /uitnodiging/wachtwoord',
  'post /uitnodiging/toevoegen',
];
