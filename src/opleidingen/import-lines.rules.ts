import { createHash } from 'node:crypto';
import type { CreboFault, CreboOffer } from './crebo-list.types.js';
import type { Choice, ExistingOpleiding, ImportLine, LineState } from './import-lines.types.js';

const keyOf = ({ crebo, leerweg }: Pick<CreboOffer, 'crebo' | 'leerweg'>): string => `${crebo}-${leerweg}`;

/**
 * Holds a list against what the school has. Name and niveau follow the list; whether a programme is offered is the
 * school's own decision and no list changes it.
 */
export function compareWith(existing: readonly ExistingOpleiding[], offers: readonly CreboOffer[]): ImportLine[] {
  const here = new Map(existing.map((one) => [keyOf(one), one]));
  return offers.map((offer) => {
    const current = here.get(keyOf(offer)) ?? null;
    return { ...offer, key: keyOf(offer), state: stateOf(offer, current), current };
  });
}

function stateOf(offer: CreboOffer, current: ExistingOpleiding | null): LineState {
  if (!current) return 'new';
  return current.name === offer.name && current.niveau === offer.niveau ? 'unchanged' : 'changed';
}

/** A short name for what a comparison showed: another one means that something was changed since. */
export function digestOf(lines: readonly ImportLine[]): string {
  const shown = lines.map(({ key, state, current }) => [key, state, current?.id, current?.version]);
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22);
}

const narrowed = ({ leerwegen }: Choice, line: CreboOffer): boolean =>
  leerwegen.length === 0 || leerwegen.includes(line.leerweg);

/** The lines that a choice names. */
export function chosenLines(lines: readonly ImportLine[], choice: Choice): ImportLine[] {
  return lines.filter(
    (line) =>
      choice.opleidingen.includes(line.key) || (covers(choice, line.crebo, line.domein) && narrowed(choice, line)),
  );
}

/** The faulty rows that a choice names: with one of those nothing can be applied. */
export const chosenFaults = (faults: readonly CreboFault[], choice: Choice): CreboFault[] =>
  faults.filter(
    ({ crebo, domein }) => covers(choice, crebo, domein) || choice.opleidingen.some((key) => key.slice(0, 5) === crebo),
  );

const covers = ({ everything, crebos, domeinen }: Choice, crebo: string | null, domein: string | null): boolean =>
  everything || (crebo !== null && crebos.includes(crebo)) || (domein !== null && domeinen.includes(domein));

/** What a choice names that is not in the list, with the place in the request. */
export function unknownChoices(lines: readonly ImportLine[], faults: readonly CreboFault[], choice: Choice): string[] {
  const known = {
    // A code that stands in a faulty row only is in the list, and is told as that fault.
    crebos: new Set([...lines, ...faults].map((one) => one.crebo)),
    domeinen: new Set([...lines, ...faults].map((one) => one.domein)),
    opleidingen: new Set([
      ...lines.map((line) => line.key),
      ...faults.flatMap(({ crebo }) => [`${crebo}-bol`, `${crebo}-bbl`]),
    ]),
  };
  return (['crebos', 'domeinen', 'opleidingen'] as const).flatMap((field) =>
    choice[field].flatMap((value, at) => (known[field].has(value) ? [] : [`${field}.${at}`])),
  );
}

export interface DomeinCount extends Record<LineState, number> {
  /** null: rows without a domein. */
  domein: string | null;
  faults: number;
}

/** Per domein, in alphabetical order, how many lines are new, changed and unchanged. */
export function countByDomein(lines: readonly ImportLine[], faults: readonly CreboFault[]): DomeinCount[] {
  const counts = new Map<string | null, DomeinCount>();
  const of = (domein: string | null): DomeinCount => {
    const count = counts.get(domein) ?? { domein, new: 0, changed: 0, unchanged: 0, faults: 0 };
    counts.set(domein, count);
    return count;
  };
  for (const line of lines) of(line.domein)[line.state] += 1;
  for (const { domein } of faults) of(domein).faults += 1;
  return [...counts.values()].sort((a, b) => (a.domein ?? '\uFFFF').localeCompare(b.domein ?? '\uFFFF', 'nl'));
}
