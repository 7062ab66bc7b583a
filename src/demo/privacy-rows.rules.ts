import { addDays } from '../platform/calendar.js';
import type { Day, Key, Region } from './region.types.js';

type Row = Record<string, unknown>;
type Tables = Record<string, Row[]>;

const at = (day: Day, time = '10:15'): string => `${day}T${time}:00+01:00`;

/**
 * What families asked of the school about their data: one request that waits, one with a zienswijze, one to be forgotten.
 * And what the school keeps too long: someone who left more than two years ago; of another such nothing may go.
 */
export function withPrivacy(region: Region, tables: Tables, newId: () => string): Tables {
  const asked = pupilOf(region, tables, 'yusuf');
  const long = asked ? longGone(region, tables, asked, newId) : { pupils: [], activities: [], holds: [] };
  return {
    ...tables,
    pupil: [...(tables.pupil ?? []), ...long.pupils],
    activity: [...(tables.activity ?? []), ...long.activities],
    rectification: [...opinion(region, tables, newId), ...waiting(region, tables, newId)],
    erasure_request: asked ? [wish(region, asked, newId)] : [],
    legal_hold: long.holds,
  };
}

/** Noor sees a remark differently; the school stays with it, and whoever reads the remark reads her side too. */
function opinion(region: Region, tables: Tables, newId: () => string): Row[] {
  const pupil = pupilOf(region, tables, 'noor');
  const remark = tables.activity?.find(
    (row) => row.pupil_id === pupil?.id && row.remark !== '' && row.logged_by !== pupil?.id,
  );
  if (!pupil || !remark) return [];
  const asked = addDays(region.today, -24);
  return [
    {
      ...request(pupil, 'remark', remark, newId, asked),
      section: 'lob',
      was: { remark: remark.remark, removed: false },
      wrong: 'Zo heb ik die dag niet ervaren.',
      should_be: 'Ik was stil omdat alles nieuw was. Ik heb wel alles gedaan wat werd gevraagd.',
      outcome: 'kept',
      answer: 'Dit is wat de docent die dag zag. Jouw kant staat er nu bij.',
      answered_by: remark.logged_by,
      answered_at: at(addDays(region.today, -19), '16:20'),
      version: 2,
    },
  ];
}

/** Yusuf says that an activity was somewhere else; his school has not answered yet. */
function waiting(region: Region, tables: Tables, newId: () => string): Row[] {
  const pupil = pupilOf(region, tables, 'yusuf');
  const activity = tables.activity?.find(
    (row) => row.pupil_id === pupil?.id && row.logged_by !== pupil?.id && row.place !== '' && !row.opleiding_id,
  );
  if (!pupil || !activity) return [];
  const { type, title, place, starts_on, ends_on, beroep, goal, competences } = activity;
  return [
    {
      ...request(pupil, 'activity', activity, newId, addDays(region.today, -11)),
      section: 'lob',
      was: {
        type,
        title,
        place,
        startsOn: starts_on,
        endsOn: ends_on,
        beroep,
        opleiding: null,
        goal,
        competences,
        removed: false,
      },
      wrong: 'Wij waren die dag ergens anders, de bus kwam niet.',
      should_be: 'Het was in de aula op school.',
      outcome: null,
      answer: '',
      answered_by: null,
      answered_at: null,
      version: 1,
    },
  ];
}

/** Yusuf would rather not have his first year in it. */
const wish = (region: Region, pupil: Row, newId: () => string): Row => ({
  id: newId(),
  pupil_id: pupil.id,
  school_id: pupil.school_id,
  words: 'Mijn reflecties uit leerjaar 1. Ik was toen heel anders dan nu.',
  asked_by: pupil.id,
  asked_as: 'pupil',
  asked_at: at(addDays(region.today, -6)),
  due_on: addDays(region.today, 24),
});

/** Two who left the school of `like` more than two years ago, with what is still kept of them. */
function longGone(region: Region, tables: Tables, like: Row, newId: () => string) {
  const old = tables.activity?.find((row) => row.pupil_id === like.id && row.logged_by !== like.id);
  const made = [
    { number: '180417', given_name: 'Ilse', family_name: 'Waterman' },
    { number: '180593', given_name: 'Tarik', family_name: 'Yildiz' },
  ].map(({ number, ...name }, n) => {
    const pupil: Row = {
      ...like,
      ...name,
      id: newId(),
      pupil_number: number,
      account_id: null,
      register_name: null,
      infix: '',
      birth_date: addDays(region.today, -19 * 365),
      email: null,
      left_on: addDays(region.today, -760 - n * 9),
    };
    const day = addDays(region.today, -900);
    const own = { id: newId(), log_id: newId(), pupil_id: pupil.id, group_id: null, opleiding_id: null };
    return {
      pupil,
      activity: old && { ...old, ...own, starts_on: day, ends_on: null, logged_at: at(day), remark: '' },
    };
  });
  const officer = tables.role_assignment?.find(
    (row) => row.role === 'privacy-officer' && row.school_id === like.school_id,
  );
  return {
    pupils: made.map(({ pupil }) => pupil),
    activities: made.flatMap(({ activity }) => (activity ? [activity] : [])),
    holds: officer
      ? [
          {
            id: newId(),
            pupil_id: made[1]!.pupil.id,
            school_id: like.school_id,
            reason: 'Klacht 2026-14 loopt nog.',
            set_by: officer.person_id,
            set_at: at(addDays(region.today, -40)),
          },
        ]
      : [],
  };
}

const request = (pupil: Row, about: string, subject: Row, newId: () => string, asked: Day): Row => ({
  id: newId(),
  pupil_id: pupil.id,
  school_id: pupil.school_id,
  about,
  subject_id: subject.id,
  asked_by: pupil.id,
  asked_as: 'pupil',
  asked_at: at(asked),
  due_on: addDays(asked, 30),
  became: null,
  withdrawn_at: null,
});

function pupilOf(region: Region, tables: Tables, key: Key): Row | undefined {
  const number = region.pupils.find((pupil) => pupil.key === key)?.leerlingnummer;
  return tables.pupil?.find((row) => row.pupil_number === number);
}
