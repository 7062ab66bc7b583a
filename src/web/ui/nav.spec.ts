import type { Role } from '../../platform/access/actor.js';
import { currentItem, homeFor, navFor } from './nav.js';

const hrefs = (...roles: Role[]): string[] => navFor({ roles }).map((item) => item.href);

describe('the menu', () => {
  it.each<[Role, string[]]>([
    ['decaan', ['/klassen', '/overzicht', '/import', '/leerlingen', '/verzoeken']],
    ['lob-coordinator', ['/klassen', '/overzicht']],
    ['mentor', ['/klassen', '/overzicht']],
    ['teacher', ['/klassen']],
    ['care-coordinator', ['/klassen']],
    [
      'school-administrator',
      ['/import', '/personen', '/leerlingen', '/gezag', '/verzoeken', '/bewaren', '/wettelijke-overdracht'],
    ],
    ['intaker', ['/dossiers', '/wijzigingen', '/opleidingen']],
    ['slb', ['/wijzigingen']],
    ['privacy-officer', ['/bewaren', '/inzage', '/niet-bevestigd']],
    ['pupil', ['/mijn', '/mijn/toestemming', '/mijn/wie-keek']],
    ['guardian', ['/kind']],
    ['coordinator', ['/toestemmingsteksten', '/wettelijke-overdracht']],
    ['staff', []],
  ])('of a %s', (role, expected) => expect(hrefs(role)).toEqual(expected));

  it('of someone with several roles has each address once, in a fixed order', () => {
    expect(hrefs('school-administrator', 'teacher', 'decaan')).toEqual([
      '/klassen',
      '/overzicht',
      '/import',
      '/personen',
      '/leerlingen',
      '/gezag',
      '/verzoeken',
      '/bewaren',
      '/wettelijke-overdracht',
    ]);
    expect(navFor({ roles: ['teacher', 'decaan'] })[0]?.text).toBe('nav.groups');
    expect(navFor({ roles: ['teacher'] })[0]?.text).toBe('nav.my-groups');
  });

  it('is empty for who has not signed in', () => expect(navFor(undefined)).toEqual([]));

  it('shows where one is by the longest address', () => {
    const menu = navFor({ roles: ['pupil'] });
    expect(currentItem(menu, '/mijn')?.href).toBe('/mijn');
    expect(currentItem(menu, '/mijn/activiteiten/1')?.href).toBe('/mijn');
    expect(currentItem(menu, '/mijn/toestemming/1')?.href).toBe('/mijn/toestemming');
    expect(currentItem(menu, '/mijnheer')).toBeUndefined();
  });

  it('begins with where someone starts', () => {
    expect(homeFor({ roles: ['guardian'] })).toBe('/kind');
    expect(homeFor({ roles: ['staff', 'mentor', 'decaan'] })).toBe('/overzicht');
    expect(homeFor({ roles: ['staff', 'teacher'] })).toBe('/klassen');
    expect(homeFor({ roles: ['staff'] })).toBe('/welkom');
  });
});
