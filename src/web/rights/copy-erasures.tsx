import type { CopyErasureRequest, CopyHold } from '../../privacy-rights/own-copy.dto.js';
import { useView } from '../kit/view.js';
import { Card, SummaryList } from '../ui/blocks.js';
import { byOn, day, filled, moment, None } from './copy-rows.js';

/** What was asked to be erased and what was decided, and whether the school held everything. */
export function CopyErasures(p: { requests: readonly CopyErasureRequest[]; holds: readonly CopyHold[] }) {
  const view = useView();
  const { t, text } = view;
  return (
    <>
      <Card id="wissen" title={t('erase.title')}>
        {p.requests.length === 0 && <None />}
        {p.requests.map((one) => (
          <section key={one.askedAt}>
            <h3 class="govuk-heading-s">{t('erase.request')}</h3>
            <SummaryList
              rows={filled([
                [t('erase.words-were'), one.words],
                [t('rectify.asked'), byOn(view, one.askedBy, one.askedAt)],
                [t('rectify.due'), day(one.dueOn)],
                [t('rectify.outcome'), one.outcome && text(`erase.state.${one.outcome}`)],
                [t('erase.gone'), one.parts.map((part) => text(`erase.part.${part}`)).join(', ')],
                [t('rectify.answer'), one.answer],
                [t('erase.decided'), byOn(view, one.decidedBy, one.decidedAt)],
                [t('erase.state.withdrawn'), moment(one.withdrawnAt)],
              ])}
            />
          </section>
        ))}
      </Card>
      {p.holds.length > 0 && (
        <Card id="vastgehouden" title={t('hold.title')}>
          {p.holds.map((one) => (
            <SummaryList
              key={one.setAt}
              rows={filled([
                [t('hold.reason'), one.reason],
                [t('hold.set'), byOn(view, one.setBy, one.setAt)],
                [t('hold.lifted'), byOn(view, one.liftedBy, one.liftedAt)],
                [t('hold.lifted-reason'), one.liftedReason],
              ])}
            />
          ))}
        </Card>
      )}
    </>
  );
}
