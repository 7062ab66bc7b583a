import type { DossierSheet } from '../../dossier/sheets.reader.js';
import { competences, type TimelineActivity } from '../../lob/lob.types.js';
import { useView } from '../kit/view.js';
import { CompetenceDots } from '../groups/progress.js';
import { programme, trackOf } from './words.js';

// What fits on one page; the rest is in the dossier.
const ACTIVITIES = 8;
const QUOTES = 3;
const QUOTE_LENGTH = 180;
const APPLICATIONS = 3;

/** One pupil on one A4, for the talk with pupil and parents. */
export function DossierSheetPage({ sheet }: { sheet: DossierSheet }) {
  const view = useView();
  const { words } = view;
  const { profile, career, activities, applications } = sheet;
  const touched = competences.filter((one) => activities.some((activity) => activity.competences.includes(one)));
  const earlier = activities.length - ACTIVITIES;
  return (
    <article class="app-sheet app-sheet--one">
      <header class="app-sheet__head">
        <div>
          <h2 class="govuk-heading-l">{profile.name}</h2>
          <p>
            {[profile.group && `Klas ${profile.group}`, trackOf(view, career[0]), profile.school]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <p class="app-sheet__brand">Doorstroomdossier</p>
      </header>
      <div class="app-sheet__pair">
        <section>
          <h3 class="govuk-heading-s">Keuze</h3>
          {applications.length === 0 && <p>Nog geen aanmelding voor een opleiding.</p>}
          {applications.slice(0, APPLICATIONS).map((one) => (
            <p key={one.opleiding + one.location}>
              <strong>{programme(one)}</strong>, {one.location}
              <br />
              aangemeld op {words.date(one.appliedOn)}
            </p>
          ))}
        </section>
        <section>
          <h3 class="govuk-heading-s">Loopbaancompetenties</h3>
          <p>
            <CompetenceDots touched={touched} />
          </p>
          <Touched touched={touched} />
        </section>
      </div>
      <section>
        <h3 class="govuk-heading-s">LOB in het kort</h3>
        {activities.length === 0 && <p>Er is nog geen activiteit vastgelegd.</p>}
        {activities.length > 0 && <ActivityRows activities={activities.slice(0, ACTIVITIES)} />}
        {earlier > 0 && (
          <p>
            En nog {earlier === 1 ? '1 activiteit' : `${earlier} activiteiten`} van eerder, te lezen in het dossier.
          </p>
        )}
      </section>
      <OwnWords sheet={sheet} />
      <Next sheet={sheet} />
      <section class="app-sheet__notes">
        <h3 class="govuk-heading-s">Afspraken en notities</h3>
      </section>
    </article>
  );
}

function Touched({ touched }: { touched: readonly (typeof competences)[number][] }) {
  const { t } = useView();
  const not = competences.filter((one) => !touched.includes(one)).map((one) => t(`competence.${one}`));
  return <p>{not.length === 0 ? 'Aan alle vijf is gewerkt.' : `Nog niet aan gewerkt: ${not.join(', ')}.`}</p>;
}

function ActivityRows({ activities }: { activities: TimelineActivity[] }) {
  const { t, words } = useView();
  return (
    <table class="app-sheet__rows">
      <thead class="govuk-visually-hidden">
        <tr>
          <th scope="col">Wanneer</th>
          <th scope="col">Activiteit</th>
          <th scope="col">Waar</th>
        </tr>
      </thead>
      <tbody>
        {activities.map((activity) => (
          <tr key={activity.id}>
            <td>{words.period(activity.startsOn, activity.endsOn)}</td>
            <th scope="row">
              {activity.title} <span class="app-muted">{t(`activity-type.${activity.type}`).toLowerCase()}</span>
              {activity.zienswijzen.length > 0 && <em> met zienswijze, te lezen in het dossier</em>}
            </th>
            <td>{activity.place}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Reflections that were opened to the school first, then what the pupil said of an activity. */
function OwnWords({ sheet: { activities, reflections, profile } }: { sheet: DossierSheet }) {
  const title = new Map(activities.map((activity) => [activity.id, activity.title]));
  const said = [
    ...reflections.map(({ id, activityId, text }) => ({ id, about: title.get(activityId), text })),
    ...activities.map((one) => ({ id: one.id, about: one.title, text: one.evaluation || one.result })),
  ].filter(({ text }) => text !== '');
  if (said.length === 0) return null;
  return (
    <section>
      <h3 class="govuk-heading-s">In de woorden van {profile.givenName}</h3>
      {said.slice(0, QUOTES).map(({ id, about, text }) => (
        <p key={id} class="app-sheet__quote">
          “{shorten(text)}” {about && <span class="app-muted">bij {about}</span>}
        </p>
      ))}
    </section>
  );
}

/** What the pupil said comes next, and what has not been done yet. */
function Next({ sheet: { activities } }: { sheet: DossierSheet }) {
  const plans = activities.filter(({ followUp }) => followUp !== '').slice(0, 2);
  return (
    <section>
      <h3 class="govuk-heading-s">Wat komt er nu</h3>
      {plans.length === 0 && <p>Nog niet ingevuld. Bespreek samen één volgende stap, en schrijf die hieronder op.</p>}
      {plans.map(({ id, followUp }) => (
        <p key={id}>{shorten(followUp)}</p>
      ))}
    </section>
  );
}

function shorten(text: string): string {
  if (text.length <= QUOTE_LENGTH) return text;
  const cut = text.slice(0, QUOTE_LENGTH);
  return `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}
