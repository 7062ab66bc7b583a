import type { Actor } from '../../platform/access/actor.js';
import { errorResponse } from './page-errors.js';
import { localPath, useView, View, type WebRequest } from './view.js';

const pupil: Actor = {
  kind: 'pupil',
  id: 'p',
  name: 'Ayşe Yıldız',
  schoolId: 's',
  schoolName: 'Veldzicht College',
  roles: ['pupil'],
  sessionId: 'x',
  factor: 'none',
  elsewhere: false,
  provenAt: new Date('2026-11-16T10:00:00Z'),
  provesBy: 'sign-in',
};
const request = (more: Partial<WebRequest> = {}): WebRequest => ({
  method: 'GET',
  url: '/mijn?x=1',
  headers: {},
  ...more,
});
const Greeting = () => <p>{useView().t('pupil.title')}</p>;

describe('a flash message', () => {
  const flashOf = (answer: Response): string => answer.headers.getSetCookie()[0] ?? '';
  const next = (cookie: string, more: Partial<WebRequest> = {}): View =>
    new View(request({ headers: { cookie: `a=1; ${cookie.split(';')[0]}` }, ...more }));

  it('is there on the next page, once', () => {
    const answer = new View(request()).redirect('/mijn', 'field.left', { count: 3 });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/mijn']);
    const view = next(flashOf(answer));
    expect(view.flash).toEqual({ key: 'field.left', params: { count: 3 } });
    expect(flashOf(view.page(<p />))).toContain('flash=; Max-Age=0');
    expect(new View(request()).page(<p />).headers.getSetCookie()).toEqual([]);
  });

  it('has a cookie that only https can set, where the site has https', () => {
    expect(flashOf(new View(request()).redirect('/', 'app.done'))).toMatch(/^flash=.*HttpOnly; SameSite=Lax$/);
    const secure = flashOf(new View(request({ https: true })).redirect('/', 'app.done'));
    expect(secure).toMatch(/^__Host-flash=.*Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    expect(next(secure, { https: true }).flash?.key).toBe('app.done');
    expect(next(secure).flash).toBeUndefined();
  });

  it.each([
    '%%%',
    Buffer.from('null').toString('base64url'),
    Buffer.from('{"key":"constructor"}').toString('base64url'),
    Buffer.from('{"key":"app.done","params":"x"}').toString('base64url').slice(3),
  ])('that was tampered with is no message: %s', (value) => {
    expect(new View(request({ headers: { cookie: `flash=${value}` } })).flash).toBeUndefined();
  });
});

describe('the language', () => {
  const english = { headers: { cookie: 'taal=en' } };
  it('is the choice of a pupil', () => {
    expect(new View(request({ ...english, actor: pupil })).render(<Greeting />)).toContain('My file');
  });
  it('is Dutch for staff, and may be chosen by who has not signed in', () => {
    const staff: Actor = { ...pupil, kind: 'staff', roles: ['mentor'] };
    expect(new View(request({ ...english, actor: staff })).locale).toBe('nl');
    expect(new View(request(english)).locale).toBe('en');
    expect(new View(request()).locale).toBe('nl');
  });
  it('falls back on Dutch when it is not known', () => {
    expect(new View(request({ headers: { cookie: 'taal=de' }, actor: pupil })).locale).toBe('nl');
  });
});

describe('a path to go to', () => {
  it.each(['/', '/mijn?x=1', '/kind/1#a'])('may be of this site: %s', (to) => expect(localPath(to)).toBe(to));
  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'mijn',
    '',
    '/a b',
    '/a\r\nset-cookie: x',
    null,
  ])('is refused otherwise: %j', (to) => expect(localPath(to)).toBeUndefined());
  it('is the start when it is refused', () => {
    expect(new View(request()).redirect('//evil.example').headers.get('location')).toBe('/');
  });
});

describe('an error page', () => {
  const page = async (status: number, code: string, more: Partial<WebRequest> = {}): Promise<string> =>
    (await errorResponse(request(more), { status, code, params: {} }).text()).replaceAll('&#39;', "'");

  it('sends who has no session to the sign-in page, and back', () => {
    const to = (r: Partial<WebRequest>): string | null =>
      errorResponse(request(r), { status: 401, code: 'unauthenticated', params: {} }).headers.get('location');
    expect(to({})).toBe('/aanmelden?terug=%2Fmijn%3Fx%3D1');
    const referer = 'http://school.example/mijn/2?y';
    expect(to({ method: 'POST', headers: { referer, host: 'school.example' } })).toBe(
      '/aanmelden?terug=%2Fmijn%2F2%3Fy',
    );
    expect(to({ method: 'POST', headers: { referer, host: 'other.example' } })).toBe('/aanmelden?terug=%2F');
  });

  it.each([
    [403, 'forbidden', 'Dit mag je niet bekijken of doen'],
    [404, 'not-found', 'Deze pagina kunnen we niet vinden'],
    [412, 'stale-version', 'Iemand anders heeft dit net gewijzigd'],
    [413, 'too-large', 'Dit bestand is te groot'],
    [422, 'nobody-ticked', 'Vink minstens één leerling aan'],
    [429, 'too-many-requests', 'Even wachten'],
    [500, 'internal', 'Er ging iets mis bij ons'],
    [418, 'what-is-this', 'Dat lukte niet'],
  ])('%s %s says so in plain Dutch, with a way on', async (status, code, sentence) => {
    const html = await page(status, code);
    expect(html).toContain(sentence);
    expect(html).toContain('href="/hulp"');
    expect(html).not.toContain(code);
  });

  it('speaks English to a pupil who chose it', async () => {
    const html = await page(404, 'not-found', { actor: pupil, headers: { cookie: 'taal=en' } });
    expect(html).toContain('<html lang="en"');
    expect(html).toContain('We cannot find this page');
  });
});
