import { schoolYearOf } from '../../platform/calendar.js';
import type { ReflectionReader, TimelineActivity, TimelineReflection } from '../../lob/lob.types.js';
import { useView } from '../kit/view.js';
import { Card, Details, Quote, Tag } from '../ui/blocks.js';
import { Timeline, TimelineItem } from '../ui/data-blocks.js';
import { Icon } from '../ui/icons.js';
import { Zienswijzen } from './zienswijze.js';
import { colourOf, ownWords, schoolYearText, where } from './words.js';

export interface LobTimelineProps {
  /** How the pupil is called, for other readers. */
  name?: string;
  activities: readonly TimelineActivity[];
  reflections: readonly TimelineReflection[];
  /** The pupil's own timeline: each activity is a page to write on. */
  own?: boolean;
}

/** What a pupil did, a card per school year; the years before the last are folded. */
export function LobTimeline({ activities, reflections, own, name }: LobTimelineProps) {
  const { t } = useView();
  const years = [...new Set(activities.map(({ startsOn }) => schoolYearOf(startsOn)))];
  return (
    <>
      {years.map((year, i) => {
        const those = activities.filter(({ startsOn }) => schoolYearOf(startsOn) === year);
        const title = t('timeline.year', { year: schoolYearText(year) });
        const list = (
          <Timeline>
            {those.map((activity) => (
              <Activity
                key={activity.id}
                activity={activity}
                reflection={reflections.find(({ activityId }) => activityId === activity.id)}
                own={own}
                name={name}
              />
            ))}
          </Timeline>
        );
        if (i === 0)
          return (
            <Card key={year} id={`jaar-${year}`} title={title}>
              {list}
            </Card>
          );
        return (
          <Card key={year}>
            <Details summary={`${title} (${t('timeline.count', { count: those.length })})`}>{list}</Details>
          </Card>
        );
      })}
    </>
  );
}

interface ActivityProps {
  activity: TimelineActivity;
  reflection?: TimelineReflection;
  own?: boolean;
  name?: string;
}
function Activity({ activity, reflection, own, name }: ActivityProps) {
  const { t, words } = useView();
  const href = `/mijn/activiteiten/${activity.id}`;
  const written = ownWords(activity);
  return (
    <TimelineItem
      when={words.period(activity.startsOn, activity.endsOn)}
      title={own ? <a href={href}>{activity.title}</a> : activity.title}
      tag={<Tag colour={colourOf(activity.type)}>{t(`activity-type.${activity.type}`)}</Tag>}
      place={where(activity)}
    >
      {activity.remark && (
        <Quote by={t(own ? 'timeline.remark-by' : 'timeline.remark-by-other', { name: activity.loggedBy })}>
          {activity.remark}
        </Quote>
      )}
      <Zienswijzen items={activity.zienswijzen} name={own ? undefined : name} />
      {written.map(([key, text]) => (
        <p key={key} class="app-typed">
          <strong>{t(key)}</strong> {text}
        </p>
      ))}
      {reflection && (
        <Quote by={own ? <OpenedTo readers={reflection.openedTo} /> : words.date(reflection.writtenOn)}>
          {reflection.text}
        </Quote>
      )}
      {own && !reflection && (
        <p>
          <a href={`${href}#reflectie`}>
            {t('timeline.write')}
            <span class="govuk-visually-hidden"> {t('timeline.write-about', { title: activity.title })}</span>
          </a>
        </p>
      )}
    </TimelineItem>
  );
}

/** Who may read a reflection, in words. */
export function OpenedTo({ readers }: { readers: readonly ReflectionReader[] }) {
  const { t, locale } = useView();
  const open = new Intl.ListFormat(locale).format(readers.map((reader) => t(`opened-to.${reader}`)));
  return (
    <span class="app-readers">
      <Icon name={readers.length > 0 ? 'eye' : 'lock'} />
      <span>{readers.length > 0 ? t('opened-to.some', { readers: open }) : t('opened-to.nobody')}</span>
    </span>
  );
}
