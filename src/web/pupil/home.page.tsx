import type { OwnDossier } from '../../dossier/sharing.reader.js';
import type { SchoolShare, ToDo } from '../../dossier/sharing.types.js';
import type { EmergencyNotice } from '../../emergency-access/emergency.types.js';
import type { StatutoryShareResponse } from '../../statutory/statutory.dto.js';
import type { ApplicationResponse } from '../../placements/placements.dto.js';
import { SchoolCard } from '../family/career.js';
import { EmergencyNotices } from '../family/emergency-notices.js';
import { StateTag } from '../family/share-card.js';
import { LobTimeline } from '../family/timeline.js';
import { useView, type View } from '../kit/view.js';
import { ButtonLink, Card, Columns, EmptyState, Hero, LinkList, type LinkListItem, Notice, Tag } from '../ui/blocks.js';
import type { IconName } from '../ui/icons.js';
import { Layout } from '../ui/layout.js';

/** More than this at once is no invitation. */
const SHOWN = 4;

export interface HomePageProps {
  own: OwnDossier;
  emergencies: readonly EmergencyNotice[];
  /** What the school wants to pass on, and the pupil did not answer. */
  handovers: readonly StatutoryShareResponse[];
}

/** The pupil's start: what to do now, what I did, and who may read it. */
export function HomePage({ emergencies, ...p }: HomePageProps) {
  const { t } = useView();
  return (
    <Layout title={t('pupil.title')} width="wide" translated>
      <EmergencyNotices notices={emergencies} reader="pupil" looked="/mijn/wie-keek" />
      <Home {...p} />
    </Layout>
  );
}

function Home(p: Omit<HomePageProps, 'emergencies'>) {
  const { dossier, sharing, applications, toDo } = p.own;
  const view = useView();
  const { t } = view;
  const activities = dossier.lob ?? [];
  const mine = toDo.filter(({ kind }) => kind !== 'waiting' && kind !== 'blocked');
  const rest = toDo.length - SHOWN;
  return (
    <>
      <Hero title={t('home.hello', { name: dossier.profile?.givenName ?? '' })}>
        <p class="app-lead">{mine.length > 0 ? t('home.to-do', { count: mine.length }) : t('home.up-to-date')}</p>
        <p class="app-actions">
          <ButtonLink href="/mijn/activiteiten/nieuw" icon="plus">
            {t('home.add')}
          </ButtonLink>
        </p>
      </Hero>
      <Columns
        main={
          <>
            {p.handovers.map((share) => (
              <Notice key={share.id} tone="attention" title={t('handover.waits', { school: share.toSchool })}>
                <p>{t('handover.waits-text')}</p>
                <ButtonLink href="/mijn/overdracht">{t('handover.look')}</ButtonLink>
              </Notice>
            ))}
            {toDo.length > 0 && (
              <Card id="nu" title={t('home.now')}>
                <LinkList items={toDo.slice(0, SHOWN).map((one) => toItem(view, one))} />
                {rest > 0 && <p class="app-muted">{t('home.more', { count: rest })}</p>}
              </Card>
            )}
            {activities.length > 0 ? (
              <LobTimeline activities={activities} reflections={dossier.reflections ?? []} own />
            ) : (
              <EmptyState
                title={t('home.empty')}
                text={t('home.empty-text')}
                action={<ButtonLink href="/mijn/activiteiten/nieuw">{t('home.add')}</ButtonLink>}
              />
            )}
          </>
        }
        aside={
          <>
            <Applied applications={applications.filter(({ withdrawnOn }) => withdrawnOn === null)} />
            <Readers schools={sharing.schools} />
            <SchoolCard dossier={dossier} title={t('home.school')} own />
            <Card id="papier" title={t('home.paper')}>
              <p>{t('home.paper-text')}</p>
              <ButtonLink href="/mijn/afdruk" icon="print" tone="secondary">
                {t('home.print')}
              </ButtonLink>
            </Card>
            <Card id="rechten" title={t('rights.title')}>
              <p>{t('rights.short')}</p>
              <p>
                <a href="/mijn/rechten">{t('rights.see')}</a>
              </p>
            </Card>
          </>
        }
      />
    </>
  );
}

const icons: Record<ToDo['kind'], IconName> = {
  answer: 'chat',
  confirm: 'check',
  share: 'shield',
  waiting: 'clock',
  blocked: 'info',
  reflect: 'pencil',
};

function toItem({ t, words }: View, one: ToDo): LinkListItem {
  if (one.kind === 'reflect')
    return {
      href: `/mijn/activiteiten/${one.activityId}#reflectie`,
      icon: icons.reflect,
      title: t('to-do.reflect', { title: one.title }),
      text: `${t(`activity-type.${one.type}`)} · ${words.dateShort(one.on)}`,
    };
  const { kind, school, schoolId } = one;
  return {
    href: `/mijn/toestemming#school-${schoolId}`,
    icon: icons[kind],
    title: t(`to-do.${kind}`, { school }),
    text: t(`to-do.${kind}.text`),
    tag: kind === 'answer' || kind === 'confirm' ? <Tag colour="purple">{t('to-do.waits')}</Tag> : undefined,
  };
}

function Applied({ applications }: { applications: readonly ApplicationResponse[] }) {
  const { t, words } = useView();
  return (
    <Card id="aangemeld" title={t('home.applied')}>
      {applications.length === 0 && <p>{t('home.applied-none')}</p>}
      {applications.length > 0 && (
        <ul class="govuk-list">
          {applications.map((one) => (
            <li key={one.id}>
              <strong>{one.opleiding}</strong>
              <br />
              <span class="app-muted">
                {one.toSchool} · {words.dateShort(one.appliedOn)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <ButtonLink href="/mijn/aanmeldingen" tone="secondary">
        {t(applications.length > 0 ? 'home.applied-see' : 'home.applied-add')}
      </ButtonLink>
    </Card>
  );
}

function Readers({ schools }: { schools: readonly SchoolShare[] }) {
  const { t } = useView();
  return (
    <Card id="lezen" title={t('home.readers')}>
      {schools.length === 0 && <p>{t('home.readers-none')}</p>}
      {schools.length > 0 && (
        <LinkList
          items={schools.map(({ schoolId, school, consent }) => ({
            href: `/mijn/toestemming#school-${schoolId}`,
            title: school,
            tag: <StateTag consent={consent} />,
          }))}
        />
      )}
      <p>
        <a href="/mijn/wie-mag-wat">{t('may.see')}</a>
      </p>
      <p>
        <a href="/mijn/wie-keek">{t('home.looked')}</a>
      </p>
    </Card>
  );
}
