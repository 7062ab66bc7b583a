import type { GroupPupil, GroupSummary } from './pupil-access.reader.js';

/** A klas in one school year. */
export class GroupResponse {
  id: string;
  name: string;
  /** Leerjaar. */
  year: number | null;
  /** The year in which the school year began. */
  schoolYear: number;
  /** How many of its pupils the asker sees. */
  pupils: number;
  /** Names of who mentors them now; empty for a guest. */
  mentors: string[];
  /** Whose group it is, for a guest; null at home. */
  school: string | null;
}
export class GroupPupilResponse {
  id: string;
  name: string;
  /** To order by: family name first. */
  sortName: string;
  /** null for a guest, who sees name and group. */
  pupilNumber: string | null;
}
export class GroupPupilsResponse {
  group: GroupResponse;
  pupils: GroupPupilResponse[];
}

export const toGroupResponse = (group: GroupSummary): GroupResponse => ({
  id: group.id,
  name: group.name,
  year: group.year,
  schoolYear: group.schoolYear,
  pupils: group.pupils,
  mentors: group.mentors,
  school: group.school,
});
const toGroupPupil = (pupil: GroupPupil): GroupPupilResponse => ({
  id: pupil.id,
  name: pupil.name,
  sortName: pupil.sortName,
  pupilNumber: pupil.pupilNumber,
});
export const toGroupPupilsResponse = ({
  group,
  pupils,
}: {
  group: GroupSummary;
  pupils: GroupPupil[];
}): GroupPupilsResponse => ({ group: toGroupResponse(group), pupils: pupils.map(toGroupPupil) });
