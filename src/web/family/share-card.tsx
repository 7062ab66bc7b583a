import type { ComponentChildren } from 'preact';
import type { ConsentResponse } from '../../consent/consent.dto.js';
import { type Section, sections } from '../../consent/consent.types.js';
import type { ReadableShare, Sharing, SchoolShare } from '../../dossier/sharing.types.js';
import { useView } from '../kit/view.js';
import { Card, Details, Tag } from '../ui/blocks.js';
import { type Answer, Answers, TickList } from '../ui/data-blocks.js';
import { ConsentText } from './consent-text.js';
import { ReceiptLink } from './receipt.page.js';
import { inWords, stateColours } from './words.js';

/** Where a share stands, in a word or two. */
export function StateTag({ consent }: { consent: ConsentResponse | null }) {
  const { t, user } = useView();
  if (!consent) return <Tag colour="grey">{t('consent.state.none')}</Tag>;
  const you = user?.kind === 'pupil' && consent.state === 'waiting-for-pupil';
  return (
    <Tag colour={stateColours[consent.state]}>
      {t(you ? 'consent.state.waiting-for-you' : `consent.state.${consent.state}`)}
    </Tag>
  );
}

export interface ShareCardProps {
  share: ReadableShare;
  sharing: Sharing;
  /** Address of the page. */
  path: string;
  /** What the one who looks can do. */
  children?: ComponentChildren;
}

/** Where a share stands on the page of shares. */
export const anchorOf = ({ schoolId, purpose }: Pick<SchoolShare, 'schoolId' | 'purpose'>): string =>
  purpose === 'intake' ? `school-${schoolId}` : `school-${schoolId}-${purpose}`;

/** One receiving school: who said yes, what it sees and does not see, until when, and what one can do about it. */
export function ShareCard({ share, sharing, path, children }: ShareCardProps) {
  const { t, words } = useView();
  const { consent } = share;
  const tone =
    consent?.state === 'in-force'
      ? 'good'
      : share.act === 'answer' || share.act === 'confirm'
        ? 'attention'
        : undefined;
  return (
    <Card
      id={anchorOf(share)}
      title={share.purpose === 'intake' ? share.school : `${share.school}: ${t(`purpose.${share.purpose}`)}`}
      tone={tone}
      action={<StateTag consent={consent} />}
      intro={share.opleidingen.join(', ') || t('consent.no-application')}
    >
      {consent && <Answers items={answersOf(consent, sharing)} />}
      <Seen share={share} sharing={sharing} />
      {consent && (
        <p class="app-muted">
          {t(consent.state === 'in-force' ? 'consent.until' : 'consent.would-end', {
            date: words.date(consent.endsOn),
          })}
        </p>
      )}
      {children}
      {consent && hasAnswered(consent) && (
        <p>
          <ReceiptLink path={path} id={consent.id} school={share.school} />
        </p>
      )}
      <ConsentText text={share.text} version={consent?.textVersion} path={path} of={share.schoolId} />
    </Card>
  );

  /** An answer on paper is told as such, with the day of the signature. */
  function said(agreed: boolean, signedOn: string | null, on: string): string {
    const date = words.dateShort(signedOn ?? on);
    if (signedOn !== null) return t(agreed ? 'consent.yes-paper' : 'consent.no-paper', { date });
    return t(agreed ? 'consent.yes-on' : 'consent.no-on', { date });
  }

  /** Nobody waits for a guardian from 16 on, or when another has said yes. Who reads comes right after the pupil. */
  function answersOf({ answers, state }: ConsentResponse, { decidesAlone }: Sharing): Answer[] {
    const waits = !decidesAlone && state !== 'in-force';
    return answers
      .filter(({ by, agreed }) => by === 'pupil' || agreed !== null || waits)
      .sort((a, b) => Number(b.by === 'pupil') - Number(a.by === 'pupil') || Number(b.self) - Number(a.self))
      .map(({ self, name, agreed, on, paper }) => ({
        who: self ? t('consent.you') : name,
        text: agreed === null ? t('consent.not-yet') : said(agreed, paper?.signedOn ?? null, on ?? ''),
        state: agreed === null ? 'waiting' : agreed ? 'yes' : 'no',
      }));
  }
}

const headings = {
  'in-force': 'consent.sees',
  asked: 'consent.wants',
  'waiting-for-pupil': 'consent.would-see',
  'waiting-for-guardian': 'consent.would-see',
  blocked: 'consent.would-see',
} as const;

function Seen({ share, sharing }: { share: SchoolShare; sharing: Sharing }) {
  const { t } = useView();
  const { consent, opleidingen } = share;
  const state = consent?.state;
  const heading = state && state in headings ? headings[state as keyof typeof headings] : undefined;
  const shown = heading && consent ? consent.sections : [];
  const fromApplication = opleidingen.length > 0 ? [t('consent.from-application')] : [];
  const { opened = 0, closed = 0 } = sharing.reflections ?? {};
  const describe = (section: Section): string => {
    if (section !== 'reflections' || !sharing.reflections) return t(`consent.section.${section}`);
    return opened > 0 ? t('consent.reflections-opened', { count: opened }) : t('consent.reflections-none');
  };
  const line = (section: Section) => (
    <>
      {t(`section.${section}`)}
      <br />
      <span class="app-muted">{describe(section)}</span>
    </>
  );
  const unseen = sections.filter((section) => !shown.includes(section)).map((section) => t(`section.${section}`));
  const others =
    shown.includes('reflections') && closed > 0 ? [t('consent.reflections-closed', { count: closed })] : [];
  return (
    <>
      <h3 class="govuk-heading-s">
        {t(
          heading === 'consent.would-see' && sharing.decidesAlone
            ? 'consent.would-see-alone'
            : (heading ?? 'consent.sees-now'),
        )}
      </h3>
      <TickList items={[...fromApplication, ...sections.filter((one) => shown.includes(one)).map(line)]} />
      {unseen.length + others.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{t('consent.sees-not')}</h3>
          <TickList not items={[...unseen, ...others]} />
        </>
      )}
    </>
  );
}

/** Who answered has a receipt. */
const hasAnswered = ({ answers }: ConsentResponse): boolean =>
  answers.some(({ self, agreed }) => self && agreed !== null);

/** What was shared before, folded. */
export function ConsentHistory({ history, path }: { history: readonly ConsentResponse[]; path: string }) {
  const view = useView();
  const { t, words } = view;
  if (history.length === 0) return null;
  return (
    <Details summary={t('consent.history', { count: history.length })}>
      <ul class="govuk-list">
        {history.map((one) => (
          <li key={one.id}>
            <strong>{one.toSchool}</strong> <StateTag consent={one} />
            <br />
            {inWords(view, one.sections)}
            <br />
            <span class="app-muted">
              {one.inForceOn
                ? t('consent.was-shared', {
                    period: words.period(one.inForceOn, one.withdrawnOn ?? one.endsOn),
                  })
                : t('consent.never-shared')}
            </span>
            {hasAnswered(one) && (
              <>
                <br />
                <ReceiptLink path={path} id={one.id} school={one.toSchool} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Details>
  );
}
