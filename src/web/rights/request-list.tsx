import type { RectificationResponse } from '../../rectification/rectification.dto.js';
import { useView } from '../kit/view.js';
import { Notice, SummaryList, type SummaryRow, Tag } from '../ui/blocks.js';
import { Confirm } from '../ui/data-blocks.js';
import { HiddenFields } from '../ui/form-parts.js';
import { Form } from '../kit/form.js';
import { aboutTitle, factRowsOf } from './about-words.js';

/** What pupil or guardian said is not right, and what the school answered, newest first. */
export function RequestList({ requests, home }: { requests: readonly RectificationResponse[]; home: string }) {
  return (
    <>
      {requests.map((request) => (
        <Request key={request.id} request={request} home={home} />
      ))}
    </>
  );
}

function Request({ request, home }: { request: RectificationResponse; home: string }) {
  const view = useView();
  const { t, words } = view;
  const { outcome, withdrawnOn, answeredOn } = request;
  const open = outcome === null && withdrawnOn === null;
  const state = withdrawnOn ? 'withdrawn' : (outcome ?? 'open');
  const title = aboutTitle(view, { ...request, facts: request.was });
  const rows: SummaryRow[] = [
    [t('rectify.wrong-was'), request.wrong],
    [t('rectify.should-be-was'), request.shouldBe],
    [t('rectify.asked'), t('copy.by-on', { name: request.askedBy, at: words.date(request.askedOn) })],
  ];
  if (open) rows.push([t('rectify.due'), words.date(request.dueOn)]);
  if (answeredOn)
    rows.push([t('rectify.answered'), t('copy.by-on', { name: request.answeredBy ?? '', at: words.date(answeredOn) })]);
  if (request.answer) rows.push([t('rectify.answer'), request.answer]);
  return (
    <section class="app-request">
      <h3 class="govuk-heading-s">
        {title} <Tag colour={colours[state]}>{t(`rectify.state.${state}`)}</Tag>
      </h3>
      <SummaryList rows={rows} />
      {request.was && request.became && (
        <SummaryList
          rows={[
            [t('rectify.before'), <Changed key="was" facts={request.was} than={request.became} />],
            [t('rectify.after'), <Changed key="now" facts={request.became} than={request.was} />],
          ]}
        />
      )}
      {state === 'kept' && <Notice>{t('rectify.kept-text')}</Notice>}
      {(open || state === 'kept') && (
        <Confirm
          summary={t('rectify.withdraw')}
          question={t(open ? 'rectify.withdraw-question' : 'rectify.withdraw-zienswijze')}
          action={`${home}/rechten/verzoek/${request.id}/intrekken`}
          button={t('rectify.withdraw-button')}
        >
          <HiddenFields form={Form.of()} />
        </Confirm>
      )}
    </section>
  );
}

const colours = { open: 'purple', corrected: 'green', kept: 'yellow', withdrawn: 'grey' } as const;

/** Only what is not the same on both sides. */
function Changed(p: { facts: RectificationResponse['was']; than: RectificationResponse['was'] }) {
  const view = useView();
  const other = new Map(factRowsOf(view, p.than ?? {}));
  const rows = factRowsOf(view, p.facts ?? {}).filter(([label, value]) => other.get(label) !== value);
  return <>{rows.map(([label, value]) => `${label}: ${value}`).join('; ') || '–'}</>;
}
