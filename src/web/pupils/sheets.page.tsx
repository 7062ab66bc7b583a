import type { DossierSheet } from '../../dossier/sheets.reader.js';
import { PageHeader } from '../ui/blocks.js';
import { PrintButton } from '../ui/data-blocks.js';
import { Layout } from '../ui/layout.js';
import { DossierSheetPage } from './sheet.js';

export interface SheetsPageProps {
  title: string;
  back: { href: string; text: string };
  sheets: DossierSheet[];
}

/** The sheets on screen, one A4 per pupil on paper. */
export const SheetsPage = ({ title, back, sheets }: SheetsPageProps) => (
  <Layout title={title} width="wide" print back={back}>
    <PageHeader
      title={title}
      lead={
        sheets.length === 1
          ? 'Eén bladzijde om samen bij te praten.'
          : `${sheets.length} bladzijden, één per leerling. Geef ieder gezin alleen het eigen blad.`
      }
      actions={<PrintButton>Printen</PrintButton>}
    />
    {sheets.map((sheet) => (
      <DossierSheetPage key={sheet.pupilId} sheet={sheet} />
    ))}
  </Layout>
);
