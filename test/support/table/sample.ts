import { type Cell, cellsAt, isYes, keyOf, places, type Situated, situated } from './cells.js';
import { randomFrom } from '../seed.js';
import type { AskingRole } from './relations.js';

/** The route by which dossiers are read: the whole table of it is the heart of the matter. */
const dossier = 'get /api/v1/dossiers/:pupilId';

/** The dossier as every role in every relation and state asks for it, four cells each; at most so many, evenly spread. */
export function dossierCells(number: number): Cell[] {
  const step = Math.max(1, Math.floor((situated.length * 4) / number));
  return situated.filter((_, n) => n % step === 0).flatMap((at) => cellsAt(at, dossier));
}

/**
 * What has to be asked every time: answers on paper and requests of who left or was erased, by everyone who may answer while
 * the pupil is there. Whoever is not seen in a table is easily taken for one who is.
 */
export const goneCells = (): Cell[] =>
  cellsOf(/paper-answers|papier|rectifications|verzoeken/).filter(
    ({ role, relation, state }) =>
      ['left yesterday', 'leaves tomorrow', 'erased'].includes(state) &&
      ['mentor | own pupil, now', 'decaan | own school', 'school-administrator | own school'].includes(
        `${role} | ${relation}`,
      ),
  );

/** All cells of some routes; for whoever gives a new route its place. */
export const cellsOf = (wanted: RegExp): Cell[] =>
  Object.keys(places)
    .filter((route) => wanted.test(route))
    .flatMap((route) => situated.flatMap((at) => cellsAt(at, route)));

/**
 * Other cells, as many of each role, two in five of them expecting a yes as far as there are any: most of what one could
 * ask is a no, and a table of nothing but no proves little.
 */
export function sample(number: number, seed: number): Cell[] {
  const random = randomFrom(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const perRole = new Map<AskingRole, Situated[]>();
  for (const at of situated) perRole.set(at.role, [...(perRole.get(at.role) ?? []), at]);
  const routes = Object.keys(places);
  const chosen = new Map<string, Cell>();
  const quota = Math.ceil(number / perRole.size);
  for (const all of perRole.values()) {
    const left = { yes: Math.ceil(quota * 0.4), no: quota - Math.ceil(quota * 0.4) };
    for (let tries = 0; tries < quota * 60 && left.yes + left.no > 0; tries++) {
      const cell = pick(cellsAt(pick(all), pick(routes)).concat());
      if (!cell || chosen.has(keyOf(cell))) continue;
      const kind = isYes(cell) ? 'yes' : 'no';
      if (left[kind] === 0) continue;
      left[kind]--;
      chosen.set(keyOf(cell), cell);
    }
  }
  return [...chosen.values()];
}
