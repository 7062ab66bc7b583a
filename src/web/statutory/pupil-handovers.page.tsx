import type { Destination } from '../../statutory/statutory.reader.js';
import type { StatutoryOfferRequest, StatutoryShareResponse } from '../../statutory/statutory.dto.js';
import { stands, statutoryPurposes, statutorySections } from '../../statutory/statutory.types.js';
import { inWords } from '../family/words.js';
import { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { Button, Card, EmptyState, Notice, PageHeader, Quote, Tag } from '../ui/blocks.js';
import { Confirm } from '../ui/data-blocks.js';
import { Checkboxes, Radios } from '../ui/form-choices.js';
import { Select } from '../ui/form-fields.js';
import { ErrorSummary, HiddenFields } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { stateColours, stateWords } from './words.js';

export interface PupilHandoversProps {
  pupilId: string;
  name: string;
  items: readonly StatutoryShareResponse[];
  /** Empty: it is switched off, or there is no application. */
  destinations: readonly Destination[];
  form: Form<StatutoryOfferRequest>;
}

/** What the school passes on of one pupil on the ground of the law: letting the family look at it, and stopping it. */
export function PupilHandoversPage({ pupilId, name, items, destinations, form }: PupilHandoversProps) {
  const title = `Wettelijke overdracht van ${name}`;
  const at = `/leerlingen/${pupilId}/overdracht`;
  return (
    <Layout title={title} fault={!form.valid} back={{ href: `/leerlingen/${pupilId}`, text: name }}>
      <ErrorSummary form={form} />
      <PageHeader title={title} lead="Wat de school zonder toestemming mag doorgeven, omdat het nodig is." />
      <Notice icon="info">
        <p>
          De leerling ziet het eerst, en onder de 16 ook een ouder met gezag. Zij zeggen of zij het ermee eens zijn, en
          hun mening gaat mee. Daarna leest het mbo het. Zonder antwoord is dat na twee weken.
        </p>
      </Notice>
      {items.map((share) => (
        <Item key={share.id} share={share} at={at} />
      ))}
      {destinations.length > 0 ? (
        <Card id="nieuw" title="Leg iets voor aan de leerling">
          <form method="post" action={at} novalidate>
            <HiddenFields form={form} />
            <Select
              form={form}
              name="toSchoolId"
              label="Naar welke school?"
              options={destinations.map((school) => ({ value: school.id, text: school.name }))}
            />
            <Sections form={form} />
            <Purpose form={form} />
            <Button>Leg voor</Button>
          </form>
        </Card>
      ) : (
        <EmptyState
          icon="lock"
          title="Hier kan nu niets worden voorgelegd"
          text="Het kan pas als de leerling is aangemeld bij een mbo, en als school en regio de wettelijke overdracht hebben aangezet."
        />
      )}
    </Layout>
  );
}

function Sections({ form }: { form: Form<StatutoryOfferRequest> }) {
  const { t } = useView();
  return (
    <Checkboxes
      form={form}
      name="sections"
      label="Wat geeft de school door?"
      hint="Alleen wat nodig is. LOB en reflecties gaan nooit mee zonder toestemming."
      options={statutorySections.map((section) => ({
        value: section,
        text: t(`section.${section}`),
        hint: t(`consent.section.${section}`),
      }))}
    />
  );
}

function Purpose({ form }: { form: Form<StatutoryOfferRequest> }) {
  const { t } = useView();
  return (
    <Radios
      form={form}
      name="purpose"
      label="Waarvoor?"
      options={statutoryPurposes.map((purpose) => ({ value: purpose, text: t(`purpose-for.${purpose}`) }))}
    />
  );
}

function Item({ share, at }: { share: StatutoryShareResponse; at: string }) {
  const view = useView();
  const { t, words } = view;
  const { state } = share;
  const open = stands(state);
  return (
    <Card
      id={`overdracht-${share.id}`}
      title={share.toSchool}
      action={<Tag colour={stateColours[state]}>{stateWords[state]}</Tag>}
      intro={`${t(`purpose-for.${share.purpose}`)}: ${inWords(view, share.sections)}`}
    >
      <p>
        Voorgelegd op {words.date(share.offeredOn)} door {share.offeredBy}.
        {state === 'offered' && ` Zonder antwoord gaat het mee vanaf ${words.date(share.countsOn)}.`}
        {open && ` De school kan het lezen tot ${words.date(share.endsOn)}.`}
      </p>
      {share.answers.map((answer) => (
        <Quote
          key={answer.by + answer.name}
          by={`${answer.name}: ${answer.agreed ? 'eens' : 'niet eens'}, op ${words.date(answer.on)}`}
        >
          {answer.view || '–'}
        </Quote>
      ))}
      {open && (
        <Confirm
          summary="Stop met doorgeven…"
          question={`Stoppen? ${share.toSchool} leest dit dan meteen niet meer.`}
          action={`${at}/${share.id}/einde`}
          button="Stop met doorgeven"
        >
          <HiddenFields form={Form.of()} />
        </Confirm>
      )}
    </Card>
  );
}
