import type { CopyRectification } from '../../privacy-rights/own-copy.dto.js';
import type { About, Facts } from '../../rectification/rectification.types.js';
import { useView } from '../kit/view.js';
import { Card, SummaryList } from '../ui/blocks.js';
import { aboutTitle, factRowsOf } from './about-words.js';
import { byOn, day, filled, moment, None } from './copy-rows.js';

/** What was said not to be right, and what the school answered. */
export function CopyRequests({ requests }: { requests: readonly CopyRectification[] }) {
  const view = useView();
  const { t, text } = view;
  const facts = (of: Facts | null): string =>
    factRowsOf(view, of ?? {})
      .map(([label, value]) => `${label}: ${value}`)
      .join('; ');
  return (
    <Card id="klopt-niet" title={t('rectify.title')}>
      {requests.length === 0 && <None />}
      {requests.map((one) => (
        <section key={one.askedAt + one.wrong}>
          <h3 class="govuk-heading-s">
            {aboutTitle(view, { about: one.about as About, title: one.title, facts: one.was })}
          </h3>
          <SummaryList
            rows={filled([
              [t('rectify.wrong-was'), one.wrong],
              [t('rectify.should-be-was'), one.shouldBe],
              [t('rectify.asked'), byOn(view, one.askedBy, one.askedAt)],
              [t('rectify.due'), day(one.dueOn)],
              [t('rectify.before'), facts(one.was)],
              [t('rectify.after'), facts(one.became)],
              [t('rectify.outcome'), one.outcome && text(`rectify.state.${one.outcome}`)],
              [t('rectify.answer'), one.answer],
              [t('rectify.answered'), byOn(view, one.answeredBy, one.answeredAt)],
              [t('rectify.state.withdrawn'), moment(one.withdrawnAt)],
            ])}
          />
        </section>
      ))}
    </Card>
  );
}
