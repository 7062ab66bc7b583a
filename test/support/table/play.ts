import pg from 'pg';
import { activitiesFor, expected, reflectionsFor } from '../model/sight.js';
import { listsWith } from '../model/lists.js';
import { standing } from '../model/standing.js';
import { sections } from '../model/world.js';
import { newKey, type TestApp } from '../app.js';
import { type Loaded, wordsOf, WorldLoader } from '../worlds/loader.js';
import { type Cell, isYes, places } from './cells.js';
import type { Answered, Outcome, Sent } from './place.js';
import { withoutSession } from './relations.js';
import { addRequests } from './requests.js';
import { now } from './scene.js';

export interface Wrong {
  cell: Cell;
  got: Outcome;
  /** A leak shows or does more than expected, a wrong refusal less. */
  kind: 'leak' | 'wrong refusal' | 'other';
  answered: string;
}

/** Puts down the worlds that these cells need: one for what only asks, and one for each that changes something. */
export async function prepare(app: TestApp, cells: readonly Cell[]): Promise<Map<Cell, Loaded>> {
  const superuser = new pg.Client({ connectionString: app.database.superuserUrl });
  await superuser.connect();
  const loader = await WorldLoader.on(superuser);
  const shared = new Map<string, number>();
  const worlds: Cell['situation'][] = [];
  const of = cells.map((cell) => {
    const alone = (places[cell.route]!.changes ?? false) && isYes(cell);
    const { situation } = cell;
    let n = alone ? undefined : shared.get(situation.name);
    if (n === undefined) {
      n = worlds.push(situation) - 1;
      if (!alone) shared.set(situation.name, n);
    }
    return n;
  });
  const loaded: Loaded[] = [];
  for (let at = 0; at < worlds.length; at += 1000)
    loaded.push(
      ...(await loader.load(
        worlds.slice(at, at + 1000).map(({ world }) => world),
        addRequests,
      )),
    );
  await superuser.end();
  return new Map(cells.map((cell, n) => [cell, loaded[of[n]!]!]));
}

/** Asks every cell over HTTP; answers what came out otherwise than expected. */
export async function play(
  app: TestApp,
  cells: readonly Cell[],
  atOnce = 8,
): Promise<{ wrong: Wrong[]; requests: number }> {
  await app.clock.set(now);
  // A busy machine may take a while; the connections of the one who asks are not closed meanwhile.
  app.nest.getHttpServer().keepAliveTimeout = 120_000;
  const worlds = await prepare(app, cells);
  // Cells that differ only in their part are often one request: the four sections of a dossier.
  const requests = new Map<string, Cell[]>();
  for (const cell of cells) {
    const place = places[cell.route]!;
    const one = place.read && !place.send ? '' : cell.part;
    const key = [cell.situation.name, cell.route, one].join(' | ');
    requests.set(key, [...(requests.get(key) ?? []), cell]);
  }
  const wrong: Wrong[] = [];
  const queue = [...requests.values()];
  const lane = async (): Promise<void> => {
    for (let together = queue.pop(); together; together = queue.pop()) {
      const [first] = together;
      const loaded = worlds.get(first!)!;
      const answered = await ask(app, first!, loaded);
      const leaked = leaksIn(answered, first!);
      for (const cell of together) {
        const got = leaked ?? outcomeOf(answered, cell, loaded);
        if (got !== cell.expected)
          wrong.push({
            cell,
            got,
            kind: kindOf(cell.expected, got),
            answered: `${answered.status} ${answered.text.slice(0, 300)}`,
          });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return { wrong, requests: requests.size };
}

export async function ask(app: TestApp, { route, relation, part, situation }: Cell, loaded: Loaded): Promise<Answered> {
  const [method, template] = route.split(' ') as [string, string];
  const isPage = !template.startsWith('/api/');
  const sent: Sent = places[route]!.send?.(loaded, part) ?? {};
  const ids: Record<string, string> = {
    pupilId: loaded.uuid('pupil'),
    groupId: loaded.uuid('group'),
    schoolId: loaded.uuid('mbo'),
    ...sent.ids,
  };
  const path = template.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? '00000000-0000-4000-8000-00000000abcd');
  const token = relation === withoutSession ? null : loaded.token(situation.session.id);
  const form = isPage && method === 'post';
  const response = await fetch(`${app.url}${path}`, {
    method: method.toUpperCase(),
    redirect: 'manual',
    headers: {
      ...(isPage ? { 'sec-fetch-site': 'same-origin' } : {}),
      ...(token === null ? {} : isPage ? { cookie: `session=${token}` } : { authorization: `Bearer ${token}` }),
      ...(method === 'get' ? {} : { 'idempotency-key': newKey(), 'if-match': '"1"' }),
      ...(form
        ? { 'content-type': 'application/x-www-form-urlencoded' }
        : sent.body === undefined
          ? {}
          : { 'content-type': 'application/json' }),
    },
    ...(method === 'get'
      ? {}
      : { body: form ? formOf(sent.body) : sent.body === undefined ? undefined : JSON.stringify(sent.body) }),
  });
  const text = await response.text();
  const body: unknown = response.headers.get('content-type')?.includes('json') && text ? JSON.parse(text) : text;
  // Pages send whoever has to sign in, or to give the second step, there first.
  const away = /^\/(aanmelden|tweede-stap)\?/.test(response.headers.get('location') ?? '');
  return { status: away ? 401 : response.status, body, text };
}

const formOf = (body: unknown): string => new URLSearchParams((body ?? {}) as Record<string, string>).toString();

function outcomeOf(answered: Answered, cell: Cell, loaded: Loaded): Outcome {
  const { status } = answered;
  const place = places[cell.route]!;
  if (status >= 500) return `broken: ${status}`;
  if (status === 401 || status === 403 || status === 404) return 'no';
  const { world, session } = cell.situation;
  if (status < 400)
    return place.read ? place.read(answered, cell.part, loaded, { world, session, pupil: world.pupils[0]! }) : 'yes';
  // A form that comes back with what is wrong in it comes back to whoever may send it.
  if (place.plain || place.loose || !cell.route.includes(' /api/')) return 'yes';
  return status === 400 ? `bad request: ${answered.text}` : 'late';
}

/** Whatever a route is for: words of this pupil that the one who asks may not read, in its answer. */
function leaksIn({ text, status }: Answered, cell: Cell): string | null {
  const {
    route,
    situation: { world, session },
  } = cell;
  if (status >= 500) return null;
  const pupil = world.pupils[0]!;
  const shown = <T extends { id: string }>(all: T[], may: T[]): string[] =>
    all.filter((each) => !may.includes(each) && text.includes(wordsOf(each.id))).map(({ id }) => id);
  const found = [
    ...shown(
      places[route]!.withRemoved ? pupil.activities.filter(({ removed }) => !removed) : pupil.activities,
      activitiesFor(world, session, pupil.id),
    ),
    ...shown(pupil.reflections, reflectionsFor(world, session, pupil.id)),
  ];
  const actor = standing(world, session);
  const child = actor?.kind === 'guardian' && pupil.guardians.some((g) => g.person === actor.id && g.custody === true);
  const known =
    pupil.erasedAt === null &&
    (child ||
      (places[route]!.names && isYes(cell)) ||
      sections.some((section) => expected(world, session, pupil.id, section, 'read') !== 'no') ||
      listsWith(world, session, pupil.id).size > 0);
  if (!known && text.includes(`Voornaam van ${pupil.id}`)) found.push('the name');
  return found.length > 0 ? `leak: ${found.join(', ')}` : null;
}

const width = ['no', 'empty', 'late', 'name-and-group', 'own', 'opened', 'roster', 'yes', 'whole'];
function kindOf(wanted: Outcome, got: Outcome): Wrong['kind'] {
  if (got.startsWith('leak') || got.startsWith('shows')) return 'leak';
  const [a, b] = [width.indexOf(wanted), width.indexOf(got)];
  if (a < 0 || b < 0) return 'other';
  return b > a ? 'leak' : 'wrong refusal';
}
