import type { ExportNoticeResponse, PupilExportResponse } from '../../share-notices/share-notices.dto.js';
import { useView } from '../kit/view.js';
import { Card, Tag } from '../ui/blocks.js';
import { inWords } from './words.js';

/** What schools took over into systems of their own, and what they said when it was no longer shared. */
export function TakenOver({ items }: { items: readonly PupilExportResponse[] }) {
  const view = useView();
  const { t, words } = view;
  if (items.length === 0) return null;
  return (
    <Card id="overgenomen" title={t('taken.title')} intro={t('taken.intro')}>
      <ul class="govuk-list app-receipt-answers">
        {items.map((one) => (
          <li key={one.id}>
            <strong>{one.school}</strong>, {words.date(one.exportedAt)}
            <br />
            {inWords(view, one.sections)}
            {one.by && (
              <>
                <br />
                <span class="app-muted">{t('taken.by', { name: one.by })}</span>
              </>
            )}
            {one.notices.map((notice) => (
              <Told key={notice.at + notice.kind} notice={notice} />
            ))}
            <br />
            <span class="app-muted app-small">
              {t('receipt.fingerprint')} <span class="app-fingerprint">{one.fingerprint.slice(0, 16)}…</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** "Bericht gestuurd op 5 nov" and "Bevestigd op 6 nov: verwijderd". */
function Told({ notice }: { notice: ExportNoticeResponse }) {
  const { t, words } = useView();
  return (
    <>
      <br />
      {t('taken.told', { date: words.date(notice.at) })}{' '}
      {notice.confirmedAt ? (
        <>
          <Tag colour={notice.outcome === 'removed' ? 'green' : 'yellow'}>
            {t(notice.outcome === 'removed' ? 'taken.removed' : 'taken.kept')}
          </Tag>{' '}
          {t('taken.confirmed', { date: words.date(notice.confirmedAt) })}
          {notice.keptReason && ` ${t(`taken.kept.${notice.keptReason}`)}`}
        </>
      ) : (
        <Tag colour="grey">{t('taken.waiting')}</Tag>
      )}
    </>
  );
}
