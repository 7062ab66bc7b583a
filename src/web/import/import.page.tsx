import type { ImportHead } from '../../roster-import/roster-import.types.js';
import type { Waiting } from '../../privacy-rights/rights.types.js';
import { WaitingNotice } from '../requests/waiting-notice.js';
import { ButtonLink, Card, Columns, DateText, Details, PageHeader, Tag } from '../ui/blocks.js';
import { Table } from '../ui/data-blocks.js';
import { type AnyForm, FileField } from '../ui/form-fields.js';
import { ErrorSummary, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { statusWords } from './words.js';

export const upload = '/import';
export const uploadHistory = '/import/lob';

export interface ImportPageProps {
  form: AnyForm;
  latest: ImportHead[];
  /** The decaan brings in the LOB history too. */
  history: boolean;
  waiting: Waiting;
}

/** Choosing a roster, and what was brought in before. */
export const ImportPage = ({ form, latest, history, waiting }: ImportPageProps) => (
  <Layout title="Import" fault={!form.valid} width="wide">
    <PageHeader
      title="Leerlingen importeren"
      lead="Lees je klassenlijst in. Je ziet eerst wat er verandert; pas daarna wordt er iets bewaard."
    />
    <WaitingNotice waiting={waiting} />
    <Columns
      main={
        <>
          <form method="post" action={upload} enctype="multipart/form-data" novalidate>
            <ErrorSummary form={form} />
            <Card>
              <RosterFile form={form} />
            </Card>
            <FileHelp />
            <SaveBar save="Bekijk wat er verandert" />
          </form>
          {latest.length > 0 && <Latest items={latest} />}
        </>
      }
      aside={
        <>
          <Card
            id="voorbeeld"
            title="Voorbeeldbestand"
            intro="Een lijst met alle kolommen en twee verzonnen leerlingen."
          >
            <ButtonLink href="/import/voorbeeld.csv" tone="secondary" icon="download" download>
              Download het voorbeeld
            </ButtonLink>
          </Card>
          {history && (
            <Card
              id="lob"
              title="LOB van eerder"
              intro="Deden leerlingen al LOB voordat jullie hier begonnen? Lees dat ook in."
            >
              <ButtonLink href={uploadHistory} tone="secondary" icon="upload">
                LOB-activiteiten inlezen
              </ButtonLink>
            </Card>
          )}
        </>
      }
    />
  </Layout>
);

const RosterFile = ({ form }: { form: AnyForm }) => (
  <FileField
    form={form}
    name="file"
    label="Bestand"
    hint="Een CSV-bestand, of een zip met een OneRoster-export. Hooguit 20 MB."
    accept=".csv,.zip,text/csv,application/zip"
  />
);

const FileHelp = () => (
  <Details summary="Hoe ziet het bestand eruit?">
    <p>
      Eén regel per leerling. Nodig zijn de kolommen <strong>leerlingnummer</strong>, <strong>voornaam</strong>,{' '}
      <strong>achternaam</strong>, <strong>geboortedatum</strong>, <strong>klas</strong> en <strong>leerjaar</strong>.
      De rest mag: tussenvoegsel, roepnaam, e-mail, leerweg, profiel, mentor en van twee ouders naam, e-mail en gezag.
      Wat niet in het bestand staat, blijft zoals het is.
    </p>
    <p>
      Werkt jullie administratie met OneRoster (1.1 of 1.2)? Stuur dan de zip. OneRoster kent geen leerweg, profiel en
      gezag; die vul je daarna aan.
    </p>
    <p>Zet er geen BSN, onderwijsnummer of adres in. Die mogen hier niet staan, dus zo'n bestand nemen we niet aan.</p>
  </Details>
);

const Latest = ({ items }: { items: ImportHead[] }) => (
  <Card id="eerder" title="Eerder ingelezen">
    <Table
      caption="De laatste tien bestanden"
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        { head: 'Bestand', cell: ({ id, fileName }) => <a href={`/import/${id}`}>{fileName || 'geen bestand'}</a> },
        { head: 'Soort', cell: ({ kind }) => (kind === 'roster' ? 'leerlingen' : 'LOB') },
        { head: 'Ingelezen', cell: ({ createdAt }) => <DateText at={createdAt} time /> },
        {
          head: 'Stand',
          cell: ({ status }) => <Tag colour={statusWords[status].colour}>{statusWords[status].text}</Tag>,
        },
      ]}
    />
  </Card>
);

/** Choosing a file with the LOB of earlier years. */
export const HistoryPage = ({ form, types }: { form: AnyForm; types: readonly string[] }) => (
  <Layout title="LOB van eerder" back={{ href: upload, text: 'Import' }} fault={!form.valid}>
    <PageHeader
      title="LOB van eerder inlezen"
      lead="Zo is het dossier van je examenklas niet leeg. Je ziet eerst wat er bij komt."
    />
    <form method="post" action={uploadHistory} enctype="multipart/form-data" novalidate>
      <ErrorSummary form={form} />
      <Card>
        <FileField
          form={form}
          name="file"
          label="Bestand"
          hint="Een CSV-bestand van hooguit 20 MB."
          accept=".csv,text/csv"
        />
      </Card>
      <Details summary="Hoe ziet het bestand eruit?">
        <p>
          Eén regel per leerling en activiteit, met de kolommen <strong>leerlingnummer</strong>, <strong>datum</strong>,{' '}
          <strong>soort</strong>, <strong>titel</strong>, en als je wilt <strong>plaats</strong> en{' '}
          <strong>competentie</strong> (meer dan één met een komma ertussen).
        </p>
        <p>Soorten die we kennen: {types.join(', ')}.</p>
      </Details>
      <SaveBar save="Bekijk wat erbij komt" cancel={{ href: upload }} />
    </form>
  </Layout>
);
