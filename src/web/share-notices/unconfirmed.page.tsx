import type { UnconfirmedResponse } from '../../share-notices/share-notices.dto.js';
import { inWords } from '../family/words.js';
import { useView } from '../kit/view.js';
import { DateText, Details, EmptyState, PageHeader } from '../ui/blocks.js';
import { type Column, Table } from '../ui/data-blocks.js';
import { Layout } from '../ui/layout.js';
import { kinds } from './words.js';

/** What a school took over and did not answer for, after it was no longer shared. */
export const UnconfirmedPage = ({ items }: { items: readonly UnconfirmedResponse[] }) => (
  <Layout title="Niet bevestigd" width="wide">
    <PageHeader
      title="Niet bevestigd"
      lead="Deze gegevens zijn overgenomen en worden niet meer gedeeld. De school zei binnen twee weken niet wat ermee is gedaan."
    />
    <Details summary="Wat kun je doen?">
      <ul class="govuk-list govuk-list--bullet">
        <li>
          Bel de ontvangende school en noem het kenmerk. De school bevestigt zelf, bij Wijzigingen in toestemming.
        </li>
        <li>De leerling ziet dat het bericht is gestuurd en nog niet is bevestigd.</li>
        <li>Je ziet hier geen inhoud en geen namen. Dat je dit bekijkt, wordt vastgelegd.</li>
      </ul>
    </Details>
    {items.length > 0 ? (
      <Table
        caption="Nog niet bevestigd, de oudste eerst"
        columns={columns}
        rows={items}
        rowKey={({ reference }) => reference}
      />
    ) : (
      <EmptyState icon="check" title="Alles is bevestigd" text="Er staat niets langer dan twee weken open." />
    )}
  </Layout>
);

const columns: Column<UnconfirmedResponse>[] = [
  { head: 'Kenmerk', cell: ({ reference }) => reference, heading: true },
  { head: 'Leerling', cell: ({ pupilNumber }) => pupilNumber ?? <span class="app-muted">van een andere school</span> },
  { head: 'Van', cell: ({ homeSchool }) => homeSchool },
  { head: 'Naar', cell: ({ receivingSchool }) => receivingSchool },
  { head: 'Wat', cell: (row) => <What row={row} /> },
  {
    head: 'Sinds',
    cell: ({ at, days }) => (
      <>
        <DateText at={at} short />
        <br />
        <span class="app-muted">{days} dagen</span>
      </>
    ),
  },
];

function What({ row }: { row: UnconfirmedResponse }) {
  const view = useView();
  return (
    <>
      {kinds[row.kind][1].toLowerCase()}: {inWords(view, row.lost)}
      <br />
      <span class="app-muted">
        overgenomen op {row.taken.map(({ exportedAt }) => view.words.dateShort(exportedAt)).join(', ')}
      </span>
    </>
  );
}
