import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { type OverviewFilter, type OverviewState, overviewStates } from '../../dossier/overview.types.js';

/** The states as they stand in an address. */
export const slugs: Record<OverviewState, string> = {
  'not-applied': 'niet-aangemeld',
  'consent-unanswered': 'toestemming',
  'no-reflection': 'geen-reflectie',
  'no-activity': 'geen-activiteit',
};
const EXAM = 'examenjaar';

/** What is behind the question mark of the overview. */
export class OverviewQuery {
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(9)
  leerjaar?: number;

  @IsOptional()
  @IsUUID()
  klas?: string;

  @IsOptional()
  @IsIn([...Object.values(slugs), EXAM])
  stand?: string;
}

export const filterOf = ({ leerjaar, klas, stand }: OverviewQuery): OverviewFilter => ({
  year: leerjaar,
  groupId: klas,
  state: overviewStates.find((state) => slugs[state] === stand),
  examYear: stand === EXAM,
});

/** The address of the overview with a filter. */
export function addressOf({ year, groupId, state, examYear }: OverviewFilter): string {
  const query = new URLSearchParams();
  if (year !== undefined) query.set('leerjaar', String(year));
  if (groupId !== undefined) query.set('klas', groupId);
  if (state !== undefined) query.set('stand', slugs[state]);
  else if (examYear) query.set('stand', EXAM);
  return query.size > 0 ? `/overzicht?${query.toString()}` : '/overzicht';
}
