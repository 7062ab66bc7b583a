import type { LogForPupilRequest } from '../../lob/lob.dto.js';
import { type ActivityType, activityTypes, competences, type TimelineActivity } from '../../lob/lob.types.js';
import type { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { Details, Notice, PageHeader, SummaryList } from '../ui/blocks.js';
import { Checkboxes } from '../ui/form-choices.js';
import { DateField, Select, TextArea, TextField } from '../ui/form-fields.js';
import { ErrorSummary, FieldGrid, FieldsetCard, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';

/** What pupils do by themselves comes first in the list. */
const usual: ActivityType[] = [
  'job-or-volunteering',
  'open-day',
  'trial-day',
  'trial-lesson',
  'information-evening',
  'taster-placement',
  'professional-interview',
  'interest-test',
];

export interface OwnActivityPageProps {
  form: Form<LogForPupilRequest>;
  /** Being corrected; absent for a new one. */
  activity?: TimelineActivity;
  overtaken?: boolean;
}

/** Logging or correcting something that the pupil did himself. */
export function OwnActivityPage({ form, activity, overtaken }: OwnActivityPageProps) {
  const { t } = useView();
  const title = t(activity ? 'own.correct-title' : 'own.new-title');
  const here = activity ? `/mijn/activiteiten/${activity.id}` : '/mijn';
  const types = [...usual, ...activityTypes.filter((type) => !usual.includes(type))];
  return (
    <Layout
      title={title}
      fault={!form.valid}
      back={{ href: here, text: activity?.title ?? t('pupil.title') }}
      translated
    >
      <ErrorSummary form={form} />
      <PageHeader title={title} lead={t('own.lead')} />
      {overtaken && activity && <Now activity={activity} />}
      <form method="post" action={activity ? `${here}/verbeteren` : '/mijn/activiteiten/nieuw'} novalidate data-guarded>
        <HiddenFields form={form} values={activity?.opleidingId ? { opleidingId: activity.opleidingId } : {}} />
        <FieldsetCard legend={t('own.what')}>
          <Select
            form={form}
            name="type"
            label={t('own.type')}
            options={types.map((type) => ({ value: type, text: t(`activity-type.${type}`) }))}
          />
          <TextField form={form} name="title" label={t('own.name')} hint={t('own.name-hint')} />
          <TextField form={form} name="place" label={t('own.place')} hint={t('own.place-hint')} optional />
          <FieldGrid>
            <DateField form={form} name="startsOn" label={t('own.from')} />
            <DateField form={form} name="endsOn" label={t('own.until')} optional />
          </FieldGrid>
        </FieldsetCard>
        <FieldsetCard legend={t('own.about')} hint={t('own.about-hint')}>
          <TextField form={form} name="beroep" label={t('own.beroep')} optional />
          <TextArea
            form={form}
            name="goal"
            label={t('own.goal')}
            hint={t('own.goal-hint')}
            rows={3}
            maxlength={500}
            optional
          />
          <Checkboxes
            form={form}
            name="competences"
            label={t('own.competences')}
            hint={t('own.competences-hint')}
            options={competences.map((one) => ({
              value: one,
              text: t(`competence.${one}.question`),
              hint: t(`competence.${one}`),
            }))}
            optional
          />
        </FieldsetCard>
        <Details summary={t('own.who-reads')}>
          <p>{t('own.who-reads-text')}</p>
        </Details>
        <SaveBar save={t(activity ? 'own.save' : 'own.add')} cancel={{ href: here }} />
      </form>
    </Layout>
  );
}

/** What stands in the dossier now, beside what was typed. */
function Now({ activity }: { activity: TimelineActivity }) {
  const { t, words } = useView();
  return (
    <Notice tone="attention" title={t('overtaken.title')}>
      <p>{t('overtaken.text')}</p>
      <SummaryList
        rows={[
          [t('own.type'), t(`activity-type.${activity.type}`)],
          [t('own.name'), activity.title],
          [t('own.place'), activity.place],
          [t('own.from'), words.period(activity.startsOn, activity.endsOn)],
        ]}
      />
    </Notice>
  );
}
