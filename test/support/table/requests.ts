import type { Bulk } from '../worlds/bulk.js';
import type { Loaded } from '../worlds/loader.js';

/** What a family asked of the school about its data, and what the school does with it; beside what a world says. */
export function addRequests(loaded: Loaded, bulk: Bulk): void {
  const { world } = loaded;
  const own = (id: string) => {
    const { home } = world.pupils.find((one) => one.id === id)!;
    return { pupil_id: loaded.uuid(id), school_id: loaded.uuid(home) };
  };
  const asked = { asked_by: loaded.uuid('pupil'), asked_as: 'pupil', asked_at: world.now, due_on: '2026-12-16' };
  for (const [part, about] of [
    ['school-career', 'enrolment'],
    ['lob', 'activity'],
  ])
    bulk.add('rectification', {
      id: loaded.uuid(`request about ${part}`),
      ...own('pupil'),
      section: part,
      about,
      subject_id: loaded.uuid(`subject of ${part}`),
      was: '{}',
      wrong: 'Dit klopt niet.',
      should_be: 'Zo wel.',
      ...asked,
    });
  bulk.add('erasure_request', { id: loaded.uuid('wish'), ...own('pupil'), words: 'Alles moet weg.', ...asked });
  bulk.add('retention_report', { id: loaded.uuid('report'), school_id: own('pupil').school_id, made_at: world.now });
  bulk.add('legal_hold', {
    id: loaded.uuid('hold'),
    ...own('classmate'),
    reason: 'Een klacht loopt',
    set_by: loaded.uuid('actor'),
    set_at: world.now,
  });
}
