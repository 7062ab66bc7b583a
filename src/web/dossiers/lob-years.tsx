import type { DossierResponse } from '../../dossier/dossier.dto.js';
import type { DossierSummary, LobYear } from '../../dossier/summary.types.js';
import type { TimelineActivity, TimelineReflection } from '../../lob/lob.types.js';
import { Zienswijzen } from '../family/zienswijze.js';
import { useView } from '../kit/view.js';
import { Card, EmptyState, Quote, Tag } from '../ui/blocks.js';
import { Timeline, TimelineItem } from '../ui/data-blocks.js';
import { anchorOf, calledName, colourOf, schoolYearText } from './words.js';

export const yearAnchor = (schoolYear: number): string => `lob-${schoolYear}`;

/** The LOB timeline, a card for each school year, the newest first. */
export function LobYears(p: { dossier: DossierResponse; summary: DossierSummary; years: readonly LobYear[] }) {
  const { dossier, summary, years } = p;
  if (years.length === 0)
    return (
      <Card id="lob" title="LOB">
        <EmptyState icon="calendar" title="Nog geen activiteiten" text="In dit onderdeel staat nog niets." />
      </Card>
    );
  const leerjaar = new Map(dossier.schoolCareer?.map((one) => [one.schoolYear, one.year]));
  return (
    <>
      {years.map(({ schoolYear, activities }) => {
        const year = leerjaar.get(schoolYear);
        return (
          <Card
            id={yearAnchor(schoolYear)}
            key={schoolYear}
            title={`LOB ${schoolYearText(schoolYear)}${year ? `, leerjaar ${year}` : ''}`}
          >
            <Timeline>
              {activities.map((activity) => (
                <Item
                  key={activity.id}
                  activity={activity}
                  reflection={summary.byActivity.get(activity.id)}
                  name={calledName(dossier)}
                  own={activity.loggedById === dossier.pupilId}
                />
              ))}
            </Timeline>
          </Card>
        );
      })}
    </>
  );
}

interface ItemProps {
  activity: TimelineActivity;
  reflection?: TimelineReflection;
  /** How the pupil is called. */
  name: string;
  /** The pupil put it down, not the school. */
  own: boolean;
}
function Item({ activity, reflection, name, own }: ItemProps) {
  const { t, words } = useView();
  const about = [activity.place, activity.beroep, activity.opleiding].filter(Boolean).join(' · ');
  const said = (
    [
      ['Resultaat', activity.result],
      ['Terugblik', activity.evaluation],
      ['Vervolg', activity.followUp],
    ] as const
  ).filter(([, text]) => text !== '');
  return (
    <TimelineItem
      when={words.period(activity.startsOn, activity.endsOn)}
      title={<span id={anchorOf(activity)}>{activity.title}</span>}
      tag={<Tag colour={colourOf(activity.type)}>{t(`activity-type.${activity.type}`)}</Tag>}
      place={about}
    >
      {activity.goal && <p>Doel: {activity.goal}</p>}
      {said.length > 0 && (
        <dl class="app-said">
          {said.map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {reflection && <Quote by={`Reflectie van ${name}`}>{reflection.text}</Quote>}
      {activity.remark && (
        <p>
          <strong>{own ? 'Opmerking' : `Opmerking van ${activity.loggedBy || 'de school'}`}:</strong> {activity.remark}
        </p>
      )}
      <Zienswijzen items={activity.zienswijzen} name={name} />
      <p class="app-muted app-small">
        {activity.competences.map((competence) => t(`competence.${competence}`)).join(', ')}
        {activity.competences.length > 0 && ' · '}
        vastgelegd door {own ? name : activity.loggedBy || 'de school'}
      </p>
    </TimelineItem>
  );
}
