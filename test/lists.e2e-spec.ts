import fc from 'fast-check';
import pg from 'pg';
import { startApp, type TestApp } from './support/app.js';
import { listsWith } from './support/model/lists.js';
import { standing } from './support/model/standing.js';
import { isCurrent } from './support/model/time.js';
import { type Id, type Session } from './support/model/world.js';
import { steadySeed as seed } from './support/seed.js';
import { within } from './support/worlds/features.js';
import { type Loaded, WorldLoader } from './support/worlds/loader.js';
import { clocks } from './support/worlds/near.arbitrary.js';
import { print } from './support/worlds/print.js';
import { worldsAt } from './support/worlds/world.arbitrary.js';

/** `npm run prove` asks for more. */
const wanted = Number(process.env.PROVE_LIST_WORLDS ?? 120);

let app: TestApp;
let superuser: pg.Client;
beforeAll(async () => {
  app = await startApp();
  superuser = new pg.Client({ connectionString: app.database.superuserUrl });
  superuser.on('error', () => undefined);
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await app.close();
});

const get = (loaded: Loaded, session: Session, path: string): Promise<Response> =>
  fetch(`${app.url}${path}`, { headers: { authorization: `Bearer ${loaded.token(session.id)}` } });
async function body<T>(loaded: Loaded, session: Session, path: string, refused = 403): Promise<T | null> {
  const answer = await get(loaded, session, path);
  expect([200, refused]).toContain(answer.status);
  return answer.status === 200 ? ((await answer.json()) as T) : null;
}

/** Everyone whom some list shows to this session. */
async function listed(loaded: Loaded, session: Session): Promise<Set<string>> {
  const found = new Set<string>();
  const applicants = await body<{ items: { pupilId: string }[] }>(loaded, session, '/api/v1/dossiers');
  applicants?.items.forEach(({ pupilId }) => found.add(pupilId));
  const roster = await body<{ items: { id: string }[] }>(loaded, session, '/api/v1/pupils');
  roster?.items.forEach(({ id }) => found.add(id));
  for (const { id } of (await body<{ id: string }[]>(loaded, session, '/api/v1/groups')) ?? []) {
    const group = await body<{ pupils: { id: string }[] }>(loaded, session, `/api/v1/groups/${id}/pupils`);
    expect(group).not.toBeNull(); // a group in the list opens
    group?.pupils.forEach((pupil) => found.add(pupil.id));
  }
  return found;
}

/** Whom only a list of students would show; that list comes with the pages of SLB'er and support adviser. */
function student({ world }: Loaded, session: Session, pupil: Id): boolean {
  const lists = listsWith(world, session, pupil);
  return lists.size === 1 && lists.has('students');
}

/** What opens: the dossier, or for a receiving school the page of an applicant. */
async function opens(loaded: Loaded, session: Session, pupil: Id): Promise<boolean> {
  if ((await body(loaded, session, `/api/v1/dossiers/${loaded.uuid(pupil)}`, 404)) !== null) return true;
  const page = await fetch(`${app.url}/dossiers/${loaded.uuid(pupil)}`, {
    headers: { cookie: `session=${loaded.token(session.id)}` },
    redirect: 'manual',
  });
  return page.status === 200;
}

test(
  `what is in a list opens, and what opens is in a list (${wanted} worlds, seed ${seed})`,
  async () => {
    const loader = await WorldLoader.on(superuser);
    const moments = wanted > 1000 ? clocks : [clocks[0]!, clocks[7]!];
    let asked = 0;
    let opened = 0;
    for (const [n, now] of moments.entries()) {
      await app.clock.set(now);
      const worlds = fc
        .sample(worldsAt(now), { seed: seed + n, numRuns: Math.ceil(wanted / moments.length) })
        .map(within);
      const queue = (await loader.load(worlds)).flatMap((loaded) =>
        loaded.world.sessions
          .filter((session) => standing(loaded.world, session)?.kind === 'staff')
          .map((session) => ({ loaded, session })),
      );
      const lane = async (): Promise<void> => {
        for (let next = queue.pop(); next; next = queue.pop()) {
          const { loaded, session } = next;
          const inLists = await listed(loaded, session);
          for (const { id, ...pupil } of loaded.world.pupils) {
            const isOpen = await opens(loaded, session, id);
            asked++;
            if (isOpen) opened++;
            // Whoever is in no group stands in no list of groups; and in an emergency one opens whom one has in no list.
            const grouped = pupil.enrolments.some((one) => one.group !== null && isCurrent(loaded.world, one));
            const hidden =
              pupil.emergencies.length > 0 || (session.at === pupil.home && !grouped) || student(loaded, session, id);
            const isListed = inLists.has(loaded.uuid(id));
            if (isOpen ? !isListed && !hidden : isListed)
              throw new Error(
                `${print(loaded.world)}\n${session.id}: ${id} ${isOpen ? 'opens, and is in no list' : 'is in a list, and does not open'}`,
              );
          }
        }
      };
      await Promise.all([1, 2, 3, 4].map(lane));
    }
    process.stdout.write(`${asked} questions, ${opened} open and in a list (seed ${seed})\n`);
    expect(opened / asked).toBeGreaterThan(0.2);
  },
  60_000 + wanted * 500,
);
