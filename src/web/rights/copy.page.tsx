import type { CopyProfile, OwnCopyResponse } from '../../privacy-rights/own-copy.dto.js';
import { inWords, schoolYearText } from '../family/words.js';
import { useView } from '../kit/view.js';
import { ButtonLink, Card, DateText, Notice, PageHeader, SummaryList } from '../ui/blocks.js';
import { PrintButton, Table } from '../ui/data-blocks.js';
import { Layout } from '../ui/layout.js';
import { CopyAccountCard, CopyLog } from './copy-account.js';
import { CopyLob } from './copy-lob.js';
import { CopyErasures } from './copy-erasures.js';
import { CopyRequests } from './copy-requests.js';
import { day, filled, None } from './copy-rows.js';
import { CopySchools } from './copy-schools.js';
import { CopySharing } from './copy-sharing.js';
import type { Whose } from './whose.js';

/** Everything that is kept of one pupil, to read and to print. */
export function CopyPage({ whose: { child, home }, copy }: { whose: Whose; copy: OwnCopyResponse }) {
  const { t, words } = useView();
  const { profile } = copy;
  const title = t('copy.title');
  return (
    <Layout title={title} back={{ href: `${home}/rechten`, text: t('rights.title') }} width="wide" translated>
      <PageHeader
        title={title}
        lead={t('copy.lead', { name: profile.name, at: words.dateTime(copy.takenAt) })}
        actions={
          <>
            <PrintButton />
            <ButtonLink href={`${home}/kopie.json`} tone="secondary" download>
              {t('copy.file')}
            </ButtonLink>
          </>
        }
      />
      {child && <Notice icon="lock">{t('copy.not-yours', { name: profile.givenName })}</Notice>}
      <Profile profile={profile} />
      <People copy={copy} />
      <CopyLob activities={copy.activities} reflections={copy.reflections} />
      <CopySharing applications={copy.applications} placements={copy.placements} shares={copy.shares} />
      <CopySchools handovers={copy.handovers} takenOver={copy.takenOver} told={copy.schoolsTold} />
      <CopyRequests requests={copy.rectifications} />
      <CopyErasures requests={copy.erasureRequests} holds={copy.holds} />
      <CopyAccountCard account={copy.account} />
      <CopyLog events={copy.whoLooked} />
    </Layout>
  );
}

function Profile({ profile }: { profile: CopyProfile }) {
  const view = useView();
  const { t } = view;
  const opened = inWords(view, profile.openedToGuardians) || t('copy.nothing');
  return (
    <Card id="gegevens" title={t('copy.profile')}>
      <SummaryList
        rows={filled([
          [t('copy.name'), profile.name],
          [t('copy.given-name'), profile.givenName],
          [t('copy.register-name'), profile.registerName],
          [t('copy.birth-date'), <DateText key="born" at={profile.birthDate} />],
          [t('copy.email'), profile.email],
          [t('copy.pupil-number'), profile.pupilNumber],
          [t('copy.school'), profile.school],
          [t('copy.left-on'), day(profile.leftOn)],
          profile.openedToGuardiansAt !== null && [
            t('copy.opened-to-guardians'),
            t('copy.by-on', { name: opened, at: view.words.date(profile.openedToGuardiansAt) }),
          ],
        ])}
      />
    </Card>
  );
}

function People({ copy: { guardians, enrolments, mentors } }: { copy: OwnCopyResponse }) {
  const { t, text } = useView();
  const custody = (said: boolean | null) =>
    t(said === null ? 'copy.custody-unsaid' : said ? 'copy.custody-yes' : 'copy.custody-no');
  const track = (codes: Record<string, string | null>): string =>
    Object.entries(codes)
      .flatMap(([kind, code]) => (code ? [text(`${kind}.${code}`)] : []))
      .join(', ');
  return (
    <>
      <Card title={t('copy.guardians')}>
        {guardians.length === 0 && <None />}
        {guardians.length > 0 && (
          <Table
            caption={t('copy.guardians')}
            columns={[
              { head: t('copy.name'), cell: ({ name }) => name },
              { head: t('copy.custody'), cell: (guardian) => custody(guardian.custody) },
            ]}
            rows={guardians}
            rowKey={({ name }) => name}
          />
        )}
      </Card>
      <Card title={t('copy.enrolments')}>
        {enrolments.length === 0 && <None />}
        {enrolments.length > 0 && (
          <Table
            caption={t('copy.enrolments')}
            columns={[
              { head: t('copy.school-year'), cell: ({ schoolYear }) => schoolYearText(schoolYear) },
              { head: t('copy.school'), cell: ({ school }) => school },
              { head: t('copy.group'), cell: ({ group }) => group ?? '–' },
              { head: t('copy.year'), cell: ({ year }) => year ?? '–' },
              { head: t('copy.track'), cell: ({ leerweg, profiel }) => track({ leerweg, profiel }) },
              { head: t('copy.from'), cell: ({ from }) => day(from) },
              { head: t('copy.until'), cell: ({ until }) => day(until) ?? '–' },
            ]}
            rows={enrolments}
            rowKey={({ from }) => from}
          />
        )}
      </Card>
      <Card title={t('copy.mentors')}>
        {mentors.length === 0 && <None />}
        {mentors.length > 0 && (
          <Table
            caption={t('copy.mentors')}
            columns={[
              {
                head: t('copy.name'),
                cell: ({ name, substitute }) => (substitute ? `${name} (${t('copy.substitute')})` : name),
              },
              { head: t('copy.from'), cell: ({ from }) => day(from) },
              { head: t('copy.until'), cell: ({ until }) => day(until) },
            ]}
            rows={mentors}
            rowKey={({ name, from }) => name + from}
          />
        )}
      </Card>
    </>
  );
}
