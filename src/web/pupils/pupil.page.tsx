import type { GuidedPupil } from '../../dossier/guidance.reader.js';
import { Zienswijzen } from '../family/zienswijze.js';
import { useView } from '../kit/view.js';
import { waiting } from '../groups/progress.js';
import { ButtonLink, Card, Columns, EmptyState, Notice, PageHeader, SummaryList, Tag } from '../ui/blocks.js';
import { Contact, TickList } from '../ui/data-blocks.js';
import { Layout } from '../ui/layout.js';
import { ApplicationsCard, CareerCard, CompetencesCard, ConsentsCard } from './pupil-cards.js';
import { PupilTimeline } from './pupil-timeline.js';
import { programme, trackOf } from './words.js';

/** One pupil for staff of the home school, as far as each may see. */
export function PupilPage({ pupil, mayRecordPaper }: { pupil: GuidedPupil; mayRecordPaper: boolean }) {
  const view = useView();
  const { dossier, guidance } = pupil;
  const { profile, schoolCareer = [], lob, reflections = [], pupilId } = dossier;
  const name = profile?.name ?? 'Leerling';
  const givenName = profile?.givenName ?? name;
  const track = trackOf(view, schoolCareer[0]);
  const applied = guidance?.applications.filter(({ withdrawnOn }) => !withdrawnOn) ?? [];
  const lead = [profile?.group && `Klas ${profile.group}`, track].filter(Boolean).join(' · ');
  const groupId = guidance?.progress?.groupId;
  const ownOnly = dossier.basis === 'teaching';
  const empty = (
    <EmptyState
      icon="calendar"
      title={ownOnly ? 'Je legde voor deze leerling nog niets vast' : 'Nog geen activiteiten'}
      text={
        ownOnly
          ? 'Je ziet hier alleen wat je zelf vastlegde.'
          : 'Hier komt wat de leerling deed: open dagen, stages, gesprekken.'
      }
    />
  );
  return (
    <Layout
      title={name}
      width="wide"
      back={{
        href: groupId ? `/klassen/${groupId}` : '/klassen',
        text: profile?.group ? `Klas ${profile.group}` : 'Klassen',
      }}
    >
      <PageHeader
        title={name}
        lead={
          <>
            {lead}
            {applied.length > 0 && (
              <>
                {' → '}
                <strong>{applied.map(programme).join(', ')}</strong>
              </>
            )}
          </>
        }
        actions={<Acts pupil={pupil} mayRecordPaper={mayRecordPaper} />}
      />
      <Columns
        main={
          <>
            {guidance?.progress && <Misses pupil={pupil} givenName={givenName} />}
            {lob && (
              <Card
                id="lob"
                title="Loopbaanoriëntatie (LOB)"
                intro={guidance ? <Opened pupil={pupil} givenName={givenName} /> : null}
              >
                {lob.length > 0 ? (
                  <PupilTimeline
                    activities={lob}
                    reflections={reflections}
                    pupilId={pupilId}
                    givenName={givenName}
                    mayLog={pupil.mayLog}
                  />
                ) : (
                  empty
                )}
              </Card>
            )}
            {!lob && <Notice icon="lock">Van deze leerling zie je alleen de naam en de klas.</Notice>}
          </>
        }
        aside={
          <>
            {guidance && <ApplicationsCard pupilId={pupilId} applied={applied} progress={guidance.progress} />}
            {guidance && <ConsentsCard consents={guidance.consents} givenName={givenName} />}
            {lob && guidance && <CompetencesCard activities={lob} />}
            {profile && profile.contacts.length > 0 && (
              <Card title="Contact">
                {profile.contacts.map((contact) => (
                  <Contact
                    key={contact.role + contact.name}
                    {...contact}
                    role={contact.role === 'mentor' ? 'Mentor' : 'Decaan'}
                  />
                ))}
              </Card>
            )}
            {profile?.birthDate && (
              <Card title="Gegevens">
                <SummaryList
                  rows={[
                    ['Geboren', view.words.date(profile.birthDate)],
                    ['School', profile.school],
                  ]}
                />
                <Zienswijzen items={profile.zienswijzen} name={givenName} />
              </Card>
            )}
            {schoolCareer.length > 1 && <CareerCard career={schoolCareer} />}
            <Zienswijzen items={schoolCareer.flatMap((year) => year.zienswijzen)} name={givenName} />
          </>
        }
      />
    </Layout>
  );
}

function Acts({ pupil, mayRecordPaper }: { pupil: GuidedPupil; mayRecordPaper: boolean }) {
  const { dossier, guidance, mayLog } = pupil;
  const { user } = useView();
  const at = `/leerlingen/${dossier.pupilId}`;
  const handsOut = dossier.basis === 'mentor' || user?.roles.includes('decaan');
  return (
    <>
      {mayLog && (
        <ButtonLink href={`${at}/vastleggen`} icon="plus">
          Activiteit vastleggen
        </ButtonLink>
      )}
      {guidance && (
        <>
          <ButtonLink href={`${at}/aanmelden`} icon="folder" tone="secondary">
            Aanmelding
          </ButtonLink>
          <ButtonLink href={`${at}/overdracht`} icon="shield" tone="secondary">
            Wettelijke overdracht
          </ButtonLink>
          <ButtonLink href={`${at}/afdruk`} icon="print" tone="secondary">
            Afdruk
          </ButtonLink>
          <ButtonLink href={`${at}/brief`} icon="mail" tone="secondary">
            Brief
          </ButtonLink>
          {handsOut && (
            <ButtonLink href={`${at}/code`} icon="lock" tone="secondary">
              Code kwijt
            </ButtonLink>
          )}
        </>
      )}
      {mayRecordPaper && (
        <ButtonLink href={`${at}/papier`} icon="pencil" tone="secondary">
          Antwoord op papier
        </ButtonLink>
      )}
    </>
  );
}

/** What still waits with the pupil, so that a mentor sees in a glance what comes next. */
function Misses({ pupil: { guidance }, givenName }: { pupil: GuidedPupil; givenName: string }) {
  const states = guidance?.progress?.states ?? [];
  if (states.length === 0)
    return (
      <Notice tone="good" icon="check">
        <p>
          <strong>Er mist nu niets.</strong> {givenName} is bij met LOB.
        </p>
      </Notice>
    );
  return (
    <Card title="Wat mist er nog" tone="attention">
      <TickList not items={states.map((state) => waiting[state])} />
    </Card>
  );
}

/** How many reflections there are, and how many of them the pupil opened; never what the others say. */
function Opened({ pupil: { dossier, guidance }, givenName }: { pupil: GuidedPupil; givenName: string }) {
  const written = guidance?.progress?.reflections ?? 0;
  const opened = dossier.reflections?.length ?? 0;
  if (written === 0) return <>{givenName} schreef nog geen reflectie.</>;
  return (
    <>
      {givenName} schreef {written === 1 ? '1 reflectie' : `${written} reflecties`}.{' '}
      <Tag colour={opened > 0 ? 'green' : 'grey'}>{opened} open voor school</Tag>
    </>
  );
}
