import type { LetterResponse, LettersResponse } from '../../pupils/letters.dto.js';
import { useView } from '../kit/view.js';
import { Button, Card, EmptyState, PageHeader } from '../ui/blocks.js';
import { PrintButton } from '../ui/data-blocks.js';
import { Layout } from '../ui/layout.js';
import { Qr } from '../ui/qr.js';
import { activationLink } from './activation.js';
import { Letter } from './letters.page.js';

export interface AskCodeProps {
  pupilId: string;
  name: string;
}

/** The second of two taps: a pupil lost the code or the password. */
export const AskCodePage = ({ pupilId, name }: AskCodeProps) => (
  <Layout title={`Nieuwe code voor ${name}`} back={{ href: `/leerlingen/${pupilId}`, text: name }}>
    <PageHeader
      title={`Nieuwe code voor ${name}`}
      lead="Voor wie de code of het wachtwoord kwijt is. Je laat de code zien op je scherm, of je print de brief."
    />
    <Card>
      <p>
        Een eerdere code werkt dan niet meer. Een oud wachtwoord werkt tot de nieuwe code is gebruikt. Daarna is {name}{' '}
        overal uitgelogd waar nog iets open stond.
      </p>
      <form method="post" action={`/leerlingen/${pupilId}/code`}>
        <Button icon="mail">Maak een nieuwe code</Button>
      </form>
    </Card>
    <p>
      Is een ouder de code kwijt? <a href={`/leerlingen/${pupilId}/brief`}>Maak een brief voor de ouder</a>
    </p>
  </Layout>
);

export interface NewCodeProps extends AskCodeProps {
  made: LettersResponse;
  school: string;
  site: string;
}

/** The code, large enough to copy from the teacher's screen; on paper it is a letter. Shown once, and stored nowhere. */
export function NewCodePage({ pupilId, name, made, school, site }: NewCodeProps) {
  const [letter] = made.letters;
  return (
    <Layout title={`Code voor ${name}`} back={{ href: `/leerlingen/${pupilId}`, text: name }} width="wide" print>
      <div class="app-screen-only">
        {letter ? (
          <OnScreen letter={letter} site={site} />
        ) : (
          <EmptyState
            icon="lock"
            title="Er is geen code gemaakt"
            text="Het account van deze leerling is uitgezet. Vraag de beheerder van je school."
          />
        )}
      </div>
      {letter && <Letter letter={letter} school={school} site={site} />}
    </Layout>
  );
}

function OnScreen({ letter, site }: { letter: LetterResponse; site: string }) {
  const { words } = useView().in('nl');
  const { name, login, code, expiresAt } = letter;
  return (
    <>
      <PageHeader
        title={`Code voor ${name}`}
        lead="Je ziet deze code één keer. Laat hem alleen aan deze leerling zien."
        actions={<PrintButton>Print de brief</PrintButton>}
      />
      <Card id="code" title={`Ga naar ${site}/activeren`}>
        <div class="app-activation">
          <dl class="app-large-code">
            <dt>Gebruikersnaam</dt>
            <dd>{login}</dd>
            <dt>Code</dt>
            <dd class="app-large-code__code">{code}</dd>
            <dt>Werkt tot en met</dt>
            <dd>{words.date(expiresAt)}</dd>
          </dl>
          <Qr text={activationLink({ login, code, site })} label="QR-code om met de telefoon te openen" />
        </div>
      </Card>
    </>
  );
}
