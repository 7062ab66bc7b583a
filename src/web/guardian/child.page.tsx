import type { DossierResponse } from '../../dossier/dossier.dto.js';
import type { Sharing } from '../../dossier/sharing.types.js';
import type { EmergencyNotice } from '../../emergency-access/emergency.types.js';
import type { StatutoryShareResponse } from '../../statutory/statutory.dto.js';
import type { GuardedChild } from '../../pupils/relations.reader.js';
import { SchoolCard } from '../family/career.js';
import { EmergencyNotices } from '../family/emergency-notices.js';
import { LobTimeline } from '../family/timeline.js';
import { useView } from '../kit/view.js';
import { ButtonLink, Card, Columns, EmptyState, Notice, PageHeader, Quote } from '../ui/blocks.js';
import { Layout } from '../ui/layout.js';
import { ChildTabs } from './child-tabs.js';

export interface ChildPageProps {
  child: GuardedChild;
  /** null: from 16 the pupil decides, and opened nothing. */
  dossier: DossierResponse | null;
  sharing: Sharing;
  emergencies: readonly EmergencyNotice[];
  /** What the school wants to pass on, and this guardian did not answer. */
  handovers: readonly StatutoryShareResponse[];
}

/** Reading along with a child. */
export function ChildPage({ child, dossier, sharing, emergencies, handovers }: ChildPageProps) {
  const { t } = useView();
  return (
    <Layout title={child.name} width="wide" translated>
      <PageHeader title={child.name} lead={t('guardian.age', { count: child.age })} />
      <ChildTabs child={child} decidesAlone={sharing.decidesAlone} />
      <EmergencyNotices notices={emergencies} reader="guardian" looked={`/kind/${child.id}/wie-keek`} />
      <Waiting child={child} sharing={sharing} />
      {handovers.map((share) => (
        <Notice key={share.id} tone="attention" title={t('handover.waits', { school: share.toSchool })}>
          <p>{t('handover.waits-text')}</p>
          <ButtonLink href={`/kind/${child.id}/overdracht`}>{t('handover.look')}</ButtonLink>
        </Notice>
      ))}
      <Notice tone="private" icon="eye">
        <p>{t(sharing.decidesAlone ? 'guardian.from-16' : 'guardian.under-16', { name: child.givenName })}</p>
      </Notice>
      {dossier ? <Dossier child={child} dossier={dossier} /> : <NothingOpened child={child} />}
    </Layout>
  );
}

/** What waits for this guardian's yes or no. */
function Waiting({ child, sharing }: { child: GuardedChild; sharing: Sharing }) {
  const { t } = useView();
  return (
    <>
      {sharing.schools
        .filter(({ act }) => act === 'answer')
        .map(({ schoolId, school }) => (
          <Notice key={schoolId} tone="attention" title={t('guardian.waits', { school })}>
            <p>{t('guardian.waits-text', { name: child.givenName, school })}</p>
            <ButtonLink href={`/kind/${child.id}/toestemming#school-${schoolId}`}>{t('guardian.to-answer')}</ButtonLink>
          </Notice>
        ))}
    </>
  );
}

function Dossier({ child, dossier }: { child: GuardedChild; dossier: DossierResponse }) {
  const { t } = useView();
  const { lob, reflections = [], profile, schoolCareer } = dossier;
  // Opened apart from the activities they are about.
  const loose = reflections.filter(({ activityId }) => !lob?.some(({ id }) => id === activityId));
  return (
    <Columns
      main={
        <>
          {lob && lob.length > 0 && <LobTimeline activities={lob} reflections={reflections} name={child.givenName} />}
          {lob?.length === 0 && (
            <EmptyState
              title={t('guardian.no-activities')}
              text={t('guardian.no-activities-text', { name: child.givenName })}
            />
          )}
          {loose.length > 0 && <Reflections items={loose} />}
          {!lob && loose.length === 0 && <NothingOpened child={child} />}
        </>
      }
      aside={(profile || schoolCareer) && <SchoolCard dossier={dossier} title={t('guardian.school')} />}
    />
  );
}

function Reflections({ items }: { items: NonNullable<DossierResponse['reflections']> }) {
  const { t, words } = useView();
  return (
    <Card id="reflecties" title={t('section.reflections')}>
      {items.map((one) => (
        <Quote key={one.id} by={words.date(one.writtenOn)}>
          {one.text}
        </Quote>
      ))}
    </Card>
  );
}

function NothingOpened({ child }: { child: GuardedChild }) {
  const { t } = useView();
  return (
    <EmptyState
      icon="lock"
      title={t('guardian.nothing-opened', { name: child.givenName })}
      text={t('guardian.nothing-opened-text', { name: child.givenName })}
    />
  );
}
