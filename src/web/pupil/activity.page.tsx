import type { ActivityWithReflection } from '../../lob/lob.reader.js';
import type { OwnWordsRequest, ReflectionRequest, RemovalRequest } from '../../lob/lob.dto.js';
import type { TimelineActivity } from '../../lob/lob.types.js';
import { colourOf, ownWords } from '../family/words.js';
import { Overtaken } from '../family/overtaken.js';
import { Zienswijzen } from '../family/zienswijze.js';
import type { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import {
  Button,
  ButtonLink,
  Card,
  Details,
  PageHeader,
  Quote,
  SummaryList,
  type SummaryRow,
  Tag,
} from '../ui/blocks.js';
import { Confirm } from '../ui/data-blocks.js';
import { TextArea, TextField } from '../ui/form-fields.js';
import { ErrorSummary, HiddenFields } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { ReflectionCard } from './reflection-card.js';

export interface ActivityPageProps extends ActivityWithReflection {
  /** The forms on the page; the one that came back has its faults and what was typed. */
  reflect: Form<ReflectionRequest>;
  words: Form<OwnWordsRequest>;
  removal: Form<RemovalRequest>;
  /** Someone changed it meanwhile (another telephone, the mentor): what stands there now is shown beside what was typed. */
  overtaken?: 'reflection' | 'words' | 'removal';
}

/** One activity: what it was, what the teacher said of it, and what the pupil has to say. */
export function ActivityPage(props: ActivityPageProps) {
  const { t, user, words: w } = useView();
  const { activity, reflection, reflect, words, removal, overtaken } = props;
  const refused = [reflect, words, removal].find((form) => !form.valid);
  const own = activity.loggedById === user?.id;
  return (
    <Layout
      title={activity.title}
      fault={refused !== undefined}
      back={{ href: '/mijn', text: t('pupil.title') }}
      translated
    >
      {refused && <ErrorSummary form={refused} />}
      <PageHeader
        title={activity.title}
        tags={<Tag colour={colourOf(activity.type)}>{t(`activity-type.${activity.type}`)}</Tag>}
        lead={w.period(activity.startsOn, activity.endsOn)}
      />
      <Facts activity={activity} own={own} />
      {activity.remark && <Remark activity={activity} />}
      <ReflectionCard
        activityId={activity.id}
        reflection={reflection}
        form={reflect}
        overtaken={overtaken === 'reflection'}
      />
      <WordsCard activity={activity} form={words} overtaken={overtaken === 'words'} />
      {own && <OwnCard activity={activity} removal={removal} />}
    </Layout>
  );
}

function Facts({ activity, own }: { activity: TimelineActivity; own: boolean }) {
  const { t } = useView();
  const rows: SummaryRow[] = [
    [t('activity.place'), activity.place],
    [t('activity.opleiding'), activity.opleiding ?? ''],
    [t('activity.beroep'), activity.beroep],
    [t('activity.goal'), activity.goal],
    [
      t('activity.competences'),
      activity.competences.length > 0 &&
        activity.competences.map((one) => <div key={one}>{t(`competence.${one}.question`)}</div>),
    ],
    [t('activity.logged-by'), own ? t('activity.logged-by-you') : activity.loggedBy],
  ];
  return (
    <Card id="wat" title={t('activity.facts')}>
      <SummaryList rows={rows.filter(([, value]) => value !== '' && value !== false)} />
      <Zienswijzen items={activity.zienswijzen.filter(({ about }) => about === 'activity')} />
      {!own && <NotRight activity={activity} what="activiteit" />}
    </Card>
  );
}

/** Nothing is hidden from the one it is about, and it says so. */
function Remark({ activity }: { activity: TimelineActivity }) {
  const { t } = useView();
  return (
    <Card id="opmerking" title={t('activity.remark')}>
      <Quote by={activity.loggedBy}>{activity.remark}</Quote>
      <Zienswijzen items={activity.zienswijzen.filter(({ about }) => about === 'remark')} />
      <p class="app-muted">{t('activity.remark-readers')}</p>
      <NotRight activity={activity} what="opmerking" />
    </Card>
  );
}

/** What the school wrote is corrected by the school; the pupil says what is wrong. */
function NotRight({ activity, what }: { activity: TimelineActivity; what: 'activiteit' | 'opmerking' }) {
  const { t } = useView();
  return (
    <p>
      <a href={`/mijn/rechten/klopt-niet/${what}/${activity.id}`}>
        {t('rectify.link')}
        <span class="govuk-visually-hidden"> {t(what === 'activiteit' ? 'about.activity' : 'activity.remark')}</span>
      </a>
    </p>
  );
}

interface WordsProps {
  activity: TimelineActivity;
  form: Form<OwnWordsRequest>;
  overtaken: boolean;
}
/** Result, evaluation and follow-up: what the exam programme asks of each activity. */
function WordsCard({ activity, form, overtaken }: WordsProps) {
  const { t } = useView();
  const written = ownWords(activity);
  const fields = (
    <form method="post" action={`/mijn/activiteiten/${activity.id}/eigen-woorden`} novalidate data-guarded>
      <HiddenFields form={form} />
      <TextArea
        form={form}
        name="result"
        label={t('words.result')}
        hint={t('words.result-hint')}
        rows={3}
        maxlength={1000}
        optional
      />
      <TextArea
        form={form}
        name="evaluation"
        label={t('words.evaluation')}
        hint={t('words.evaluation-hint')}
        rows={3}
        maxlength={1000}
        optional
      />
      <TextArea
        form={form}
        name="followUp"
        label={t('words.follow-up')}
        hint={t('words.follow-up-hint')}
        rows={3}
        maxlength={1000}
        optional
      />
      <Button wide>{t('words.save')}</Button>
    </form>
  );
  return (
    <Card id="eigen-woorden" title={t('words.title')} intro={t('words.intro')}>
      {overtaken && <Overtaken />}
      {written.map(([key, text]) => (
        <div key={key}>
          <h3 class="govuk-heading-s">{t(key)}</h3>
          <p class="app-own-words app-typed">{text}</p>
        </div>
      ))}
      {written.length > 0 ? (
        <Details summary={t('words.change')} open={!form.valid}>
          {fields}
        </Details>
      ) : (
        fields
      )}
    </Card>
  );
}

/** What the pupil logged himself, he may correct and take out. */
function OwnCard({ activity, removal }: { activity: TimelineActivity; removal: Form<RemovalRequest> }) {
  const { t } = useView();
  const path = `/mijn/activiteiten/${activity.id}`;
  return (
    <Card id="aanpassen" title={t('own.title')} intro={t('own.intro')}>
      <p>
        <ButtonLink href={`${path}/verbeteren`} tone="secondary" icon="pencil">
          {t('own.correct')}
        </ButtonLink>
      </p>
      <Confirm
        summary={t('own.remove')}
        question={t('own.remove-question')}
        action={`${path}/weghalen`}
        button={t('own.remove-button')}
        open={!removal.valid}
      >
        <HiddenFields form={removal} />
        <TextField form={removal} name="reason" label={t('own.reason')} hint={t('own.reason-hint')} />
      </Confirm>
    </Card>
  );
}
