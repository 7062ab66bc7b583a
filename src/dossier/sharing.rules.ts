import type { ConsentResponse } from '../consent/consent.dto.js';
import { type ConsentState, purposes } from '../consent/consent.types.js';
import type { TimelineActivity, TimelineReflection } from '../lob/lob.types.js';
import type { SchoolShare, ShareAct, ToDo } from './sharing.types.js';

const ended: readonly ConsentState[] = ['withdrawn', 'expired'];
const live: readonly ConsentState[] = ['asked', 'waiting-for-pupil', 'waiting-for-guardian', 'blocked', 'in-force'];

interface AppliedTo {
  toSchoolId: string;
  toSchool: string;
  opleiding: string;
  withdrawnOn: string | null;
}

/**
 * One share per school and purpose: the intake of every school where the pupil applied, and what else stands there. What
 * waits for the one who looks comes first.
 */
export function sharesOf(
  by: 'pupil' | 'guardian',
  consents: readonly ConsentResponse[],
  applications: readonly AppliedTo[],
): SchoolShare[] {
  const names = new Map<string, string>([
    ...applications.map((one): [string, string] => [one.toSchoolId, one.toSchool]),
    ...consents.map((one): [string, string] => [one.toSchoolId, one.toSchool]),
  ]);
  const kinds = [...names].flatMap(([schoolId, school]) => purposes.map((purpose) => ({ schoolId, school, purpose })));
  const shares = kinds.map(({ schoolId, school, purpose }): SchoolShare => {
    // Newest first.
    const here = consents.filter((one) => one.toSchoolId === schoolId && one.purpose === purpose);
    const opleidingen = applications
      .filter((one) => one.toSchoolId === schoolId && one.withdrawnOn === null)
      .map((one) => one.opleiding);
    const consent =
      here.find(({ state }) => live.includes(state)) ??
      here.find(({ state }, i) => i === 0 && state === 'refused') ??
      null;
    const last = consent ? null : (here.find(({ state }) => ended.includes(state)) ?? null);
    // Sharing begins with the intake; for another purpose a school asks first.
    const act = actOf(by, consent, purpose === 'intake' && opleidingen.length > 0);
    return { schoolId, school, purpose, opleidingen, consent, last, act, mayWithdraw: mayWithdraw(consent) };
  });
  // Without an application nothing is read there; what is left of it is history.
  return shares
    .filter(({ purpose, opleidingen, consent }) => (purpose === 'intake' && opleidingen.length > 0) || consent !== null)
    .sort((a, b) => urgency(a) - urgency(b));
}

const urgency = ({ act, consent }: SchoolShare): number =>
  (act === 'answer' && !consent?.laterUntil) || act === 'confirm' ? 0 : 1;

function actOf(by: 'pupil' | 'guardian', consent: ConsentResponse | null, applied: boolean): ShareAct | null {
  if (!consent) return by === 'pupil' && applied ? 'give' : null;
  if (!consent.mayAnswer) return null;
  const own = consent.answers.find((answer) => answer.self)?.agreed ?? null;
  if (by === 'pupil') {
    if (consent.state === 'refused') return applied ? 'give' : null;
    if (consent.state === 'in-force') return null;
    if (own === null) return 'answer';
    return consent.state === 'waiting-for-pupil' ? 'confirm' : null;
  }
  if (own === false) return 'lift';
  return own === null && consent.state !== 'in-force' && consent.state !== 'refused' ? 'answer' : null;
}

/** Taking back is for what someone said yes to; a request that nobody answered is answered with no. */
function mayWithdraw(consent: ConsentResponse | null): boolean {
  if (!consent?.mayAnswer || !live.includes(consent.state)) return false;
  return consent.state === 'in-force' || consent.answers.some(({ self, agreed }) => self && agreed === true);
}

/** Everything that is over, or was replaced by what stands now. */
export function historyOf(consents: readonly ConsentResponse[], shares: readonly SchoolShare[]): ConsentResponse[] {
  const standing = new Set(shares.map(({ consent }) => consent?.id));
  return consents.filter(({ id }) => !standing.has(id));
}

/** What a pupil can do now: others that wait first, then what was not yet looked back on, the newest first. */
export function toDoOf(
  shares: readonly SchoolShare[],
  activities: readonly TimelineActivity[],
  reflections: readonly TimelineReflection[],
  today: string,
): ToDo[] {
  const reflected = new Set(reflections.map(({ activityId }) => activityId));
  const silent = activities.filter(
    (one) => one.startsOn <= today && !reflected.has(one.id) && !one.result && !one.evaluation && !one.followUp,
  );
  return [
    ...shares.flatMap((share): ToDo[] => {
      const kind = kindOf(share);
      return kind ? [{ kind, schoolId: share.schoolId, school: share.school }] : [];
    }),
    ...silent.map(({ id, type, title, startsOn }): ToDo => ({
      kind: 'reflect',
      activityId: id,
      type,
      title,
      on: startsOn,
    })),
  ];
}

function kindOf({ act, consent, last }: SchoolShare): 'answer' | 'confirm' | 'share' | 'waiting' | 'blocked' | null {
  if (act === 'answer' && consent?.laterUntil) return null; // he decides another day
  if (act === 'answer' || act === 'confirm') return act;
  // Whoever said no, or took a yes back, is not asked again.
  if (act === 'give' && !consent && !last) return 'share';
  if (consent?.state === 'waiting-for-guardian') return 'waiting';
  return consent?.state === 'blocked' ? 'blocked' : null;
}
