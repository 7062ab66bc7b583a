import { askReasons, type Section, sections } from '../../consent/consent.types.js';
import type { ApplicantResponse } from '../../dossier/dossier.dto.js';
import { useView } from '../kit/view.js';
import { Card, Columns, DateText, Notice, PageHeader, SummaryList, Tag } from '../ui/blocks.js';
import { Checkboxes, Radios } from '../ui/form-choices.js';
import type { AnyForm } from '../ui/form-fields.js';
import { ErrorSummary, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { Applications } from './applications.js';

const back = { href: '/dossiers', text: 'Alle dossiers' };

/** What an intaker needs each section for; the pupil reads the same names when he answers. */
const reasons: Record<Section, string> = {
  profile: 'School, klas en wie je daar kunt bellen. Nodig voor een warme overdracht.',
  'school-career': 'Leerweg en profiel per schooljaar. Nodig om te zien of de opleiding aansluit.',
  lob: 'Wat de leerling deed om te kiezen, met eigen resultaat en vervolg. Hiermee kan een gesprek korter of vervallen.',
  reflections: 'Eigen woorden van de leerling, en alleen die hij of zij zelf openzet voor het mbo.',
};

export interface AskPageProps {
  applicant: ApplicantResponse;
  /** A request that was not answered with yes may be made anew. */
  mayAsk: boolean;
  form: AnyForm;
}

/** Someone who applied and shares nothing yet: what the application says, and the request to share. */
export function AskPage({ applicant, mayAsk, form }: AskPageProps) {
  const { name, share } = applicant;
  return (
    <Layout title={name} back={back} width="wide" fault={!form.valid}>
      <PageHeader
        title={name}
        lead={<Applications applications={applicant.applications} />}
        tags={share === 'asked' ? <Tag colour="yellow">gevraagd</Tag> : <Tag colour="grey">nog niet gedeeld</Tag>}
      />
      <ErrorSummary form={form} />
      <Columns
        main={
          share === 'asked' && !mayAsk ? (
            <Waiting applicant={applicant} />
          ) : (
            <AskForm applicant={applicant} form={form} />
          )
        }
        aside={<FromApplication applicant={applicant} />}
      />
    </Layout>
  );
}

function AskForm({ applicant, form }: { applicant: ApplicantResponse; form: AnyForm }) {
  const { t } = useView();
  return (
    <>
      <NoDelay title="Dit dossier is nog niet met jouw school gedeeld">
        <p>
          Wat in het dossier staat, en of er iets in staat, zie je pas als de leerling het deelt. Dat is een vrije
          keuze.
        </p>
      </NoDelay>
      <form method="post" action={`/dossiers/${applicant.pupilId}/vraag`} novalidate>
        <HiddenFields form={form} />
        <Card id="vraag" title="Vraag om te delen">
          <Checkboxes
            form={form}
            name="sections"
            label="Wat wil je lezen?"
            hint="Vraag alleen wat je nodig hebt voor de intake. De leerling kan minder delen dan je vraagt."
            options={sections.map((section) => ({
              value: section,
              text: t(`section.${section}`),
              hint: reasons[section],
            }))}
          />
          <Radios
            form={form}
            name="reason"
            label="Waarom vraag je het?"
            hint="De leerling en de ouders lezen dit bij je vraag."
            options={askReasons.intake.map((reason) => ({ value: reason, text: t(`ask-reason.${reason}.other`) }))}
          />
        </Card>
        <SaveBar save="Vraag om te delen" cancel={{ href: back.href, text: 'Terug naar alle dossiers' }} />
      </form>
      <Card id="daarna" title="Wat er dan gebeurt">
        <ol class="govuk-list govuk-list--number">
          <li>De leerling ziet je vraag bij de eigen toestemming, met de naam van jouw school.</li>
          <li>Onder de 16 jaar moet ook een ouder of verzorger met gezag ja zeggen.</li>
          <li>Daarna lees je hier het dossier. De leerling kan het delen elk moment stoppen.</li>
          <li>Na een nee kun je twee weken niet opnieuw vragen. Een nee hoeft niemand uit te leggen.</li>
        </ol>
      </Card>
    </>
  );
}

const Waiting = ({ applicant: { askedOn } }: { applicant: ApplicantResponse }) => (
  <>
    <NoDelay title="Je school vroeg om te delen">
      <p>
        {askedOn && (
          <>
            De vraag staat sinds <DateText at={askedOn} /> bij de leerling.{' '}
          </>
        )}
        Tot nu toe is er niets gedeeld. Je hoeft niets te doen: zodra het dossier gedeeld is, lees je het hier.
      </p>
    </NoDelay>
    <Card id="intussen" title="Wat je intussen kunt doen">
      <ul class="govuk-list govuk-list--bullet">
        <li>Behandel de aanmelding zoals elke andere.</li>
        <li>Nodig de leerling uit voor een kennismaking: daar is geen dossier voor nodig.</li>
        <li>Vraag de leerling in dat gesprek gerust zelf waar je nieuwsgierig naar bent.</li>
      </ul>
    </Card>
  </>
);

/** Not sharing is never held against anyone. */
const NoDelay = ({ title, children }: { title: string; children: preact.ComponentChildren }) => (
  <Notice tone="private" title={title}>
    {children}
    <p>
      <strong>Wachten houdt de aanmelding niet op.</strong> Wie niets deelt, houdt dezelfde kans op de opleiding.
    </p>
  </Notice>
);

const FromApplication = ({ applicant }: { applicant: ApplicantResponse }) => (
  <Card id="aanmelding" title="Uit de aanmelding" intro="Dit weet je omdat de leerling zich bij jullie aanmeldde.">
    <SummaryList
      rows={[
        ['Naam', applicant.name],
        ['Geboren', <DateText at={applicant.birthDate} />],
        ['Aangemeld op', <DateText at={applicant.appliedOn} />],
        ...applicant.applications.map(
          (one, i) =>
            [
              applicant.applications.length > 1 ? `Opleiding ${i + 1}` : 'Opleiding',
              <>
                {one.opleiding}
                <br />
                <span class="app-muted">
                  niveau {one.niveau}, {one.leerweg}, {one.location}
                </span>
              </>,
            ] as const,
        ),
      ]}
    />
  </Card>
);
