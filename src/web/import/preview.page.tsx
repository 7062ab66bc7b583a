import type { RosterImportResponse } from '../../roster-import/roster-import.dto.js';
import { Card, Details, Notice, PageHeader } from '../ui/blocks.js';
import { Figures, Table } from '../ui/data-blocks.js';
import { Checkbox } from '../ui/form-choices.js';
import type { AnyForm } from '../ui/form-fields.js';
import { ErrorSummary, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { useView } from '../kit/view.js';
import { upload } from './import.page.js';
import { countWords, fieldWords, schoolYearWords, valueWords } from './words.js';

export const back = { href: upload, text: 'Import' };
const ON_A_PAGE = 100;

interface PreviewProps {
  preview: RosterImportResponse;
  form: AnyForm;
  /** Code of what stopped an earlier attempt. */
  failure: string | null;
}

/** What an import would do: looked at before anything is kept. */
export const PreviewPage = ({ preview, form, failure }: PreviewProps) => (
  <Layout title="Wat er verandert" back={back} width="wide" fault={!form.valid}>
    <PageHeader
      title="Wat er verandert"
      lead={`${preview.fileName}, schooljaar ${schoolYearWords(preview.schoolYear)}. Er is nog niets bewaard.`}
    />
    <ErrorSummary form={form} />
    {failure && <Failure code={failure} />}
    {preview.history ? <HistoryFigures preview={preview} /> : <RosterFigures preview={preview} />}
    <Notices notices={preview.notices.map((notice) => notice.text)} />
    <form method="post" action={`/import/${preview.id}`} novalidate>
      <HiddenFields form={form} values={{ seen: preview.seen ?? '' }} />
      {preview.gone.length > 0 && <Gone preview={preview} form={form} />}
      <Changes preview={preview} />
      {preview.history && <HistoryLines preview={preview} />}
      <SaveBar save="Verwerk deze import" cancel={{ href: upload, text: 'Niet verwerken' }} />
    </form>
  </Layout>
);

function Failure({ code }: { code: string }) {
  const { text } = useView();
  return (
    <Notice tone="attention" title="Het verwerken is niet gelukt">
      <p>
        {code === 'stale-version'
          ? 'Er is intussen iets veranderd bij je school. Hieronder staat wat de import nu zou doen.'
          : text(code)}{' '}
        Er is niets bewaard.
      </p>
    </Notice>
  );
}

function RosterFigures({ preview: { counts } }: { preview: RosterImportResponse }) {
  if (!counts) return null;
  const around = countWords([
    [counts.newGroups, 'nieuwe klas', 'nieuwe klassen'],
    [counts.newGuardians, 'nieuwe ouder', 'nieuwe ouders'],
    [counts.newStaff, 'nieuwe medewerker', 'nieuwe medewerkers'],
    [counts.newLessons, 'les erbij', 'lessen erbij'],
    [counts.endedLessons, 'les die stopt', 'lessen die stoppen'],
  ]);
  return (
    <>
      <Figures
        items={[
          { label: 'Nieuw', value: counts.new, href: counts.new > 0 ? '#nieuw' : undefined },
          { label: 'Gewijzigd', value: counts.changed, href: counts.changed > 0 ? '#gewijzigd' : undefined },
          ...(counts.returned > 0 ? [{ label: 'Terug op school', value: counts.returned, href: '#terug' }] : []),
          {
            label: 'Niet in het bestand',
            value: counts.gone,
            href: counts.gone > 0 ? '#weg' : undefined,
            attention: counts.gone > 0,
          },
          { label: 'Blijft gelijk', value: counts.unchanged },
        ]}
      />
      {around && <p>Ook: {around}.</p>}
    </>
  );
}

const HistoryFigures = ({ preview: { history } }: { preview: RosterImportResponse }) => (
  <Figures
    items={[
      { label: 'Nieuwe activiteiten', value: history?.new ?? 0 },
      { label: 'Staan er al in', value: history?.known ?? 0 },
    ]}
  />
);

/** What to know first; a long list opens on demand. */
export function Notices({ notices }: { notices: readonly string[] }) {
  if (notices.length === 0) return null;
  const list = (
    <ul>
      {notices.slice(0, ON_A_PAGE).map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
  const rest = notices.length - ON_A_PAGE;
  return (
    <Notice title="Let op">
      {notices.length > 5 ? <Details summary={`${notices.length} opmerkingen`}>{list}</Details> : list}
      {rest > 0 && <p>En nog {rest}.</p>}
    </Notice>
  );
}

const More = ({ shown, total }: { shown: number; total: number }) =>
  total > shown ? <p class="app-muted">En nog {total - shown}.</p> : null;

function Gone({ preview, form }: { preview: RosterImportResponse; form: AnyForm }) {
  const total = preview.counts?.gone ?? 0;
  return (
    <Card
      id="weg"
      tone="attention"
      title="Niet in het bestand"
      intro="Deze leerlingen staan nu bij je school, maar niet in het bestand. Zonder vinkje blijven ze staan. Niemand wordt verwijderd: het dossier blijft bestaan."
    >
      <Table
        caption="Leerlingen die niet in het bestand staan"
        rows={preview.gone.slice(0, ON_A_PAGE)}
        rowKey={({ pupilId }) => pupilId}
        columns={[
          { head: 'Naam', cell: ({ name }) => name },
          { head: 'Leerlingnummer', cell: ({ pupilNumber }) => pupilNumber },
          { head: 'Klas', cell: ({ group }) => group ?? '–' },
        ]}
      />
      <More shown={ON_A_PAGE} total={total} />
      <Checkbox
        form={form}
        name="confirmGone"
        label={total === 1 ? 'Deze leerling is van school' : `Deze ${total} leerlingen zijn van school`}
        hint="Hun mentor en docenten zien het dossier na vandaag niet meer."
      />
    </Card>
  );
}

function Changes({ preview }: { preview: RosterImportResponse }) {
  return (
    <>
      {(['changed', 'returned'] as const).map(
        (kind) =>
          preview[kind].length > 0 && (
            <Card
              key={kind}
              id={kind === 'changed' ? 'gewijzigd' : 'terug'}
              title={kind === 'changed' ? 'Gewijzigd' : 'Terug op school'}
            >
              <Table
                caption={kind === 'changed' ? 'Gewijzigde leerlingen' : 'Leerlingen die terug zijn'}
                rows={preview[kind].slice(0, ON_A_PAGE)}
                rowKey={({ pupilId }) => pupilId}
                columns={[
                  { head: 'Naam', cell: ({ name }) => name },
                  { head: 'Leerlingnummer', cell: ({ pupilNumber }) => pupilNumber },
                  { head: 'Wat er verandert', cell: ({ changes }) => <ChangeList changes={changes} /> },
                ]}
              />
              <More shown={ON_A_PAGE} total={preview.counts?.[kind] ?? 0} />
            </Card>
          ),
      )}
      {preview.new.length > 0 && (
        <Card id="nieuw" title="Nieuw">
          <Table
            caption="Nieuwe leerlingen"
            rows={preview.new.slice(0, ON_A_PAGE)}
            rowKey={({ pupilNumber }) => pupilNumber}
            columns={[
              { head: 'Naam', cell: ({ name }) => name },
              { head: 'Leerlingnummer', cell: ({ pupilNumber }) => pupilNumber },
              { head: 'Klas', cell: ({ group }) => group },
              { head: 'Leerweg', cell: ({ leerweg }) => leerweg ?? <span class="app-muted">nog aan te vullen</span> },
              { head: 'Mentor', cell: ({ mentor }) => mentor ?? '–' },
            ]}
          />
          <More shown={ON_A_PAGE} total={preview.counts?.new ?? 0} />
        </Card>
      )}
      {preview.newStaff.length > 0 && (
        <Card
          id="medewerkers"
          title="Nieuwe medewerkers"
          intro="Zij komen bij je school te staan. Inloggen kan pas als je bij Personen een code voor hen maakt."
        >
          <ul>
            {preview.newStaff.slice(0, ON_A_PAGE).map(({ name, email }) => (
              <li key={`${name} ${email ?? ''}`}>
                {name} {email && email !== name && <span class="app-muted">{email}</span>}
              </li>
            ))}
          </ul>
          <More shown={ON_A_PAGE} total={preview.counts?.newStaff ?? 0} />
        </Card>
      )}
    </>
  );
}

const ChangeList = ({ changes }: { changes: RosterImportResponse['changed'][number]['changes'] }) => (
  <>
    {changes.map((change, at) => (
      <div key={at}>
        {fieldWords[change.field]}: {valueWords(change, change.from)} <span aria-hidden="true">→</span>
        <span class="govuk-visually-hidden">wordt</span> <strong>{valueWords(change, change.to)}</strong>
      </div>
    ))}
  </>
);

function HistoryLines({ preview: { history } }: { preview: RosterImportResponse }) {
  if (!history || history.lines.length === 0) return null;
  return (
    <Card id="activiteiten" title="Nieuwe activiteiten">
      <Table
        caption="Activiteiten die erbij komen"
        rows={history.lines.slice(0, ON_A_PAGE)}
        rowKey={({ line }) => String(line)}
        columns={[
          { head: 'Titel', cell: ({ title }) => title },
          { head: 'Leerlingnummer', cell: ({ pupilNumber }) => pupilNumber },
          { head: 'Datum', cell: ({ date }) => date.split('-').reverse().join('-') },
        ]}
      />
      <More shown={ON_A_PAGE} total={history.new} />
    </Card>
  );
}
