import fc from 'fast-check';
import pg from 'pg';
import { ConsentReader } from '../src/consent/consent.reader.js';
import { tokenDigest } from '../src/platform/access/session-token.js';
import { Db } from '../src/platform/database/db.js';
import { newKey, startApp, type TestApp } from './support/app.js';
import { isComplete } from './support/model/deeds.js';
import { type Answer, type Id, type Moment, type Share, type World } from './support/model/world.js';
import { rounds, steadySeed as seed } from './support/seed.js';
import { newScene, now } from './support/table/scene.js';
import { type Loaded, WorldLoader } from './support/worlds/loader.js';
import { chance, maybe, Near } from './support/worlds/near.arbitrary.js';
import { print } from './support/worlds/print.js';

/** `npm run prove` asks for more. */
const wanted = 200 * rounds;

/** One pupil around the 16th birthday, and two shares alike and one for another purpose, with what everyone said to them. */
function worlds(): fc.Arbitrary<World> {
  const near = new Near(now);
  const answer = (by: Id, often: number, yes: number, at: fc.Arbitrary<Moment>): fc.Arbitrary<Answer | null> =>
    maybe(often, fc.record({ by: fc.constant(by), agreed: chance(yes), at }));
  return near.bornOn.chain((bornOn) => {
    const around = fc.constantFrom(0, -1, 1).map((step) => near.around(bornOn, 16, step));
    const share = (id: Id, purpose: Share['purpose'], yes: number): fc.Arbitrary<Share> =>
      fc
        .record({
          answers: fc.tuple(
            answer('pupil', 90, yes, fc.oneof(around, near.past)),
            answer('parent', 70, yes, near.past),
            answer('actor', 30, yes, near.past),
          ),
          ended: maybe(20, fc.record({ endedAt: near.past, endedBy: fc.constantFrom('pupil', 'parent', 'actor') })),
        })
        .map(({ answers, ended }) => ({
          ...newScene().share('intake'),
          id,
          purpose,
          since: null,
          ...ended,
          answers: answers.filter((one) => one !== null),
        }));
    const custody = fc.constantFrom(true, true, true, false, null);
    return fc
      .record({
        shares: fc.tuple(
          share('one', 'intake', 95),
          share('another', 'intake', 40),
          share('for the handover', 'handover', 75),
        ),
        custody: fc.tuple(custody, custody),
      })
      .map(({ shares, custody: [parent, actor] }) => {
        const { world, pupil, session } = newScene();
        Object.assign(session, { who: 'pupil', at: null });
        Object.assign(pupil, { bornOn, shares });
        pupil.guardians = [
          { person: 'parent', custody: parent },
          { person: 'actor', custody: actor },
        ];
        return world;
      });
  });
}

let app: TestApp;
let superuser: pg.Client;
beforeAll(async () => {
  app = await startApp();
  superuser = new pg.Client({ connectionString: app.database.superuserUrl });
  await superuser.connect();
  await app.clock.set(now);
});
afterAll(async () => {
  await superuser.end();
  await app.close();
});

/** Whether every needed yes is there, as the rules and as the database say it to the pupil. */
async function said(loaded: Loaded, { id }: Share): Promise<{ rules: boolean; database: boolean }> {
  const db = app.nest.get(Db);
  const transaction = await db.open(tokenDigest(loaded.token('session')), newKey());
  return db.run(transaction, async () => {
    const reader = app.nest.get(ConsentReader, { strict: false });
    const found = await reader.find(transaction.actor!, loaded.uuid(id));
    const row = await db.one<{ complete: boolean }>('select consent_complete($1) as complete', [loaded.uuid(id)]);
    return { rules: found!.complete, database: row!.complete };
  });
}

test(
  `a share counts with the answers that the model asks for (${wanted} worlds, seed ${seed})`,
  async () => {
    const loader = await WorldLoader.on(superuser);
    const counted = { yes: 0, no: 0, 'no, for what was said to another': 0 };
    for (const loaded of await loader.load(fc.sample(worlds(), { seed, numRuns: wanted }))) {
      const { world } = loaded;
      const pupil = world.pupils[0]!;
      for (const share of pupil.shares.filter(({ endedAt }) => endedAt === null)) {
        const complete = isComplete(world, pupil, share);
        if (complete) counted.yes++;
        else
          counted[
            isComplete(world, { ...pupil, shares: [share] }, share) ? 'no, for what was said to another' : 'no'
          ]++;
        const expected = { share: share.id, rules: complete, database: complete };
        const told = { share: share.id, ...(await said(loaded, share)) };
        if (JSON.stringify(told) !== JSON.stringify(expected))
          throw new Error(`${print(world)}\n${JSON.stringify(told)}, expected ${complete}`);
      }
    }
    process.stdout.write(`${JSON.stringify(counted)}\n`);
    for (const [what, times] of Object.entries(counted)) expect([what, times > wanted / 50]).toEqual([what, true]);
  },
  60_000 + wanted * 200,
);
