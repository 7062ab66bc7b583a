import type { OverviewRow, OverviewState } from '../../dossier/overview.types.js';
import { type Competence, competences } from '../../lob/lob.types.js';
import { useView } from '../kit/view.js';
import { Tag, type TagColour } from '../ui/blocks.js';

/** Five dots, one per loopbaancompetentie, filled when it was worked on; in words for who cannot see them. */
export function CompetenceDots({ touched }: { touched: readonly Competence[] }) {
  const { t } = useView();
  const names = competences.filter((one) => touched.includes(one)).map((one) => t(`competence.${one}`));
  return (
    <span class="app-dots" title={names.join(', ') || undefined}>
      <svg width="78" height="14" viewBox="0 0 78 14" aria-hidden="true" focusable="false">
        {competences.map((one, i) => (
          <circle key={one} cx={7 + i * 16} cy="7" r="5.5" class={touched.includes(one) ? 'app-dots__on' : undefined} />
        ))}
      </svg>
      <span aria-hidden="true">{names.length} van 5</span>
      <span class="govuk-visually-hidden">
        {names.length} van 5{names.length > 0 && `: ${names.join(', ')}`}
      </span>
    </span>
  );
}

const consents: Record<OverviewRow['consent'], [TagColour, string]> = {
  'in-force': ['green', 'Gedeeld'],
  asked: ['yellow', 'Nog geen antwoord'],
  'waiting-for-pupil': ['yellow', 'Wacht op leerling'],
  'waiting-for-guardian': ['yellow', 'Wacht op ouder'],
  blocked: ['red', 'Ouder zei nee'],
  refused: ['grey', 'Niet gedeeld'],
  withdrawn: ['grey', 'Gestopt'],
  expired: ['grey', 'Afgelopen'],
  none: ['grey', 'Niet gevraagd'],
};
/** Where sharing with a school stands. */
export function ConsentTag({ state }: { state: OverviewRow['consent'] }) {
  if (state === 'none') return <span class="app-muted">Niet gevraagd</span>;
  const [colour, text] = consents[state];
  return <Tag colour={colour}>{text}</Tag>;
}

export function ReflectionTag({ progress: { reflections, activities } }: { progress: OverviewRow }) {
  if (reflections > 0)
    return <Tag colour="green">{reflections === 1 ? '1 geschreven' : `${reflections} geschreven`}</Tag>;
  return activities > 0 ? <Tag colour="yellow">Nog niet</Tag> : <span class="app-muted">Nog niet</span>;
}

export function AppliedFor({ progress: { appliedFor, examYear } }: { progress: OverviewRow }) {
  const [first, ...more] = appliedFor;
  if (first) return <>{more.length > 0 ? `${first} en nog ${more.length}` : first}</>;
  return examYear ? <Tag colour="yellow">Nog niet</Tag> : <span class="app-muted">Later</span>;
}

export const waiting: Record<OverviewState, string> = {
  'not-applied': 'Nog niet aangemeld',
  'consent-unanswered': 'Vraag om te delen niet beantwoord',
  'no-reflection': 'Nog geen reflectie',
  'no-activity': 'Nog geen activiteit',
};
