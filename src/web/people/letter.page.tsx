import type { IssuedCodeResponse } from '../../people/people.dto.js';
import { useView } from '../kit/view.js';
import { PrintButton, Sheet } from '../ui/data-blocks.js';
import { Activation } from '../roster/activation.js';
import { Layout } from '../ui/layout.js';

export interface LetterPageProps {
  issued: IssuedCodeResponse;
  school: string;
  /** Where people find the service: `https://dossier.example.nl`. */
  site: string;
}

/** The letter with the code. It is shown here once, and stored nowhere. */
export function LetterPage({ issued, school, site }: LetterPageProps) {
  const { words } = useView().in('nl');
  const { personId, name, login, code, expiresAt } = issued;
  return (
    <Layout title={`Brief voor ${name}`} back={{ href: `/personen/${personId}`, text: name }} print>
      <PrintButton>Print de brief</PrintButton>
      <Sheet letter>
        <h1 class="govuk-heading-l">Je code voor het Doorstroomdossier</h1>
        <p>Beste {name},</p>
        <p>
          Je hebt een account voor het Doorstroomdossier van {school}. Met de code hieronder kies je zelf een
          wachtwoord.
        </p>
        <Activation login={login} code={code} site={site} />
        <p>
          De code werkt één keer, tot {words.dateTime(expiresAt)}. Geef deze brief aan niemand anders. Is de code
          verlopen of de brief kwijt? Vraag de beheerder van je school om een nieuwe.
        </p>
      </Sheet>
    </Layout>
  );
}
