import type { PaperAnswerRequest } from '../../consent-papers/paper.dto.js';
import type { PaperDesk, PaperShare } from '../../consent-papers/paper.types.js';
import type { TextVersion } from '../../consent-texts/consent-texts.types.js';
import { inWords } from '../family/words.js';
import { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { Button, ButtonLink, Card, EmptyState, Notice, PageHeader } from '../ui/blocks.js';
import { Radios } from '../ui/form-choices.js';
import { DateField, Select } from '../ui/form-fields.js';
import { ErrorSummary, HiddenFields } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';

export interface PaperPageProps {
  desk: PaperDesk;
  versions: readonly TextVersion[];
  /** A form that came back, and for which share. */
  sent: { id: string; form: Form<PaperAnswerRequest> } | null;
}

/** Recording what a guardian signed, for one pupil under 16. */
export function PaperPage({ desk, versions, sent }: PaperPageProps) {
  const { pupil, shares } = desk;
  const title = `Antwoord op papier voor ${pupil.name}`;
  return (
    <Layout
      title={title}
      fault={sent !== null && !sent.form.valid}
      back={{ href: `/leerlingen/${pupil.id}`, text: pupil.name }}
    >
      {sent && <ErrorSummary form={sent.form} />}
      <PageHeader
        title={title}
        lead="Voor een ouder of verzorger met gezag die niet zelf inlogt. Het papier bewaar je op school."
      />
      <Notice icon="info">
        <p>
          Je legt vast wat er op het papier staat: ja of nee. Er staan altijd twee namen bij: die van jou en die van een
          collega die het papier ook zag. De leerling en de ouder zien dat het op papier was, en wie het vastlegde.
        </p>
      </Notice>
      {shares.length === 0 && (
        <EmptyState
          icon="shield"
          title="Er is nu niets te beantwoorden"
          text={`Zodra ${pupil.name} wil delen, of een school daarom vraagt, kun je hier een antwoord vastleggen.`}
        />
      )}
      {shares.map((share) => (
        <ShareForm
          key={share.id}
          desk={desk}
          share={share}
          texts={
            versions.find((one) => one.purpose === share.purpose && one.version === share.textVersion)?.texts ?? []
          }
          form={sent?.id === share.id ? sent.form : Form.of<PaperAnswerRequest>()}
        />
      ))}
    </Layout>
  );
}

const said = { self: 'gaf zelf antwoord; dat blijft staan', paper: 'antwoord op papier staat er al' } as const;

function ShareForm(p: {
  desk: PaperDesk;
  share: PaperShare;
  texts: TextVersion['texts'];
  form: Form<PaperAnswerRequest>;
}) {
  const view = useView();
  const { desk, share, texts, form } = p;
  const at = `/leerlingen/${desk.pupil.id}/papier/${share.id}`;
  const open = share.guardians.filter(({ said: how }) => how !== 'self');
  return (
    <Card
      id={`delen-${share.id}`}
      title={share.toSchool}
      intro={`${inWords(view, share.sections)}, voor de ${view.text(`purpose.${share.purpose}`)}`}
      action={
        <ButtonLink href={`${at}/formulier`} icon="print" tone="secondary">
          Papier om te tekenen
        </ButtonLink>
      }
    >
      {share.guardians.length === 0 && (
        <p>De school heeft nog niet genoteerd wie gezag heeft. Dat moet eerst, bij Gezag.</p>
      )}
      {share.guardians.length > open.length && (
        <p class="app-muted">
          {share.guardians
            .filter(({ said: how }) => how === 'self')
            .map(({ name }) => `${name} ${said.self}.`)
            .join(' ')}
        </p>
      )}
      {open.length > 0 && (
        <form method="post" action={at} novalidate>
          <HiddenFields form={form} />
          <Radios
            form={form}
            name="guardianId"
            label="Wie tekende?"
            options={open.map(({ id, name, said: how }) => ({
              value: id,
              text: name,
              ...(how === 'paper' ? { hint: said.paper } : {}),
            }))}
          />
          <Radios
            form={form}
            name="agreed"
            label="Wat staat er op het papier?"
            inline
            options={[
              { value: 'ja', text: 'Ja' },
              { value: 'nee', text: 'Nee' },
            ]}
          />
          <DateField form={form} name="signedOn" label="Getekend op" min={share.madeOn} />
          <Select
            form={form}
            name="textId"
            label="Taal van het papier"
            placeholder={null}
            options={texts.map(({ id, languageName }) => ({ value: id, text: languageName }))}
          />
          <Select
            form={form}
            name="secondId"
            label="Wie zag het papier ook?"
            hint="Een collega van deze school. Vraag het even."
            options={desk.staff.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <Button>Leg vast</Button>
        </form>
      )}
    </Card>
  );
}
