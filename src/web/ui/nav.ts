import type { Actor, Role } from '../../platform/access/actor.js';
import type { PlainKey } from '../i18n/message.types.js';
import type { IconName } from './icons.js';

export interface NavItem {
  href: string;
  text: PlainKey;
  icon: IconName;
  roles: readonly Role[];
}

/** In the order of the menu. A person with several roles gets each address once, under the first name that fits. */
const items: readonly NavItem[] = [
  { href: '/klassen', text: 'nav.groups', icon: 'group', roles: ['decaan', 'lob-coordinator', 'care-coordinator'] },
  { href: '/overzicht', text: 'nav.overview', icon: 'chart', roles: ['decaan', 'lob-coordinator'] },
  { href: '/klassen', text: 'nav.my-groups', icon: 'group', roles: ['mentor', 'teacher'] },
  { href: '/overzicht', text: 'nav.overview', icon: 'chart', roles: ['mentor'] },
  { href: '/import', text: 'nav.import', icon: 'upload', roles: ['school-administrator', 'decaan'] },
  { href: '/personen', text: 'nav.people', icon: 'person', roles: ['school-administrator'] },
  { href: '/leerlingen', text: 'nav.pupils', icon: 'group', roles: ['school-administrator', 'decaan'] },
  { href: '/gezag', text: 'nav.custody', icon: 'shield', roles: ['school-administrator'] },
  { href: '/verzoeken', text: 'nav.requests', icon: 'chat', roles: ['decaan', 'school-administrator'] },
  {
    href: '/bewaren',
    text: 'nav.keeping',
    icon: 'folder',
    roles: ['school-administrator', 'privacy-officer'],
  },
  { href: '/dossiers', text: 'nav.dossiers', icon: 'folder', roles: ['intaker'] },
  { href: '/wijzigingen', text: 'nav.notices', icon: 'shield', roles: ['intaker', 'slb'] },
  { href: '/opleidingen', text: 'nav.opleidingen', icon: 'book', roles: ['intaker'] },
  { href: '/inzage', text: 'nav.audit', icon: 'eye', roles: ['privacy-officer'] },
  { href: '/niet-bevestigd', text: 'nav.unconfirmed', icon: 'clock', roles: ['privacy-officer'] },
  { href: '/toestemmingsteksten', text: 'nav.consent-texts', icon: 'book', roles: ['coordinator'] },
  {
    href: '/wettelijke-overdracht',
    text: 'nav.statutory',
    icon: 'shield',
    roles: ['school-administrator', 'coordinator'],
  },
  { href: '/mijn', text: 'pupil.title', icon: 'folder', roles: ['pupil'] },
  { href: '/mijn/toestemming', text: 'consent.title', icon: 'shield', roles: ['pupil'] },
  { href: '/mijn/wie-keek', text: 'pupil.looked', icon: 'eye', roles: ['pupil'] },
  { href: '/kind', text: 'guardian.title', icon: 'person', roles: ['guardian'] },
];

export function navFor(actor: Pick<Actor, 'roles'> | undefined): NavItem[] {
  const mine = items.filter((item) => item.roles.some((role) => actor?.roles.includes(role)));
  return mine.filter((item, i) => mine.findIndex((other) => other.href === item.href) === i);
}

/** Where each role begins; of several roles the first in this list counts. */
const starts: readonly (readonly [Role, string])[] = [
  ['pupil', '/mijn'],
  ['guardian', '/kind'],
  ['decaan', '/overzicht'],
  ['lob-coordinator', '/overzicht'],
  ['intaker', '/dossiers'],
  ['slb', '/wijzigingen'],
  ['mentor', '/klassen'],
  ['teacher', '/klassen'],
  ['school-administrator', '/import'],
  ['privacy-officer', '/inzage'],
  ['coordinator', '/toestemmingsteksten'],
];
/** Where someone begins; roles without pages of their own get a page that says so. */
export const homeFor = (actor: Pick<Actor, 'roles'> | undefined): string =>
  starts.find(([role]) => actor?.roles.includes(role))?.[1] ?? '/welkom';

/** The menu item that a path belongs to: the longest address it starts with. */
export function currentItem(menu: readonly NavItem[], path: string): NavItem | undefined {
  return menu
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
}
