import type { ConsentResponse } from '../../consent/consent.dto.js';
import type { SchoolYearResponse } from '../../dossier/dossier.dto.js';
import type { OverviewRow } from '../../dossier/overview.types.js';
import { competences, type TimelineActivity } from '../../lob/lob.types.js';
import type { ApplicationResponse } from '../../placements/placements.dto.js';
import { ConsentTag } from '../groups/progress.js';
import { useView } from '../kit/view.js';
import { Card, Details, Tag } from '../ui/blocks.js';
import { programme, schoolYearText, trackOf } from './words.js';

/** Where the pupil wants to go. */
export function ApplicationsCard(p: { pupilId: string; applied: ApplicationResponse[]; progress: OverviewRow | null }) {
  const { words } = useView();
  return (
    <Card
      id="aanmeldingen"
      title="Aanmelding"
      action={
        <a href={`/leerlingen/${p.pupilId}/aanmelden`}>
          Aanpassen<span class="govuk-visually-hidden"> van de aanmeldingen</span>
        </a>
      }
    >
      {p.applied.length === 0 && (
        <p class="app-muted">{p.progress?.examYear ? 'Nog niet aangemeld.' : 'Nog niet aan de orde.'}</p>
      )}
      {p.applied.map((one) => (
        <p key={one.id}>
          <strong>{programme(one)}</strong>
          <br />
          {one.toSchool}
          <br />
          <span class="app-muted">aangemeld op {words.date(one.appliedOn)}</span>
        </p>
      ))}
    </Card>
  );
}

/** Who may read the dossier, and what still waits for an answer. The pupil decides; the school only sees how it stands. */
export function ConsentsCard({ consents, givenName }: { consents: ConsentResponse[]; givenName: string }) {
  const { t, words } = useView();
  return (
    <Card id="delen" title="Delen met het mbo">
      {consents.length === 0 && <p class="app-muted">{givenName} deelt nog met geen enkele school.</p>}
      {consents.map((one) => (
        <p key={one.id}>
          <strong>{one.toSchool}</strong> <ConsentTag state={one.state} />
          <br />
          <span class="app-muted">
            {one.sections.map((section) => t(`section.${section}`)).join(', ')}
            {one.state === 'in-force' && ` · tot ${words.date(one.endsOn)}`}
            {one.state === 'asked' && one.askedOn && ` · gevraagd op ${words.date(one.askedOn)}`}
          </span>
        </p>
      ))}
    </Card>
  );
}

/** Which of the five were worked on, and how often. */
export function CompetencesCard({ activities }: { activities: TimelineActivity[] }) {
  const { t } = useView();
  return (
    <Card id="competenties" title="Loopbaancompetenties" intro="Zo vaak werkte een activiteit eraan.">
      <dl class="app-counts">
        {competences.map((competence) => {
          const times = activities.filter((activity) => activity.competences.includes(competence)).length;
          return (
            <div key={competence}>
              <dt>{t(`competence.${competence}`)}</dt>
              <dd>{times === 0 ? <Tag colour="yellow">Nog niet</Tag> : `${times} keer`}</dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}

export function CareerCard({ career }: { career: SchoolYearResponse[] }) {
  const view = useView();
  return (
    <Card title="Schoolloopbaan">
      <Details summary="Bekijk de jaren hiervoor">
        <ul class="govuk-list">
          {career.slice(1).map((year) => (
            <li key={year.schoolYear}>
              <strong>{schoolYearText(year.schoolYear)}</strong>
              <br />
              {[year.school, year.group, trackOf(view, year)].filter(Boolean).join(' · ')}
            </li>
          ))}
        </ul>
      </Details>
    </Card>
  );
}
