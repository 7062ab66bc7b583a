import { randomUUID } from 'node:crypto';
import { type Role, roles } from '../src/platform/access/actor.js';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import { allRoutes, type Route } from './support/routes.js';

let app: TestApp;
let routes: Route[];
const agents = new Map<Role, Agent>();

beforeAll(async () => {
  app = await startApp();
  routes = allRoutes(app);
  const { given } = app;
  const school = await given.aSchool({ kind: 'vmbo' });
  const mbo = await given.aSchool({ kind: 'mbo' });
  const group = await given.aGroup({ school });
  const pupil = await given.aPupil({ school, group });
  for (const role of roles) {
    if (role === 'pupil') agents.set(role, await app.asActor(pupil));
    else if (role === 'guardian') agents.set(role, await app.asActor(await given.aGuardian(pupil), { school: null }));
    else {
      const derived = role === 'mentor' || role === 'teacher';
      const at = ['intaker', 'slb', 'mbo-care'].includes(role) ? mbo : school;
      const person = await given.aPerson({ school: at, roles: [derived ? 'staff' : role] });
      if (role === 'mentor') await given.aMentor(pupil, person.id);
      if (role === 'teacher') await given.aTeacher({ group, school, person: person.id });
      agents.set(role, await app.asActor(person));
    }
  }
});
afterAll(() => app.close());

const call = (agent: Agent, { method, path }: Route): Promise<{ status: number }> =>
  (agent as unknown as Record<string, (path: string) => ReturnType<Agent['get']>>)[method]!(
    path.replace(/:\w+/g, () => randomUUID()),
  )
    .set('idempotency-key', newKey())
    .set('if-match', '"1"')
    .set('sec-fetch-site', 'same-origin')
    .redirects(0);

test('no route without a declared access', () => {
  expect(routes.length).toBeGreaterThan(40);
  expect(routes.filter(({ access }) => !access).map(({ name }) => name)).toEqual([]);
});

test('what is public is written out', () => {
  const open = routes
    .filter(({ access }) => access === 'public' || access === 'anonymous')
    .map(({ method, path }) => `${method} ${path}`);
  expect(open.sort()).toEqual(
    [
      'get /',
      'get /aanmelden',
      // To an identity provider and back; see the tests of single sign-on.
      'get /aanmelden/koppelen',
      'get /aanmelden/met/:provider',
      'get /aanmelden/met/:provider/terug',
      'get /aanmelden/met/:provider/uit',
      'get /aanmelden/mislukt',
      'get /activeren',
      'get /api/docs',
      'get /api/openapi.json',
      'get /assets/:name',
      'get /hulp',
      'get /livez',
      'get /postbus', // in the demo and on this machine alone
      'get /privacy',
      'get /readyz',
      'get /toegankelijkheid',
      'get /uitnodiging',
      'get /wachtwoord-kiezen',
      'get /wachtwoord-vergeten',
      'get /wachtwoord-vergeten/gevraagd',
      'post /aanmelden',
      'post /aanmelden/koppelen',
      'post /activeren',
      'post /api/v1/activation',
      'post /api/v1/session',
      'post /taal',
      'post /uitnodiging',
      // With the code of a link from a message; see the tests of invitations and forgotten passwords.
      'post /api/v1/forgotten-password',
      'post /api/v1/forgotten-password/choose',
      'post /api/v1/invitation/accept',
      'post /api/v1/invitation/look',
      'post /uitnodiging/wachtwoord',
      'post /wachtwoord-kiezen',
      'post /wachtwoord-vergeten',
      // These ask for the token themselves, outside the transaction of the request.
      'delete /api/v1/session',
      'put /api/v1/session',
      'post /afmelden',
      'post /sessie/wissel',
      'delete /api/v1/second-factor',
      'put /api/v1/second-factor',
      'post /api/v1/second-factor/proof',
      'post /account/tweede-stap/verwijderen',
      'post /tweede-stap',
      'post /tweede-stap/instellen',
    ].sort(),
  );
});

test('without a session every other route says 401, or leads to sign-in', async () => {
  const let_in: string[] = [];
  for (const route of routes.filter(({ access }) => access !== 'public' && access !== 'anonymous')) {
    const { status } = await call(app.http(), route);
    if (status !== (route.path.startsWith('/api/') ? 401 : 303))
      let_in.push(`${route.method} ${route.path}: ${status}`);
  }
  expect(let_in).toEqual([]);
});

test.each(roles)('%s is refused on every route that is not for this role, and on no other', async (role) => {
  const wrong: string[] = [];
  for (const route of routes) {
    if (typeof route.access === 'string' || !route.access) continue;
    const { status } = await call(agents.get(role)!, route);
    const named = /:\w/.test(route.path);
    const refused = status === (named ? 404 : 403);
    const may = route.access.includes(role);
    // With an unknown id a permitted role gets 404 too; without an id it must not be 403.
    if (!may && !refused) wrong.push(`${route.method} ${route.path}: ${status}, expected a refusal`);
    if (may && !named && status === 403) wrong.push(`${route.method} ${route.path}: 403 for a permitted role`);
    if (status >= 500) wrong.push(`${route.method} ${route.path}: ${status}`);
  }
  expect(wrong).toEqual([]);
});

test('a method or path that is not there answers as nothing', async () => {
  const agent = agents.get('decaan')!;
  expect((await agent.get('/api/v1/nothing')).status).toBe(404);
  expect((await agent.put('/api/v1/me').set('sec-fetch-site', 'same-origin')).status).toBe(404);
});
