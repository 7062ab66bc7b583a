import type { World } from '../model/world.js';

/** What the database refuses to hold: one placement runs per school, and a placement has one SLB'er at a time. */
function asHeld({ pupils }: World): void {
  const last = '9999-12-31';
  for (const pupil of pupils) {
    pupil.placements = pupil.placements.filter(
      (one, n, all) => one.endedOn !== null || !all.slice(0, n).some(({ to, endedOn }) => to === one.to && !endedOn),
    );
    for (const placement of pupil.placements)
      placement.slbs = placement.slbs.filter(
        ({ from, until }, n, all) =>
          !all.slice(0, n).some((other) => other.from <= (until ?? last) && from <= (other.until ?? last)),
      );
  }
}

/** The same world as the database holds it. */
export function within(world: World): World {
  const copy = structuredClone(world);
  asHeld(copy);
  return copy;
}
