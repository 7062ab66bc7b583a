import type { ConsentResponse } from '../../consent/consent.dto.js';
import type { PupilExportResponse } from '../../share-notices/share-notices.dto.js';
import type { ReadableShare, Sharing } from '../../dossier/sharing.types.js';
import type { GuardianSectionsRequest, GuardianSectionsResponse } from '../../pupils/roster.dto.js';
import { sectionsForGuardians } from '../../pupils/pupils.types.js';
import { anchorOf, ConsentHistory, ShareCard } from '../family/share-card.js';
import { AnswerForm, GiveAgainForm, WithdrawForm } from '../family/share-forms.js';
import { TakenOver } from '../family/taken-over.js';
import { inWords, whyAsked } from '../family/words.js';
import { Overtaken } from '../family/overtaken.js';
import { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { Button, ButtonLink, Card, EmptyState, Notice, PageHeader } from '../ui/blocks.js';
import { Checkboxes } from '../ui/form-choices.js';
import { ErrorSummary, HiddenFields } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';

export interface ConsentPageProps {
  sharing: Sharing;
  guardians: GuardianSectionsResponse;
  /** What is open to the guardians, as it stands or as it was filled in. */
  open: Form<GuardianSectionsRequest>;
  overtaken?: boolean;
  /** What schools took over. */
  taken: readonly PupilExportResponse[];
}

/** "Wie mag jouw dossier lezen?": a card per school, and from 16 what the guardians may read. */
export function ConsentPage({ sharing, guardians, open, overtaken, taken }: ConsentPageProps) {
  const { t } = useView();
  return (
    <Layout title={t('consent.heading')} fault={!open.valid} translated>
      <ErrorSummary form={open} />
      <PageHeader title={t('consent.heading')} lead={t('consent.lead')} />
      <Age sharing={sharing} />
      <p>
        <a href="/mijn/wie-mag-wat">{t('may.see')}</a>
      </p>
      {sharing.schools.length === 0 && (
        <EmptyState
          icon="shield"
          title={t('consent.empty')}
          text={t('consent.empty-text')}
          action={<ButtonLink href="/mijn/aanmeldingen/nieuw">{t('applications.add')}</ButtonLink>}
        />
      )}
      {sharing.schools.map((share) => (
        <ShareCard key={anchorOf(share)} share={share} sharing={sharing} path="/mijn/toestemming">
          <Acts share={share} sharing={sharing} />
        </ShareCard>
      ))}
      {guardians.decidesAlone && <GuardiansCard form={open} overtaken={overtaken} />}
      <TakenOver items={taken} />
      <ConsentHistory history={sharing.history} path="/mijn/toestemming" />
      <p>
        <a href="/mijn/overdracht">{t('handover.title')}</a>
      </p>
      <p class="app-muted">
        {t('consent.see-who')} <a href="/mijn/wie-keek">{t('pupil.looked')}</a>
      </p>
    </Layout>
  );
}

/** Who decides at this age. */
function Age({ sharing }: { sharing: Sharing }) {
  const { t } = useView();
  if (sharing.decidesAlone)
    return (
      <Notice>
        <p>{t('consent.from-16')}</p>
      </Notice>
    );
  return (
    <Notice tone="attention" icon="info">
      <p>{t('consent.under-16')}</p>
    </Notice>
  );
}

/** What the pupil can do about one school. */
function Acts({ share, sharing }: { share: ReadableShare; sharing: Sharing }) {
  const view = useView();
  const { t } = view;
  const { act, consent, last, school, schoolId, mayWithdraw } = share;
  const path = `/mijn/toestemming/${schoolId}`;
  // Choosing the sections oneself is for the intake; for another purpose the school says what it asks.
  const forIntake = share.purpose === 'intake';
  const answer = `${path}/vraag/${consent?.id}`;
  const choose = (text: string, tone?: 'secondary') => (
    <ButtonLink href={path} tone={tone}>
      {text}
      <span class="govuk-visually-hidden"> {school}</span>
    </ButtonLink>
  );
  return (
    <div class="app-acts">
      {act === 'answer' && consent?.askedReason && <p>{whyAsked(view, consent.askedReason, 'pupil')}</p>}
      {act === 'answer' && (
        <AnswerForm
          action={answer}
          yes={t('consent.yes')}
          no={t('consent.no')}
          question={t('consent.asks', { school })}
          text={share.text}
        >
          {forIntake && choose(t('consent.choose-self'), 'secondary')}
        </AnswerForm>
      )}
      {act === 'answer' && consent?.askedOn && <Later consent={consent} path={answer} />}
      {act === 'confirm' && (
        <AnswerForm
          action={answer}
          yes={t('consent.confirm')}
          question={t('consent.confirm-text', { school })}
          text={share.text}
        />
      )}
      {act === 'give' && last?.state === 'withdrawn' && (
        <>
          <p>{t('consent.undo', { sections: inWords(view, last.sections) })}</p>
          <GiveAgainForm action={path} sections={last.sections} text={share.text} />
        </>
      )}
      {act === 'give' && <div>{choose(t('consent.give'), last ? 'secondary' : undefined)}</div>}
      {consent?.state === 'waiting-for-guardian' && <p>{t('consent.waiting-text')}</p>}
      {consent?.state === 'waiting-for-guardian' && consent.answers.every(({ by }) => by === 'pupil') && (
        <Notice tone="attention">
          <p>{t('consent.no-guardian')}</p>
        </Notice>
      )}
      {consent?.state === 'blocked' && <p>{t('consent.blocked-text')}</p>}
      {consent?.state === 'in-force' && forIntake && share.opleidingen.length > 0 && (
        <div>{choose(t('consent.change'), 'secondary')}</div>
      )}
      {mayWithdraw && consent && (
        <>
          <WithdrawForm action={`${path}/intrekken/${consent.id}`} consent={consent} />
          <p class="app-muted">{t(sharing.decidesAlone ? 'consent.withdraw-note' : 'consent.withdraw-note-16')}</p>
        </>
      )}
    </div>
  );
}

/** Deciding another day is an answer too. */
function Later({ consent, path }: { consent: ConsentResponse; path: string }) {
  const { t, words } = useView();
  if (consent.laterUntil)
    return <p class="app-muted">{t('consent.later-until', { date: words.date(consent.laterUntil) })}</p>;
  return (
    <form method="post" action={`${path}/later`} novalidate>
      <HiddenFields form={Form.of()} />
      <Button tone="secondary">{t('consent.later')}</Button>
    </form>
  );
}

/** From 16: which sections the guardians with custody may read. */
function GuardiansCard({ form, overtaken }: { form: Form<GuardianSectionsRequest>; overtaken?: boolean }) {
  const { t } = useView();
  return (
    <Card id="meelezen" title={t('read-along.title')} intro={t('read-along.intro')}>
      {overtaken && <Overtaken />}
      <form method="post" action="/mijn/toestemming/meelezen" novalidate>
        <HiddenFields form={form} />
        <Checkboxes
          form={form}
          name="sections"
          label={t('read-along.which')}
          options={sectionsForGuardians.map((section) => ({
            value: section,
            text: t(`section.${section}`),
            hint: t(`consent.section.${section}`),
          }))}
        />
        <p>{t('read-along.reflections')}</p>
        <Button wide>{t('read-along.save')}</Button>
      </form>
    </Card>
  );
}
