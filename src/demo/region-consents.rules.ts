import { translations } from './consent-texts.data.js';
import { at } from './days.rules.js';
import type { Key, Region, RegionConsent } from './region.types.js';

type Row = Record<string, unknown>;
type Id = (kind: string, key: Key) => string;

/** The text that comes with the product. */
const TEXT_VERSION = '2026-11';

/** What is shared in the region and what was said about it, as rows; and the languages that the region added. */
export function consentRows(region: Region, newId: () => string, id: Id): Record<string, Row[]> {
  const shares = region.consents.filter(({ purpose }) => purpose === 'intake');
  const schools = new Map(region.pupils.map(({ key, school }) => [key, school]));
  const ofPupil = (pupil: Key): Row => ({ pupil_id: id('pupil', pupil), school_id: id('school', schools.get(pupil)!) });
  return {
    consent_text: textRows(region, newId, id),
    consent: shares.map((one) => shareRow(one, region, id, ofPupil)),
    consent_answer: shares.flatMap((one) => answerRows(one, newId, id, ofPupil)),
  };
}

function textRows({ persons, samenwerkingsverband, schoolYear }: Region, newId: () => string, id: Id): Row[] {
  const coordinator = persons.find(({ roles }) => roles.some(({ role }) => role === 'coordinator'));
  const day = at(`${schoolYear}-09-07`);
  return translations.map(({ language, languageName, title, body }) => ({
    id: newId(),
    version: TEXT_VERSION,
    purpose: 'intake',
    language,
    language_name: languageName,
    title,
    body,
    valid_from: day,
    samenwerkingsverband_id: id('samenwerkingsverband', samenwerkingsverband.key),
    added_by: coordinator ? id('person', coordinator.key) : null,
    added_at: day,
  }));
}

const byWhom = (one: RegionConsent, guardian: Key | null, id: Id): string =>
  guardian ? id('person', guardian) : id('pupil', one.pupil);

function shareRow(one: RegionConsent, { schools }: Region, id: Id, ofPupil: (pupil: Key) => Row): Row {
  const last = one.answers.at(-1)?.on ?? one.requestedOn;
  return {
    id: id('consent', one.key),
    ...ofPupil(one.pupil),
    to_school_id: id('school', one.school),
    to_school_named: schools.find(({ key }) => key === one.school)?.name ?? '',
    sections: one.sections,
    purpose: one.purpose,
    text_version: TEXT_VERSION,
    created_at: at(one.requestedOn, '10:00'),
    valid_until: at(one.validUntil, '00:00'),
    asked_by: one.requestedBy && id('person', one.requestedBy),
    asked_at: one.requestedBy && at(one.requestedOn, '10:00'),
    in_force_since: ['in-force', 'withdrawn', 'expired'].includes(one.state) ? at(last, '20:00') : null,
    withdrawn_at: one.withdrawn && at(one.withdrawn.on, '20:30'),
    withdrawn_by: one.withdrawn && byWhom(one, one.withdrawn.guardian, id),
    version: 1,
  };
}

function answerRows(one: RegionConsent, newId: () => string, id: Id, ofPupil: (pupil: Key) => Row): Row[] {
  return one.answers.map(({ guardian, answer, on, onPaper }) => {
    const [first, second] = onPaper ?? [];
    const paper = guardian !== null && first && second;
    return {
      id: newId(),
      consent_id: id('consent', one.key),
      ...ofPupil(one.pupil),
      by_role: guardian ? 'guardian' : 'pupil',
      by_id: byWhom(one, guardian, id),
      agreed: answer === 'yes',
      at: at(on, '20:00'),
      recorded_by: paper ? id('person', first) : null,
      second_id: paper ? id('person', second) : null,
      signed_on: paper ? on : null,
    };
  });
}
