import type {
  RetentionItemResponse,
  RetentionReportResponse,
  RetentionResponse,
  RetentionTermResponse,
} from '../../erasure/erasure.dto.js';
import { Button, Card, DateText, Details, EmptyState, Notice, PageHeader, Tag } from '../ui/blocks.js';
import { type Column, Confirm, PrintButton, Table } from '../ui/data-blocks.js';
import type { AnyForm } from '../ui/form-fields.js';
import { ErrorSummary, HiddenFields } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { KeepingTabs, Numbered } from './tabs.js';

/** What the school keeps longer than it may: first to read, then to confirm. */
export function RetentionPage({ retention, form }: { retention: RetentionResponse; form: AnyForm }) {
  const { terms, open, confirmed } = retention;
  return (
    <Layout title="Bewaartermijnen" fault={!form.valid} width="wide">
      <ErrorSummary form={form} />
      <PageHeader
        title="Bewaartermijnen"
        lead="Elke dag wordt gekeken wat langer bewaard is dan mag. Er gaat pas iets weg als jij het bevestigt."
        actions={<PrintButton />}
      />
      <KeepingTabs current="/bewaren/termijnen" />
      {open ? <Open report={open} form={form} /> : <Nothing />}
      {confirmed.map((report) => (
        <Confirmed key={report.id} report={report} />
      ))}
      <Terms terms={terms} />
    </Layout>
  );
}

const partNames: Record<string, string> = {
  lob: 'LOB-activiteiten',
  reflections: 'reflecties',
  applications: 'aanmeldingen',
  contact: 'ouders, mentoren, e-mail en account',
  roster: 'naam, geboortedatum en schooljaren',
  traces: 'sporen zonder naam: wie wat zag, en toestemmingen',
  uploads: 'ingelezen leerlingenlijsten',
  repeats: 'antwoorden om niets dubbel te doen',
};

const columns: Column<RetentionItemResponse>[] = [
  { head: 'Leerling', cell: ({ pupilNumber }) => <Numbered number={pupilNumber} />, heading: true },
  { head: 'Wat', cell: ({ parts }) => parts.map((part) => partNames[part]).join(', ') },
  {
    head: 'Telt vanaf',
    cell: ({ since, anchor }) => (
      <>
        <DateText at={since} short />
        {anchor === 'last-enrolment' && (
          <span class="app-muted"> (laatste schooljaar; uitschrijven is niet gemeld)</span>
        )}
      </>
    ),
  },
  { head: 'Had weg gemoeten', cell: ({ dueOn }) => <DateText at={dueOn} short /> },
  { head: 'Grond', cell: ({ basis }) => basis.join(' ') },
];

function Open({ report, form }: { report: RetentionReportResponse; form: AnyForm }) {
  const held = report.items.filter((item) => item.held).length;
  const count = report.items.length - held;
  return (
    <Card id="rapport" title="Dit wordt te lang bewaard" tone="attention">
      <p>
        Gemaakt op <DateText at={report.madeAt} time />.{' '}
        {report.items.length === 1 ? '1 leerling' : `${report.items.length} leerlingen`}
        {held > 0 && `, waarvan ${held} vastgehouden`}.
      </p>
      <Table
        cards
        caption="Te lang bewaard"
        columns={[
          ...columns,
          { head: 'Vastgehouden', cell: (item) => (item.held ? <Tag colour="orange">blijft</Tag> : 'nee') },
        ]}
        rows={report.items}
        rowKey={({ pupilId, since }) => pupilId + since}
      />
      {count > 0 ? (
        <Confirm
          summary="Wissen…"
          question={`Van ${count === 1 ? '1 leerling' : `${count} leerlingen`} wissen wat hierboven staat? Dit kan niet ongedaan worden gemaakt.`}
          action={`/bewaren/termijnen/${report.id}`}
          button="Wissen"
          open={!form.valid}
        >
          <HiddenFields form={form.on(report.version)} />
        </Confirm>
      ) : (
        <Notice icon="lock">Alles in dit rapport wordt vastgehouden. Er kan nu niets weg.</Notice>
      )}
    </Card>
  );
}

const Nothing = () => (
  <>
    <EmptyState
      icon="check"
      title="Er wordt niets te lang bewaard"
      text="Zodra een termijn voorbij is, staat het hier."
    />
    <form method="post" action="/bewaren/termijnen">
      <Button tone="secondary">Kijk het nu na</Button>
    </form>
  </>
);

const outcomes = { erased: 'gewist', held: 'vastgehouden', 'not-due': 'toch niet: terug op school' } as const;
const Confirmed = ({ report }: { report: RetentionReportResponse }) => (
  <Card
    title={
      <>
        Bevestigd op <DateText at={report.confirmedAt!} time />
      </>
    }
  >
    <p>
      Door {report.confirmedBy}. {report.doneAt ? 'Klaar.' : 'Het wissen loopt nog.'}
    </p>
    <Details summary={`Bekijk de ${report.items.length} leerlingen`}>
      <Table
        cards
        caption="Wat er gebeurde"
        columns={[...columns, { head: 'Uitkomst', cell: ({ outcome }) => (outcome ? outcomes[outcome] : 'wacht nog') }]}
        rows={report.items}
        rowKey={({ pupilId, since, outcome }) => pupilId + since + outcome}
      />
    </Details>
  </Card>
);

const anchors: Record<string, string> = {
  left: 'nadat de leerling van school is',
  erased: 'nadat de leerling is gewist',
  made: 'nadat het is gemaakt',
};
const lengths: Record<string, string> = {
  '2 years': '2 jaar',
  '5 years': '5 jaar',
  '1 day': '1 dag',
  '7 days': '7 dagen',
};
const Terms = ({ terms }: { terms: readonly RetentionTermResponse[] }) => (
  <Details summary="Welke termijnen zijn er, en waarom?">
    <Table
      cards
      caption="Termijnen in deze regio"
      columns={[
        { head: 'Wat', cell: ({ part }) => partNames[part] ?? part },
        { head: 'Hoe lang', cell: ({ term, anchor }) => `${lengths[term] ?? term} ${anchors[anchor] ?? ''}` },
        { head: 'Waarom', cell: ({ basis }) => basis },
        { head: 'Bron', cell: ({ source }) => source },
      ]}
      rows={terms}
      rowKey={({ part }) => part}
    />
  </Details>
);
