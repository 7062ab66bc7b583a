import { hasRole } from '../../platform/access/actor.js';
import type { RosterImportResultResponse, RosterImportResponse } from '../../roster-import/roster-import.dto.js';
import { useView } from '../kit/view.js';
import { ButtonLink, Card, LinkList, Notice, PageHeader } from '../ui/blocks.js';
import { Figures, Progress, Table } from '../ui/data-blocks.js';
import { Layout } from '../ui/layout.js';
import { upload } from './import.page.js';
import { back, Notices } from './preview.page.js';
import { countWords } from './words.js';

const FAULTS_ON_A_PAGE = 200;

/** A file with faults: nothing of it can be used until they are mended. */
export const RefusedPage = ({ preview }: { preview: RosterImportResponse }) => {
  const { faults, faultTotal, fileName, notices } = preview;
  const rest = faultTotal - Math.min(faults.length, FAULTS_ON_A_PAGE);
  return (
    <Layout title="Fouten in het bestand" back={back} width="wide" fault>
      <PageHeader
        title={faultTotal === 1 ? 'Er zit een fout in het bestand' : `Er zitten ${faultTotal} fouten in het bestand`}
        lead={`${fileName ? `${fileName}. ` : ''}Er is niets bewaard. Verbeter het bestand en lees het opnieuw in.`}
      />
      <Card tone="attention">
        <Table
          caption="Fouten"
          rows={faults.slice(0, FAULTS_ON_A_PAGE).map((fault, at) => ({ ...fault, at }))}
          rowKey={({ at }) => String(at)}
          columns={[
            { head: 'Regel', cell: ({ line }) => line ?? '–' },
            {
              head: 'Wat er mis is',
              cell: ({ text, expected }) => (
                <>
                  {text} <span class="app-muted">Verwacht: {expected}.</span>
                </>
              ),
            },
            ...(new Set(faults.map((fault) => fault.file)).size > 1
              ? [{ head: 'Bestand', cell: ({ file }: { file: string }) => file }]
              : []),
            { head: 'Kolom', cell: ({ column }) => column ?? '–' },
            { head: 'Gevonden', cell: ({ found }) => found || <span class="app-muted">–</span> },
          ]}
        />
        {rest > 0 && <p class="app-muted">En nog {rest} fouten.</p>}
      </Card>
      <Notices notices={notices.map((notice) => notice.text)} />
      <ButtonLink href={upload} icon="upload">
        Lees het bestand opnieuw in
      </ButtonLink>
    </Layout>
  );
};

/** It is being applied; the page asks again by itself. */
export const ApplyingPage = ({ id, done, of }: { id: string; done: number; of: number }) => (
  <Layout title="Bezig met verwerken" back={back}>
    <PageHeader
      title="Bezig met verwerken"
      lead="Dit duurt een paar tellen. Je mag deze pagina sluiten; het verwerken gaat door."
    />
    <Card>
      <Progress label="Verwerkt" value={done} max={of} text={done === 0 ? 'we beginnen' : `stap ${done} van ${of}`} />
      <p>
        Deze pagina ververst vanzelf. <a href={`/import/${id}`}>Nu verversen</a>
      </p>
    </Card>
  </Layout>
);

/** What an import did, and what comes next. */
export const ResultPage = ({
  preview,
  result,
}: {
  preview: RosterImportResponse;
  result: RosterImportResultResponse;
}) => {
  const { user } = useView();
  const roster = preview.kind === 'roster';
  const keeper = user !== undefined && hasRole(user, 'school-administrator');
  const around = countWords([
    [result.newGroups, 'nieuwe klas', 'nieuwe klassen'],
    [result.newGuardians, 'nieuwe ouder', 'nieuwe ouders'],
    [result.newStaff, 'nieuwe medewerker', 'nieuwe medewerkers'],
  ]);
  return (
    <Layout title="Import verwerkt" back={back} width="wide">
      <PageHeader title="Import verwerkt" lead={preview.fileName} />
      {result.rows === 0 && (
        <Notice tone="good" title="Er hoefde niets te veranderen">
          <p>Alles stond al zo in het systeem.</p>
        </Notice>
      )}
      <Figures
        items={
          roster
            ? [
                { label: 'Nieuw', value: result.new },
                { label: 'Gewijzigd', value: result.changed },
                ...(result.returned > 0 ? [{ label: 'Terug op school', value: result.returned }] : []),
                { label: 'Van school', value: result.left },
                ...(result.notLeft > 0 ? [{ label: 'Niet in het bestand, blijven staan', value: result.notLeft }] : []),
                { label: 'Bleef gelijk', value: result.unchanged },
              ]
            : [
                { label: 'Nieuwe activiteiten', value: result.new },
                { label: 'Stonden er al in', value: result.unchanged },
              ]
        }
      />
      {around && <p>Ook: {around}.</p>}
      {roster && keeper && (
        <Card id="verder" title="Verder">
          <LinkList
            items={[
              {
                href: '/leerlingen',
                title: 'Leerlingen aanvullen',
                text: 'Leerweg, profiel of leerjaar die nog ontbreken.',
              },
              {
                href: '/gezag',
                title: 'Gezag',
                text: 'Zeg welke ouders gezag hebben. Een import verandert dat nooit.',
              },
              { href: '/personen', title: 'Personen', text: 'Codes om in te loggen voor nieuwe medewerkers.' },
            ]}
          />
        </Card>
      )}
    </Layout>
  );
};

/** Not applied within a day. */
export const ExpiredPage = () => (
  <Layout title="Import verlopen" back={back}>
    <PageHeader
      title="Deze import is niet meer te verwerken"
      lead="Wat je inlas is na een dag weggegooid, omdat er namen in staan. Lees het bestand opnieuw in."
    />
    <ButtonLink href={upload} icon="upload">
      Lees een bestand in
    </ButtonLink>
  </Layout>
);
