import type { PaperDesk, PaperShare } from '../../consent-papers/paper.types.js';
import type { ShownText } from '../../consent-texts/consent-texts.types.js';
import { TextBody, TextLanguages } from '../family/consent-text.js';
import { inWords } from '../family/words.js';
import { useView } from '../kit/view.js';
import { PageHeader, SummaryList } from '../ui/blocks.js';
import { PrintButton, Sheet } from '../ui/data-blocks.js';
import { Layout } from '../ui/layout.js';

export interface PaperFormProps {
  pupil: PaperDesk['pupil'];
  share: PaperShare;
  text: ShownText;
  school: string;
}

/** The paper to sign: what is asked, the text in the language of the guardian, and room for yes or no and a signature. */
export function PaperFormPage({ pupil, share, text, school }: PaperFormProps) {
  const view = useView();
  const at = `/leerlingen/${pupil.id}/papier`;
  return (
    <Layout title="Papier om te tekenen" back={{ href: at, text: 'Antwoord op papier' }} print>
      <PageHeader
        title="Papier om te tekenen"
        lead="Kies de taal, print het, en bespreek het samen. Nee zeggen mag, ook op papier."
        actions={<PrintButton>Printen</PrintButton>}
      />
      <TextLanguages text={text} path={`${at}/${share.id}/formulier`} />
      <Sheet>
        <h2 class="govuk-heading-m">Toestemming om te delen</h2>
        <SummaryList
          rows={[
            ['Leerling', pupil.name],
            ['School', school],
            ['Wil lezen', share.toSchool],
            ['Onderdelen', inWords(view, share.sections)],
            ['Waarvoor', view.text(`purpose.${share.purpose}`)],
          ]}
        />
        <TextBody text={text} />
        <p class="app-muted">
          Versie {text.version}, {text.languageName}
        </p>
        <div class="app-sign">
          <p>☐ Ja, dat is goed</p>
          <p>☐ Nee, liever niet</p>
          <p>Naam van ouder of verzorger met gezag:</p>
          <p>Datum:</p>
          <p>Handtekening:</p>
        </div>
      </Sheet>
    </Layout>
  );
}
