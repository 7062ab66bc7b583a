import type { CopyActivity, CopyReflection } from '../../privacy-rights/own-copy.dto.js';
import { useView, type View } from '../kit/view.js';
import { Card, Quote, SummaryList, Tag } from '../ui/blocks.js';
import { Timeline, TimelineItem } from '../ui/data-blocks.js';
import { filled, None } from './copy-rows.js';

/** Activities with what was written about them; also what was taken out again. */
export function CopyLob(p: { activities: readonly CopyActivity[]; reflections: readonly CopyReflection[] }) {
  const { t } = useView();
  const on = new Map(p.reflections.map((reflection) => [reflection.activityId, reflection]));
  return (
    <Card id="activiteiten" title={t('copy.activities')}>
      {p.activities.length === 0 && <None />}
      <Timeline>
        {p.activities.map((activity) => (
          <Activity key={activity.id} activity={activity} reflection={on.get(activity.id)} />
        ))}
      </Timeline>
    </Card>
  );
}

function Activity({ activity, reflection }: { activity: CopyActivity; reflection?: CopyReflection }) {
  const view = useView();
  const { t, text, words } = view;
  const at = words.dateTime(activity.loggedAt);
  const name = activity.loggedBy;
  return (
    <TimelineItem
      when={words.period(activity.startsOn, activity.endsOn)}
      title={activity.title}
      tag={<Tag colour="blue">{text(`activity-type.${activity.type}`)}</Tag>}
      place={[activity.place, activity.opleiding, activity.beroep].filter(Boolean).join(' · ')}
    >
      <SummaryList
        rows={filled([
          [t('copy.goal'), activity.goal],
          [t('copy.competences'), activity.competences.map((one) => text(`competence.${one}`)).join(', ')],
          [t('copy.remark'), activity.remark],
          [t('words.result'), activity.result],
          [t('words.evaluation'), activity.evaluation],
          [t('words.follow-up'), activity.followUp],
        ])}
      />
      {reflection && (
        <Quote by={`${t('copy.reflection', { at: words.date(reflection.writtenAt) })} · ${openedTo(view, reflection)}`}>
          {reflection.text}
        </Quote>
      )}
      <p class="app-muted app-small">
        {activity.group ? t('copy.logged-for', { name, at, group: activity.group }) : t('copy.logged', { name, at })}
      </p>
      {activity.removedAt && (
        <p>
          <strong>
            {t('copy.removed', { at: words.date(activity.removedAt), reason: activity.removedReason ?? '–' })}
          </strong>
        </p>
      )}
    </TimelineItem>
  );
}

/** For whom the pupil opened it, and since when. */
function openedTo({ t, words }: View, reflection: CopyReflection): string {
  const readers = (
    [
      ['copy.reader-school', reflection.openedToSchoolAt],
      ['copy.reader-guardian', reflection.openedToGuardianAt],
      ['copy.reader-mbo', reflection.openedToMboAt],
    ] as const
  ).flatMap(([key, since]) => (since ? [`${t(key)} (${words.dateShort(since)})`] : []));
  return readers.length === 0 ? t('copy.open-for-nobody') : t('copy.open-for', { readers: readers.join(', ') });
}
