import type { CopyHandover, CopyNotice, CopyTakenOver } from '../../privacy-rights/own-copy.dto.js';
import { inWords } from '../family/words.js';
import { useView } from '../kit/view.js';
import { Card, SummaryList } from '../ui/blocks.js';
import { byOn, filled, moment, None } from './copy-rows.js';

/** What schools took over, and what they were told. */
export function CopySchools(p: {
  handovers: readonly CopyHandover[];
  takenOver: readonly CopyTakenOver[];
  told: readonly CopyNotice[];
}) {
  const view = useView();
  const { t, text, words } = view;
  return (
    <>
      {p.handovers.length > 0 && (
        <Card id="doorgegeven" title={t('handover.title')}>
          {p.handovers.map((one) => (
            <section key={one.toSchool + one.offeredAt}>
              <h3 class="govuk-heading-s">
                {t('copy.share-for', { school: one.toSchool, purpose: text(`purpose.${one.purpose}`) })}
              </h3>
              <SummaryList
                rows={filled([
                  [t('copy.sections'), inWords(view, one.sections)],
                  [t('copy.offered'), byOn(view, one.offeredBy, one.offeredAt)],
                  [
                    t('copy.answers'),
                    one.answers.length > 0 && (
                      <ul class="govuk-list">
                        {one.answers.map(({ name, agreed, view: own, at }) => (
                          <li key={name + at}>
                            {t(agreed ? 'copy.answer-yes' : 'copy.answer-no', { name, at: words.dateTime(at) })} {own}
                          </li>
                        ))}
                      </ul>
                    ),
                  ],
                  [t('copy.in-force'), moment(one.inForceSince)],
                  [t('copy.ends'), moment(one.validUntil)],
                  [t('copy.withdrawn'), byOn(view, one.endedBy, one.endedAt)],
                ])}
              />
            </section>
          ))}
        </Card>
      )}
      <Card id="overgenomen" title={t('taken.title')}>
        {p.takenOver.length === 0 && <None />}
        {p.takenOver.map((one) => (
          <section key={one.at + one.fingerprint}>
            <h3 class="govuk-heading-s">{one.school}</h3>
            <SummaryList
              rows={filled([
                [t('copy.when'), moment(one.at)],
                [t('copy.taken-by'), `${one.by} (${text(`role.${one.role}`, {}, 'role.staff')})`],
                [t('copy.sections'), inWords(view, one.sections)],
                [t('copy.on-ground'), one.basis.map((ground) => text(`copy.ground.${ground}`)).join(', ')],
                [t('receipt.fingerprint'), <span class="app-fingerprint">{one.fingerprint}</span>],
              ])}
            />
          </section>
        ))}
      </Card>
      <Card id="berichten" title={t('copy.told')}>
        {p.told.length === 0 && <None />}
        {p.told.map((one) => (
          <section key={one.at + one.kind + one.purpose}>
            <h3 class="govuk-heading-s">
              {t('copy.share-for', { school: one.school, purpose: text(`purpose.${one.purpose}`) })}
            </h3>
            <SummaryList
              rows={filled([
                [t('copy.when'), moment(one.at)],
                [t('copy.what'), text(`told.${one.kind}`)],
                [t('copy.may-read'), inWords(view, one.sections)],
                [t('copy.lost'), inWords(view, one.lost)],
                [t('copy.ends'), moment(one.until)],
                [t('copy.confirmed'), byOn(view, one.confirmedBy, one.confirmedAt)],
                one.outcome !== null && [
                  t('copy.outcome'),
                  [
                    t(one.outcome === 'removed' ? 'taken.removed' : 'taken.kept'),
                    one.keptReason && text(`taken.kept.${one.keptReason}`),
                  ]
                    .filter(Boolean)
                    .join('. '),
                ],
              ])}
            />
          </section>
        ))}
      </Card>
    </>
  );
}
