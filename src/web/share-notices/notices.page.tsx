import type { ConfirmationRequest, NoticePage, NoticeResponse } from '../../share-notices/share-notices.dto.js';
import { keptReasons } from '../../share-notices/share-notices.types.js';
import { inWords } from '../family/words.js';
import { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { Button, Card, DateText, EmptyState, Notice, PageHeader, Tag } from '../ui/blocks.js';
import { Pagination } from '../ui/data-blocks.js';
import { Radios } from '../ui/form-choices.js';
import { ErrorSummary, HiddenFields } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { keptBecause, kinds } from './words.js';

export interface NoticesPageProps {
  page: NoticePage;
  sent: { id: string; form: Form<ConfirmationRequest> } | null;
}
const at = (token?: string): string | undefined => token && `/wijzigingen?page=${token}`;

/** What changed in what the school may read; what it has to answer comes first. */
export function NoticesPage({ page, sent }: NoticesPageProps) {
  return (
    <Layout title="Wijzigingen in toestemming" fault={sent !== null && !sent.form.valid}>
      {sent && <ErrorSummary form={sent.form} />}
      <PageHeader
        title="Wijzigingen in toestemming"
        lead="Hier zie je wat leerlingen met jouw school gingen delen, en wat zij niet meer delen."
        tags={
          page.toConfirm > 0 && (
            <Tag colour="yellow">{page.toConfirm === 1 ? '1 te bevestigen' : `${page.toConfirm} te bevestigen`}</Tag>
          )
        }
      />
      {page.toConfirm > 0 && (
        <Notice tone="attention">
          <p>
            Nam je iets over dat niet meer wordt gedeeld? Haal het weg en bevestig dat hier. De leerling ziet je
            antwoord. Na twee weken zonder antwoord ziet ook de privacy-functionaris het, hier en op de school van de
            leerling.
          </p>
        </Notice>
      )}
      {page.items.length === 0 && (
        <EmptyState
          icon="shield"
          title="Nog geen wijzigingen"
          text="Zodra iemand iets met jouw school deelt, zie je het hier."
        />
      )}
      {page.items.map((notice) => (
        <Item
          key={notice.id}
          notice={notice}
          form={sent?.id === notice.id ? sent.form : Form.of<ConfirmationRequest>()}
        />
      ))}
      <Pagination previous={at(page.previousPage)} next={at(page.nextPage)} />
    </Layout>
  );
}

function Item({ notice, form }: { notice: NoticeResponse; form: Form<ConfirmationRequest> }) {
  const view = useView();
  const [colour, text] = kinds[notice.kind];
  const about = notice.name ?? `Kenmerk ${notice.reference}`;
  return (
    <Card
      id={`bericht-${notice.reference}`}
      title={
        notice.pupilId && notice.purpose === 'intake' ? <a href={`/dossiers/${notice.pupilId}`}>{about}</a> : about
      }
      tone={notice.mustConfirm ? 'attention' : undefined}
      action={<Tag colour={colour}>{text}</Tag>}
      intro={
        <>
          <DateText at={notice.at} time />, voor {view.text(`purpose.${notice.purpose}`)}
        </>
      }
    >
      {notice.sections.length > 0 && <p>Je mag nu lezen: {inWords(view, notice.sections)}.</p>}
      {notice.lost.length > 0 && <p>Je mag niet meer lezen: {inWords(view, notice.lost)}.</p>}
      {notice.taken.map((file) => (
        <p key={file.exportedAt + file.fingerprint} class="app-muted">
          Overgenomen op <DateText at={file.exportedAt} time />: {inWords(view, file.sections)}. Vingerafdruk{' '}
          <span class="app-fingerprint">{file.fingerprint.slice(0, 16)}…</span>
        </p>
      ))}
      {notice.confirmedAt && (
        <p>
          Bevestigd op <DateText at={notice.confirmedAt} />:{' '}
          {notice.outcome === 'removed'
            ? 'verwijderd.'
            : `bewaard. ${notice.keptReason ? keptBecause[notice.keptReason] : ''}.`}
        </p>
      )}
      {notice.mustConfirm && <Confirmation notice={notice} form={form} />}
    </Card>
  );
}

/** One tap for what was removed; who keeps something says why. */
function Confirmation({ notice, form }: { notice: NoticeResponse; form: Form<ConfirmationRequest> }) {
  const action = `/wijzigingen/${notice.id}`;
  const which = notice.name ?? notice.reference;
  return (
    <>
      <form method="post" action={action} novalidate>
        <HiddenFields form={Form.of()} values={{ outcome: 'removed' }} />
        <Button icon="check">
          Verwijderd<span class="govuk-visually-hidden"> bij {which}</span>
        </Button>
      </form>
      <details class="app-confirm" open={!form.valid}>
        <summary>Iets bewaard…</summary>
        <form method="post" action={action} class="app-confirm__body" novalidate>
          <HiddenFields form={form} values={{ outcome: 'kept' }} />
          <Radios
            form={form}
            name="keptReason"
            label="Waarom bewaren jullie het?"
            options={keptReasons.map((reason) => ({ value: reason, text: keptBecause[reason] }))}
          />
          <Button tone="secondary">Bevestig dat het bewaard is</Button>
        </form>
      </details>
    </>
  );
}
