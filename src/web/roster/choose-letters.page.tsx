import type { LetterState, RecipientResponse } from '../../pupils/letters.dto.js';
import { useView } from '../kit/view.js';
import { Button, Card, Notice, PageHeader } from '../ui/blocks.js';
import type { AnyForm } from '../ui/form-fields.js';
import { Checklist, ErrorSummary, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';

export interface ChooseLettersPageProps {
  title: string;
  back: { href: string; text: string };
  /** Where the form is sent. */
  action: string;
  recipients: readonly RecipientResponse[];
  form: AnyForm;
  /** Of one pupil: someone who lost a password gets a new code here. */
  forOne?: boolean;
}

const notes: Partial<Record<LetterState, string>> = {
  new: 'nog geen brief',
  invited: 'heeft een brief die nog niet gebruikt is',
};
const reasons: Partial<Record<LetterState, string>> = {
  activated: 'logt al in',
  'works-at-school': 'werkt op een school en logt in met dat account',
  'ask-administrator': 'de brief voor deze ouder maakt de beheerder of de decaan: vraag het daar',
  'by-mail':
    'het account hoort niet alleen bij deze school, dus hier maak je geen brief. Wachtwoord kwijt? Dat gaat met ‘Wachtwoord vergeten’ op de inlogpagina',
  disabled: 'het account is uitgezet',
};
const mayGet = ({ state }: RecipientResponse): boolean => notes[state] !== undefined;

/** Whose letters to make. Making them is what counts: earlier codes end there. */
export function ChooseLettersPage({ title, back, action, recipients, form, forOne }: ChooseLettersPageProps) {
  const open = recipients.filter(mayGet);
  const others = recipients.filter((recipient) => !mayGet(recipient) && recipient.state !== 'custody-unsaid');
  const unsaid = recipients.filter(({ custodyUnsaid }) => custodyUnsaid.length > 0);
  return (
    <Layout title={title} width="wide" back={back} fault={!form.valid}>
      <PageHeader
        title={title}
        lead="Met de code in de brief kiest iemand een wachtwoord en logt voor het eerst in. Ouders en verzorgers krijgen een brief als de school heeft vastgelegd dat zij gezag hebben."
      />
      {open.length > 0 ? (
        <form method="post" action={action} novalidate>
          <ErrorSummary form={form} />
          <Card id="voor-wie" title="Voor wie?">
            <Checklist
              form={form}
              name="rows"
              rows={open.map((recipient) => ({
                id: recipient.id,
                label: recipient.name,
                note: noteOf(recipient, notes[recipient.state]),
              }))}
              idField="recipientId"
              checkField="print"
              allLabel="Iedereen"
            />
          </Card>
          <Notice tone="attention" title="Eerdere brieven werken dan niet meer">
            <p>
              Elke brief krijgt een nieuwe code. Een code die iemand al had en nog niet gebruikte, werkt niet meer. Je
              ziet de brieven één keer: print ze meteen.
            </p>
          </Notice>
          <SaveBar save="Maak de brieven" cancel={{ href: back.href }} />
        </form>
      ) : (
        <Notice tone="good" title="Iedereen heeft al een wachtwoord">
          <p>Er zijn geen brieven nodig.</p>
        </Notice>
      )}
      {unsaid.length > 0 && <Unsaid recipients={unsaid} />}
      {others.length > 0 && (
        <Card id="niet-nodig" title={forOne ? 'Wachtwoord kwijt?' : 'Hebben geen brief nodig'}>
          <ul class="app-name-list">
            {others.map((recipient) => (
              <li key={recipient.id}>
                {recipient.name} <span class="app-muted">{noteOf(recipient, reasons[recipient.state])}</span>
                {recipient.state === 'activated' &&
                  (forOne ? <NewCode action={action} {...recipient} /> : <ToPupil {...recipient} />)}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Layout>
  );
}

/** The way from here to a letter: first the school says who has custody. */
function Unsaid({ recipients }: { recipients: readonly RecipientResponse[] }) {
  const { user } = useView();
  const keeps = user?.roles.some((role) => role === 'school-administrator' || role === 'decaan');
  return (
    <Card
      id="gezag"
      title="Wachten op het gezag"
      tone="attention"
      intro="Van deze ouders en verzorgers heeft de school nog niet vastgelegd of zij gezag hebben. Is dat gebeurd, dan staan ze hierboven en maak je hun brief."
    >
      <ul class="app-name-list">
        {recipients.map(({ id, name, custodyUnsaid, pupilIds }) => (
          <li key={id}>
            {name} <span class="app-muted">ouder of verzorger van {custodyUnsaid.join(' en ')}</span>
            {keeps && (
              <>
                {' '}
                <a href={`/leerlingen/${pupilIds[0]}/gezag`}>
                  Leg het gezag vast<span class="govuk-visually-hidden"> van {name}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      {!keeps && <p>Laat de ouder het gezag aantonen bij de administratie van je school. Die legt het vast.</p>}
    </Card>
  );
}

const noteOf = ({ kind, pupils }: RecipientResponse, state = ''): string =>
  kind === 'pupil' ? `leerling, ${state}` : `ouder of verzorger van ${pupils.join(' en ')}, ${state}`;

const ToPupil = ({ name, pupilIds }: RecipientResponse) => (
  <>
    {' '}
    <a href={`/leerlingen/${pupilIds[0]}/brief`}>
      Wachtwoord kwijt<span class="govuk-visually-hidden">: {name}</span>
    </a>
  </>
);

const NewCode = ({ action, id, name }: RecipientResponse & { action: string }) => (
  <form method="post" action={`${action}/nieuw-wachtwoord`}>
    <input type="hidden" name="recipientId" value={id} />
    <p class="app-muted">Het oude wachtwoord blijft werken tot de nieuwe code gebruikt is.</p>
    <Button tone="secondary" icon="mail">
      Nieuwe code<span class="govuk-visually-hidden"> voor {name}</span>
    </Button>
  </form>
);
