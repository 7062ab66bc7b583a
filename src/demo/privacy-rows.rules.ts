import { addDays } from './days.rules.js';
import type { Day, Key, Region } from './region.types.js';

type Row = Record<string, unknown>;
type Tables = Record<string, Row[]>;

const at = (day: Day, time = '10:15'): string => `${day}T${time}:00+01:00`;

/** What families asked of the school about their data: one request that waits, one with a zienswijze. */
export function withPrivacy(region: Region, tables: Tables, newId: () => string): Tables {
  return { ...tables, rectification: [...opinion(region, tables, newId), ...waiting(region, tables, newId)] };
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
