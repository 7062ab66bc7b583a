import { randomInt } from 'node:crypto';

/** `PROVE_SEED` repeats a run; without it each run is another one, and says which. */
export const seed = Number(process.env.PROVE_SEED ?? randomInt(1, 1_000_000));
/** For what is the same in each run, unless `PROVE_SEED` says otherwise. */
export const steadySeed = Number(process.env.PROVE_SEED ?? 20_261_116);
/** How much further `npm run prove` goes than `npm test`. */
export const rounds = Number(process.env.PROVE_ROUNDS ?? 1);

/** Printed at the start of what is random, so that it can be run again. */
export const sayToRepeat = (what: string): void =>
  void process.stdout.write(`${what}: PROVE_SEED=${seed} PROVE_ROUNDS=${rounds}\n`);

/** A seeded generator (mulberry32) of numbers from 0 up to 1. */
export function randomFrom(start: number = seed): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Some of a list, each as likely as another, in the order of the list. */
export function some<T>(list: readonly T[], number: number, random: () => number): T[] {
  const left = [...list.keys()];
  const chosen = new Set<number>();
  while (chosen.size < Math.min(number, list.length))
    chosen.add(left.splice(Math.floor(random() * left.length), 1)[0]!);
  return list.filter((_, i) => chosen.has(i));
}
