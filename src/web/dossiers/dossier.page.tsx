import type { ApplicantResponse, DossierResponse } from '../../dossier/dossier.dto.js';
import type { DossierSummary } from '../../dossier/summary.types.js';
import { Zienswijzen } from '../family/zienswijze.js';
import { useView } from '../kit/view.js';
import {
  Button,
  Card,
  Columns,
  DateText,
  Details,
  EmptyState,
  Notice,
  PageHeader,
  Quote,
  SummaryList,
} from '../ui/blocks.js';
import { Contact, PrintButton } from '../ui/data-blocks.js';
import { Layout } from '../ui/layout.js';
import { Applications } from './applications.js';
import { InShort } from './in-short.js';
import { LobYears, yearAnchor } from './lob-years.js';
import { calledName, reflectionAnchor, schoolYearText, trackOf } from './words.js';

export interface DossierPageProps {
  applicant: ApplicantResponse;
  dossier: DossierResponse;
  summary: DossierSummary;
}

/** A dossier as an intaker reads it: first in short, then everything that was shared. */
export function DossierPage({ applicant, dossier, summary }: DossierPageProps) {
  const view = useView();
  const inShort = somethingInShort(summary);
  return (
    <Layout title={applicant.name} width="wide" back={{ href: '/dossiers', text: 'Alle dossiers' }}>
      <PageHeader
        title={applicant.name}
        lead={<Applications from={trackOf(view, dossier.schoolCareer?.[0])} applications={applicant.applications} />}
        actions={
          <>
            <PrintButton>Print of bewaar als PDF</PrintButton>
            <TakeOver pupilId={applicant.pupilId} />
          </>
        }
      />
      <ConsentBox applicant={applicant} dossier={dossier} />
      <OnThisPage dossier={dossier} summary={summary} />
      {inShort && <InShort summary={summary} name={calledName(dossier)} />}
      <Columns
        main={
          <>
            {summary.lob && <LobYears dossier={dossier} summary={summary} years={summary.lob.years} />}
            <Reflections dossier={dossier} summary={summary} />
          </>
        }
        aside={
          <>
            <Contacts dossier={dossier} />
            <Facts applicant={applicant} dossier={dossier} />
            <Career dossier={dossier} />
            <Views dossier={dossier} />
          </>
        }
      />
    </Layout>
  );
}

/** A file for the school's own system. The pupil sees it, and when sharing stops the school says what it did with it. */
const TakeOver = ({ pupilId }: { pupilId: string }) => (
  <form method="post" action={`/dossiers/${pupilId}/overnemen`} novalidate>
    <Button tone="secondary" icon="download">
      Neem over
    </Button>
  </form>
);

const somethingInShort = ({ lob, words }: DossierSummary): boolean => lob !== null || (words ?? []).length > 0;

/** Why this may be read and until when, and what is not here: named, without saying whether it exists. */
function ConsentBox({ applicant, dossier }: Pick<DossierPageProps, 'applicant' | 'dossier'>) {
  const { user, t } = useView();
  const { notShared } = dossier;
  const onlyByLaw =
    dossier.views !== undefined && !dossier.lob && !dossier.reflections && dossier.basis === 'statutory';
  return (
    <Notice
      tone="good"
      title={
        onlyByLaw
          ? `De eigen school geeft dit door aan ${user?.schoolName ?? 'jouw school'}`
          : `${applicant.name} deelt dit dossier met ${user?.schoolName ?? 'jouw school'}`
      }
    >
      <p class="app-one-line">
        {onlyByLaw
          ? 'Op grond van de wet, voor de intake'
          : dossier.views
            ? 'Op grond van toestemming, en voor een deel van de wet, voor de intake'
            : 'Op grond van toestemming, voor de intake'}
        {applicant.endsOn && (
          <>
            ; je kunt het lezen tot <DateText at={applicant.endsOn} />
          </>
        )}
        . <strong>Wie dit opent, wordt vastgelegd; de leerling kan dat zien.</strong>
      </p>
      <p class="app-one-line">
        {notShared.length > 0 ? (
          <>
            Niet gedeeld: <strong>{notShared.map((section) => t(`section.${section}`)).join(', ')}</strong>. Of daar
            iets in staat, zie je hier niet.
          </>
        ) : (
          'Alle onderdelen zijn gedeeld.'
        )}
        {dossier.reflections && ' Van de reflecties zie je alleen wat de leerling openzette voor het mbo.'}
      </p>
      <Details summary="Wat betekent dit?">
        <p>
          De leerling kiest per onderdeel wat jouw school leest, en van de reflecties stuk voor stuk. Onder de 16 jaar
          gaf ook een ouder of verzorger met gezag toestemming.
        </p>
        <p>Stopt het delen, dan is het dossier meteen niet meer te lezen. Geef wat je leest niet door.</p>
        <p>
          Met Neem over bewaar je een bestand voor het eigen systeem. De leerling ziet dat. Verandert het delen, dan
          krijg je bericht bij Wijzigingen en bevestig je wat je met het bestand deed.
        </p>
      </Details>
    </Notice>
  );
}

/** What the family makes of what the school passes on on the ground of the law: it goes along. */
function Views({ dossier }: Pick<DossierPageProps, 'dossier'>) {
  const { views } = dossier;
  if (!views) return null;
  return (
    <Card
      id="zienswijze"
      title="Zienswijze"
      intro="Dit gaf de school door op grond van de wet. De familie zag het eerst."
    >
      {views.length === 0 && <p>De familie gaf geen antwoord.</p>}
      {views.map(({ by, agreed, view, on }) => (
        <Quote
          key={by + on + view}
          by={
            <>
              {by === 'pupil' ? calledName(dossier) : 'Ouder of verzorger'}, {agreed ? 'eens' : 'niet eens'},{' '}
              <DateText at={on} />
            </>
          }
        >
          {view || '–'}
        </Quote>
      ))}
    </Card>
  );
}

function OnThisPage({ dossier, summary }: Pick<DossierPageProps, 'dossier' | 'summary'>) {
  const links = [
    somethingInShort(summary) && ['#kort', 'In het kort'],
    ...(summary.lob?.years ?? []).map(({ schoolYear }) => [
      `#${yearAnchor(schoolYear)}`,
      `LOB ${schoolYearText(schoolYear)}`,
    ]),
    summary.loose.length > 0 && ['#reflecties', 'Reflecties'],
    ['#contact', 'Wie je kunt bellen'],
    dossier.schoolCareer && ['#loopbaan', 'Schoolloopbaan'],
  ].filter((link) => Array.isArray(link));
  return (
    <nav class="app-jump" aria-label="Op deze pagina">
      <ul>
        {links.map(([href, text]) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Reflections of which the activity is not shared stand on their own. */
function Reflections({ dossier, summary }: Pick<DossierPageProps, 'dossier' | 'summary'>) {
  if (!dossier.reflections) return null;
  if (dossier.reflections.length === 0)
    return (
      <Card id="reflecties" title="Reflecties">
        <EmptyState
          icon="chat"
          title="Geen reflecties voor het mbo"
          text="De leerling zette er geen open voor jouw school."
        />
      </Card>
    );
  if (summary.loose.length === 0) return null;
  return (
    <Card id="reflecties" title="Reflecties" intro="Eigen woorden van de leerling, de nieuwste eerst.">
      {summary.loose.map((one) => (
        <div id={reflectionAnchor(one.id)} key={one.id}>
          <Quote
            by={
              <>
                {calledName(dossier)}, <DateText at={one.writtenOn} />
              </>
            }
          >
            {one.text}
          </Quote>
        </div>
      ))}
    </Card>
  );
}

const contactRoles: Record<string, string> = { mentor: 'Mentor', decaan: 'Decaan' };
const Contacts = ({ dossier: { profile } }: Pick<DossierPageProps, 'dossier'>) => (
  <Card id="contact" title="Wie je kunt bellen" intro={profile && `Op ${profile.school}.`}>
    {profile?.contacts.map((contact) => (
      <Contact key={contact.role + contact.name} {...contact} role={contactRoles[contact.role] ?? contact.role} />
    ))}
    {!profile && <p>Dat hoort bij Gegevens en klas. Dat onderdeel is niet gedeeld.</p>}
    {profile?.contacts.length === 0 && <p>De school gaf nog geen mentor of decaan op.</p>}
  </Card>
);

function Facts({ applicant, dossier: { profile } }: Pick<DossierPageProps, 'applicant' | 'dossier'>) {
  const starts = [...new Set(applicant.applications.map(({ plannedStart }) => plannedStart))];
  return (
    <Card id="gegevens" title="Gegevens">
      <SummaryList
        rows={[
          ['Geboren', <DateText at={applicant.birthDate} />],
          ...(profile
            ? ([
                ['School', profile.school],
                ['Klas', profile.group ?? 'niet bekend'],
              ] as const)
            : []),
          ...starts.map((start) => ['Start mbo', <DateText at={start} />] as const),
        ]}
      />
      {profile && <Zienswijzen items={profile.zienswijzen} name={profile.givenName} />}
    </Card>
  );
}

function Career({ dossier }: Pick<DossierPageProps, 'dossier'>) {
  const view = useView();
  const { schoolCareer } = dossier;
  if (!schoolCareer) return null;
  return (
    <Card id="loopbaan" title="Schoolloopbaan">
      <SummaryList
        rows={schoolCareer.map((one) => [
          schoolYearText(one.schoolYear),
          <>
            {[one.year && `leerjaar ${one.year}`, one.group && `klas ${one.group}`].filter(Boolean).join(', ')}
            <br />
            <span class="app-muted">{[one.school, trackOf(view, one)].filter(Boolean).join(' · ')}</span>
          </>,
        ])}
      />
      <Zienswijzen items={schoolCareer.flatMap((one) => one.zienswijzen)} name={calledName(dossier)} />
    </Card>
  );
}
