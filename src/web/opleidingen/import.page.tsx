import type { CreboFault } from '../../opleidingen/crebo-list.types.js';
import type { ImportLine } from '../../opleidingen/import-lines.types.js';
import type { ImportPreview } from '../../opleidingen/opleiding-imports.service.js';
import type { OwnLocation } from '../../opleidingen/opleidingen.types.js';
import { ButtonLink, Card, Details, EmptyState, LinkList, Notice, PageHeader } from '../ui/blocks.js';
import { Figures, Pagination, Table } from '../ui/data-blocks.js';
import { type AnyForm, FileField, Select } from '../ui/form-fields.js';
import { Checklist, CheckCount, ErrorSummary, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { locationOptions } from './edit.page.js';
import { withQuery } from '../kit/address.js';
import { describe } from './words.js';

const back = { href: '/opleidingen', text: 'Alle opleidingen' };
/** A form holds no more: longer lists come in parts. */
export const LINES_ON_A_PAGE = 200;
const FAULTS_ON_A_PAGE = 50;

/** Choosing a file and the location it is for. */
export const UploadPage = ({ form, locations }: { form: AnyForm; locations: OwnLocation[] }) => (
  <Layout title="Lijst inlezen" back={back} fault={!form.valid}>
    <PageHeader
      title="Lijst inlezen"
      lead="Lees een lijst met crebo-codes in. Je kijkt eerst wat erin staat en kiest daarna wat jullie aanbieden."
    />
    {locations.length === 0 ? (
      <EmptyState icon="pin" title="Jouw school heeft nog geen locatie" text="Een opleiding hoort bij een locatie." />
    ) : (
      <form method="post" action="/opleidingen/import" enctype="multipart/form-data" novalidate>
        <ErrorSummary form={form} />
        <Card>
          <Select
            form={form}
            name="locationId"
            label="Voor welke locatie?"
            options={locationOptions(locations)}
            placeholder={locations.length === 1 ? null : undefined}
          />
          <FileField
            form={form}
            name="file"
            label="Bestand"
            hint="Een CSV-bestand van hooguit 5 MB."
            accept=".csv,text/csv"
          />
        </Card>
        <Details summary="Hoe ziet zo'n bestand eruit?">
          <p>
            Op de eerste regel staan de namen van de kolommen: <strong>crebo</strong>, <strong>kwalificatie</strong>,{' '}
            <strong>niveau</strong> en <strong>leerweg</strong>. Een kolom <strong>opleidingsdomein</strong> maakt
            kiezen makkelijker. Andere kolommen mogen erin staan; die slaan we over.
          </p>
          <p>
            Bij leerweg staat BOL, BBL of BOL/BBL. Tussen de kolommen staat een komma of een puntkomma. Staat je lijst
            in Excel? Kies dan voor "Opslaan als" en CSV UTF-8.
          </p>
        </Details>
        <SaveBar save="Bekijk de lijst" cancel={{ href: back.href }} />
      </form>
    )}
  </Layout>
);

export interface PreviewPageProps {
  preview: ImportPreview;
  /** Which of the domeinen is open; undefined: the choice between them. */
  open?: number;
  /** The lines on this page: those from `from`. */
  lines: ImportLine[];
  from: number;
  total: number;
  form: AnyForm;
}

/** What a list holds, and ticking what the school offers of it. */
export function PreviewPage({ preview, open, form, ...shown }: PreviewPageProps) {
  const address = `/opleidingen/import/${preview.id}`;
  const count = (state: ImportLine['state']): number => preview.lines.filter((line) => line.state === state).length;
  const faulty = new Set(preview.faults.map(({ line }) => line)).size;
  const domein = open === undefined ? undefined : preview.domeinen[open];
  const more = preview.domeinen.length > 1;
  return (
    <Layout
      title="Lijst bekijken"
      width="wide"
      fault={!form.valid}
      back={domein && more ? { href: address, text: 'Alle domeinen van deze lijst' } : back}
    >
      <PageHeader
        title={domein?.domein ?? 'Lijst bekijken'}
        lead={`${preview.fileName}, voor ${preview.location.name} in ${preview.location.place}`}
      />
      <ErrorSummary form={form} />
      {!domein || !more ? (
        <Figures
          items={[
            { label: 'Nieuw', value: count('new') },
            { label: 'Anders dan nu', value: count('changed') },
            { label: 'Staat er al zo in', value: count('unchanged') },
            { label: 'Rijen met een fout', value: faulty, href: faulty ? '#fouten' : undefined, attention: faulty > 0 },
          ]}
        />
      ) : null}
      {domein && open !== undefined ? (
        <Lines {...shown} form={form} preview={preview} address={address} open={open} />
      ) : (
        <Card
          id="domeinen"
          title="Kies een domein"
          intro="Geen school biedt alles aan. Kies per domein wat jullie aanbieden."
        >
          <LinkList
            items={preview.domeinen.map((one, at) => ({
              href: withQuery(address, { domein: at }),
              title: one.domein ?? 'Zonder domein',
              text: inWords(one),
            }))}
          />
        </Card>
      )}
      {(!domein || !more) && faulty > 0 && <Faults faults={preview.faults} />}
    </Layout>
  );
}

function inWords(count: { new: number; changed: number; unchanged: number; faults: number }): string {
  const parts = [
    [count.new, 'nieuw'],
    [count.changed, 'anders dan nu'],
    [count.unchanged, 'staat er al zo in'],
    [count.faults, count.faults === 1 ? 'fout' : 'fouten'],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${number} ${words}`)
    .join(', ');
}

type LinesProps = Omit<PreviewPageProps, 'open'> & { address: string; open: number };
function Lines({ preview, open, lines, from, total, form, address }: LinesProps) {
  const at = (start: number): string => withQuery(address, { domein: open, vanaf: start || undefined });
  const toChoose = lines.filter(({ state }) => state !== 'unchanged');
  const there = lines.filter(({ state }) => state === 'unchanged');
  const pages = (
    <Pagination
      previous={from > 0 ? at(Math.max(from - LINES_ON_A_PAGE, 0)) : undefined}
      next={from + LINES_ON_A_PAGE < total ? at(from + LINES_ON_A_PAGE) : undefined}
      status={`${from + 1} tot en met ${from + lines.length} van ${total}`}
    />
  );
  return (
    <>
      {toChoose.length > 0 ? (
        <form method="post" action={at(from)} novalidate>
          <HiddenFields form={form} values={{ seen: preview.seen }} />
          <Card id="opleidingen" title="Wat biedt deze locatie aan?">
            <Checklist
              form={form}
              name="opleidingen"
              idField="key"
              checkField="chosen"
              allLabel="Alles op deze pagina"
              rows={toChoose.map((line) => ({ id: line.key, label: line.name, note: noteOf(line) }))}
            />
            {pages}
          </Card>
          <SaveBar
            save="Zet in het aanbod"
            cancel={{ href: back.href }}
            status={
              <CheckCount
                count={toChoose.filter((_, row) => form.checked(`opleidingen.${row}.chosen`)).length}
                template={`% van ${toChoose.length} gekozen`}
              />
            }
          />
        </form>
      ) : (
        <Notice tone="good" title="Hier is niets meer te doen">
          <p>Alles op deze pagina staat al zo bij deze locatie.</p>
          {pages}
          <ButtonLink href="/opleidingen" tone="secondary">
            Naar de opleidingen
          </ButtonLink>
        </Notice>
      )}
      {there.length > 0 && (
        <Details summary={`Staat er al zo in (${there.length})`}>
          <ul>
            {there.map((line) => (
              <li key={line.key}>
                {line.name} <span class="app-muted">{noteOf(line)}</span>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

function noteOf(line: ImportLine): string {
  const notes = [describe(line)];
  const { current } = line;
  if (current && current.name !== line.name) notes.push(`heet nu: ${current.name}`);
  if (current && current.niveau !== line.niveau) notes.push(`is nu niveau ${current.niveau}`);
  if (current && !current.offered) notes.push('uit het aanbod gehaald; dat blijft zo');
  return notes.join(' · ');
}

function Faults({ faults }: { faults: CreboFault[] }) {
  const rest = faults.length - FAULTS_ON_A_PAGE;
  return (
    <Card
      id="fouten"
      tone="attention"
      title="Rijen met een fout"
      intro="Deze rijen kun je niet kiezen. Verbeter ze in het bestand en lees het opnieuw in; de andere rijen kun je nu al gebruiken."
    >
      <Table
        caption="Wat er per rij mis is"
        rows={faults.slice(0, FAULTS_ON_A_PAGE).map((fault, at) => ({ ...fault, at }))}
        rowKey={({ at }) => String(at)}
        columns={[
          { head: 'Regel', cell: ({ line }) => line },
          { head: 'Kolom', cell: ({ column }) => column ?? 'hele rij' },
          { head: 'Gevonden', cell: ({ found }) => found || <span class="app-muted">leeg</span> },
          { head: 'Wat er mis is', cell: ({ text }) => text },
          { head: 'Verwacht', cell: ({ expected }) => expected },
        ]}
      />
      {rest > 0 && <p class="app-muted">En nog {rest} fouten.</p>}
    </Card>
  );
}
