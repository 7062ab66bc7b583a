import type { TimelineActivity, TimelineReflection } from '../../lob/lob.types.js';
import { Zienswijzen } from '../family/zienswijze.js';
import { useView } from '../kit/view.js';
import { Details, Quote, Tag } from '../ui/blocks.js';
import { Timeline, TimelineItem } from '../ui/data-blocks.js';

export interface PupilTimelineProps {
  activities: TimelineActivity[];
  reflections: TimelineReflection[];
  pupilId: string;
  givenName: string;
  /** Whether the reader may change what the school logged. */
  mayLog: boolean;
}

/** The LOB of one pupil, newest first, with the words that he opened to the school. */
export function PupilTimeline({ activities, reflections, pupilId, givenName, mayLog }: PupilTimelineProps) {
  const { t, words } = useView();
  const loose = reflections.filter(({ activityId }) => !activities.some(({ id }) => id === activityId));
  const items = (list: TimelineActivity[]) => (
    <Timeline>
      {list.map((activity) => (
        <TimelineItem
          key={activity.id}
          when={words.period(activity.startsOn, activity.endsOn)}
          title={activity.title}
          tag={<Tag colour="blue">{t(`activity-type.${activity.type}`)}</Tag>}
          place={[activity.place, activity.beroep, activity.opleiding].filter(Boolean).join(' · ')}
        >
          {activity.goal && <p>{activity.goal}</p>}
          {activity.remark && (
            <p class="app-remark">
              <strong>Opmerking van {activity.loggedBy}:</strong> {activity.remark}
            </p>
          )}
          <Zienswijzen items={activity.zienswijzen} name={givenName} />
          <OwnWords activity={activity} givenName={givenName} />
          {reflections
            .filter(({ activityId }) => activityId === activity.id)
            .map((reflection) => (
              <Reflection key={reflection.id} reflection={reflection} givenName={givenName} />
            ))}
          <p class="app-muted app-small">
            {activity.loggedById === pupilId
              ? `Zelf ingevuld door ${givenName}`
              : `Vastgelegd door ${activity.loggedBy}`}
            {mayLog && activity.loggedById !== pupilId && (
              <>
                {' · '}
                <a href={`/activiteiten/${activity.id}`}>
                  Aanpassen<span class="govuk-visually-hidden"> van {activity.title}</span>
                </a>
              </>
            )}
          </p>
        </TimelineItem>
      ))}
    </Timeline>
  );
  const older = activities.slice(NEWEST);
  return (
    <>
      {items(activities.slice(0, NEWEST))}
      {older.length > 0 && <Details summary={`Eerdere activiteiten (${older.length})`}>{items(older)}</Details>}
      {loose.map((reflection) => (
        <Reflection key={reflection.id} reflection={reflection} givenName={givenName} />
      ))}
    </>
  );
}

/** What is shown at once; the years before it are folded. */
const NEWEST = 8;

function Reflection({ reflection, givenName }: { reflection: TimelineReflection; givenName: string }) {
  const { words } = useView();
  return <Quote by={`Reflectie van ${givenName}, ${words.date(reflection.writtenOn)}`}>{reflection.text}</Quote>;
}

function OwnWords({ activity, givenName }: { activity: TimelineActivity; givenName: string }) {
  const rows = [
    ['Resultaat', activity.result],
    ['Wat vond ik ervan', activity.evaluation],
    ['Wat nu', activity.followUp],
  ].filter(([, text]) => text);
  if (rows.length === 0) return null;
  return (
    <dl class="app-own-words" aria-label={`In de woorden van ${givenName}`}>
      {rows.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
