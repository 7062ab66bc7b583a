import type { DossierResponse } from '../../dossier/dossier.dto.js';
import type { GuardedChild } from '../../pupils/relations.reader.js';
import type { StatutoryAnswerRequest, StatutoryShareResponse } from '../../statutory/statutory.dto.js';
import { LONGEST_VIEW, stands } from '../../statutory/statutory.types.js';
import { schoolYearText } from '../family/words.js';
import { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { Button, Card, EmptyState, PageHeader, Quote, SummaryList, type SummaryRow, Tag } from '../ui/blocks.js';
import { Radios } from '../ui/form-choices.js';
import { TextArea } from '../ui/form-fields.js';
import { ErrorSummary, HiddenFields } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { stateColours } from './words.js';

export interface HandoversPageProps {
  items: readonly StatutoryShareResponse[];
  /** What stands in the dossier, as the other school would read it. */
  dossier: DossierResponse;
  /** null: the pupil reads. */
  child: GuardedChild | null;
  /** An answer that came back, and to which. */
  sent: { id: string; form: Form<StatutoryAnswerRequest> } | null;
}

/** What the school passes on without consent: to look at it first, and to say what one thinks of it. */
export function HandoversPage({ items, dossier, child, sent }: HandoversPageProps) {
  const { t } = useView();
  const title = child ? t('handover.title-child', { name: child.givenName }) : t('handover.title');
  const home = child ? `/kind/${child.id}` : '/mijn';
  const back = { href: home, text: child?.name ?? t('pupil.title') };
  return (
    <Layout title={title} fault={sent !== null} back={back} translated>
      {sent && <ErrorSummary form={sent.form} />}
      <PageHeader title={title} lead={t(child ? 'handover.lead.guardian' : 'handover.lead.pupil')} />
      {items.length === 0 && <EmptyState icon="shield" title={t('handover.empty')} text={t('handover.empty-text')} />}
      {items.map((share) => (
        <Handover
          key={share.id}
          share={share}
          dossier={dossier}
          home={home}
          form={sent?.id === share.id ? sent.form : null}
        />
      ))}
    </Layout>
  );
}

function Handover(p: {
  share: StatutoryShareResponse;
  dossier: DossierResponse;
  /** Address of the first page of this dossier. */
  home: string;
  form: Form<StatutoryAnswerRequest> | null;
}) {
  const view = useView();
  const { t, text, words } = view;
  const { share, dossier, home, form } = p;
  const action = `${home}/overdracht/${share.id}`;
  const { state, answers } = share;
  const open = stands(state);
  const own = answers.find(({ self }) => self);
  return (
    <Card
      id={`overdracht-${share.id}`}
      title={share.toSchool}
      tone={state === 'offered' && !own ? 'attention' : undefined}
      action={<Tag colour={stateColours[state]}>{t(`handover.state.${state}`)}</Tag>}
      intro={t('handover.for', {
        purpose: text(`purpose.${share.purpose}`),
        by: share.offeredBy,
        date: words.date(share.offeredOn),
      })}
    >
      {state === 'offered' && <p>{t('handover.counts-on', { date: words.date(share.countsOn) })}</p>}
      {state === 'off' && <p>{t('handover.off-text')}</p>}
      {open && <p>{t('handover.until', { date: words.date(share.endsOn) })}</p>}
      {open && <Exactly share={share} dossier={dossier} />}
      {open && (
        <p>
          <a href={`${home}/rechten`}>{t('handover.not-right')}</a>
        </p>
      )}
      {answers.map((answer) => (
        <Quote
          key={answer.by + answer.name}
          by={t(answer.agreed ? 'handover.said-yes' : 'handover.said-no', {
            name: answer.name,
            date: words.date(answer.on),
          })}
        >
          {answer.view || '–'}
        </Quote>
      ))}
      {open && own && !form && (
        <details class="app-confirm">
          <summary>{t('handover.change')}</summary>
          <Answer
            path={action}
            form={Form.of<StatutoryAnswerRequest>({ agreed: own.agreed ? 'ja' : 'nee', view: own.view })}
            id={share.id}
          />
        </details>
      )}
      {open && (!own || form) && (
        <Answer path={action} form={form ?? Form.of<StatutoryAnswerRequest>()} id={share.id} />
      )}
    </Card>
  );
}

/** The fields that go, with what stands in them now. */
function Exactly({ share, dossier }: { share: StatutoryShareResponse; dossier: DossierResponse }) {
  const { t, text, words } = useView();
  const { profile, schoolCareer = [] } = dossier;
  const rows: SummaryRow[] = [];
  if (share.sections.includes('profile') && profile) {
    rows.push(
      [t('copy.name'), profile.name],
      [t('copy.birth-date'), profile.birthDate ? words.date(profile.birthDate) : '–'],
      [t('career.school'), profile.school],
      [t('career.group'), profile.group ?? '–'],
      [
        t('handover.contacts'),
        profile.contacts.map(({ name, role }) => `${name} (${text(`role.${role}`)})`).join(', ') || '–',
      ],
    );
  }
  if (share.sections.includes('school-career'))
    for (const year of schoolCareer)
      rows.push([
        schoolYearText(year.schoolYear),
        [
          year.school,
          year.group,
          year.leerweg && text(`leerweg.${year.leerweg}`),
          year.profiel && text(`profiel.${year.profiel}`),
        ]
          .filter(Boolean)
          .join(', '),
      ]);
  return (
    <>
      <h3 class="govuk-heading-s">{t('handover.exactly')}</h3>
      <SummaryList rows={rows} />
    </>
  );
}

/** Whether it is right, and the own view. */
function Answer({ path, form, id }: { path: string; form: Form<StatutoryAnswerRequest>; id: string }) {
  const { t } = useView();
  return (
    <form method="post" action={path} novalidate id={`antwoord-${id}`}>
      <HiddenFields form={form} />
      <Radios
        form={form}
        name="agreed"
        label={t('handover.question')}
        hint={t('handover.goes-anyway')}
        options={[
          { value: 'ja', text: t('handover.yes') },
          { value: 'nee', text: t('handover.no') },
        ]}
      />
      <TextArea
        form={form}
        name="view"
        label={t('handover.view')}
        hint={t('handover.view-hint')}
        rows={4}
        maxlength={LONGEST_VIEW}
        optional
      />
      <Button wide>{t('handover.send')}</Button>
    </form>
  );
}
