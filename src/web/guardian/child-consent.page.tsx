import type { ReadableShare, Sharing } from '../../dossier/sharing.types.js';
import type { PupilExportResponse } from '../../share-notices/share-notices.dto.js';
import type { GuardedChild } from '../../pupils/relations.reader.js';
import { anchorOf, ConsentHistory, ShareCard } from '../family/share-card.js';
import { AnswerForm, WithdrawForm } from '../family/share-forms.js';
import { TakenOver } from '../family/taken-over.js';
import { whyAsked } from '../family/words.js';
import { useView } from '../kit/view.js';
import { EmptyState, Notice, PageHeader } from '../ui/blocks.js';
import type { AnyForm } from '../ui/form-fields.js';
import { ErrorSummary } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { ChildTabs } from './child-tabs.js';

export interface ChildConsentProps {
  child: GuardedChild;
  sharing: Sharing;
  /** An answer that was refused: what stands there now is below it. */
  form: AnyForm;
  /** What schools took over. */
  taken: readonly PupilExportResponse[];
}

/** The yes or no of a guardian with custody; from 16 the child decides. */
export function ChildConsentPage({ child, sharing, form, taken }: ChildConsentProps) {
  const { t } = useView();
  const name = child.givenName;
  const title = t('guardian.consent', { name });
  return (
    <Layout title={title} fault={!form.valid} back={{ href: `/kind/${child.id}`, text: child.name }} translated>
      <ErrorSummary form={form} />
      <PageHeader title={title} />
      <ChildTabs child={child} decidesAlone={sharing.decidesAlone} />
      <Notice icon="info">
        <p>{t(sharing.decidesAlone ? 'guardian.consent-from-16' : 'guardian.consent-under-16', { name })}</p>
      </Notice>
      {sharing.schools.length === 0 && !sharing.decidesAlone && (
        <EmptyState
          icon="shield"
          title={t('guardian.consent-empty')}
          text={t('guardian.consent-empty-text', { name })}
        />
      )}
      {sharing.schools.map((share) => (
        <ShareCard key={anchorOf(share)} share={share} sharing={sharing} path={`/kind/${child.id}/toestemming`}>
          <Acts child={child} share={share} />
        </ShareCard>
      ))}
      <TakenOver items={taken} />
      <ConsentHistory history={sharing.history} path={`/kind/${child.id}/toestemming`} />
    </Layout>
  );
}

function Acts({ child, share }: { child: GuardedChild; share: ReadableShare }) {
  const view = useView();
  const { t } = view;
  const { act, consent, school, mayWithdraw } = share;
  const name = child.givenName;
  if (!consent) return <p>{t('guardian.not-shared', { name, school })}</p>;
  const action = `/kind/${child.id}/toestemming/${consent.id}`;
  const otherSaidNo = consent.state === 'blocked' && act !== 'lift';
  return (
    <div class="app-acts">
      {otherSaidNo && (
        <Notice tone="attention" icon="info" title={t('guardian.blocked')}>
          <p>{t('guardian.blocked-text', { school })}</p>
        </Notice>
      )}
      {consent.askedReason && consent.state !== 'in-force' && <p>{whyAsked(view, consent.askedReason, 'other')}</p>}
      {act === 'answer' && (
        <AnswerForm
          action={action}
          yes={t('guardian.yes')}
          no={t('guardian.no')}
          question={t('guardian.question', { name, school })}
          text={share.text}
        />
      )}
      {act === 'lift' && (
        <AnswerForm
          action={action}
          yes={t('guardian.lift')}
          question={t('guardian.lift-text', { school })}
          text={share.text}
        />
      )}
      {consent.state === 'waiting-for-pupil' && act !== 'answer' && <p>{t('guardian.waits-for-pupil', { name })}</p>}
      {consent.state === 'refused' && <p>{t('guardian.refused', { name })}</p>}
      {mayWithdraw && (
        <>
          <WithdrawForm action={`${action}/intrekken`} consent={consent} />
          <p class="app-muted">{t('guardian.withdraw-note', { name })}</p>
        </>
      )}
    </div>
  );
}
