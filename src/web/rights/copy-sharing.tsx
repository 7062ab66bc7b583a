import type { CopyApplication, CopyPlacement, CopyShare } from '../../privacy-rights/own-copy.dto.js';
import { inWords } from '../family/words.js';
import { useView } from '../kit/view.js';
import { Card, Details, SummaryList } from '../ui/blocks.js';
import { byOn, day, filled, moment, None } from './copy-rows.js';

/** Where the pupil applied and was admitted, and what was shared with whom, with every answer. */
export function CopySharing(p: {
  applications: readonly CopyApplication[];
  placements: readonly CopyPlacement[];
  shares: readonly CopyShare[];
}) {
  const { t } = useView();
  return (
    <>
      <Card id="aanmeldingen" title={t('copy.applications')}>
        {p.applications.length === 0 && <None />}
        {p.applications.map((one) => (
          <section key={one.opleiding + one.appliedOn}>
            <h3 class="govuk-heading-s">{one.school}</h3>
            <SummaryList
              rows={filled([
                [t('copy.opleiding'), `${one.opleiding} (${one.crebo}), ${one.leerweg} ${one.niveau}, ${one.place}`],
                [t('copy.applied-on'), day(one.appliedOn)],
                [t('copy.starts'), day(one.plannedStart)],
                [t('copy.recorded-by'), one.recordedBy],
                [t('copy.withdrawn'), moment(one.withdrawnAt)],
              ])}
            />
          </section>
        ))}
      </Card>
      {p.placements.length > 0 && (
        <Card id="plaatsingen" title={t('copy.placements')}>
          {p.placements.map((one) => (
            <section key={one.school + one.recordedAt}>
              <h3 class="govuk-heading-s">{one.school}</h3>
              <SummaryList
                rows={filled([
                  [t('copy.opleiding'), one.opleiding],
                  [t('copy.starts'), day(one.startsOn)],
                  [t('copy.until'), day(one.endedOn)],
                  [
                    t('copy.slb'),
                    one.slb.length > 0 && (
                      <ul class="govuk-list">
                        {one.slb.map(({ name, from, until, recordedBy }) => (
                          <li key={name + from}>
                            {name}, {day(from)} – {day(until)} ({t('copy.recorded-by')}: {recordedBy})
                          </li>
                        ))}
                      </ul>
                    ),
                  ],
                  [t('copy.recorded-by'), one.recordedBy],
                  [t('copy.recorded-at'), moment(one.recordedAt)],
                ])}
              />
            </section>
          ))}
        </Card>
      )}
      <Card id="delen" title={t('copy.shares')}>
        {p.shares.length === 0 && <None />}
        {p.shares.map((share) => (
          <Share key={share.toSchool + share.createdAt} share={share} />
        ))}
      </Card>
    </>
  );
}

function Share({ share }: { share: CopyShare }) {
  const view = useView();
  const { t, text, words } = view;
  return (
    <section>
      <h3 class="govuk-heading-s">
        {t('copy.share-for', { school: share.toSchool, purpose: text(`purpose.${share.purpose}`) })}
      </h3>
      <SummaryList
        rows={filled([
          [t('copy.sections'), inWords(view, share.sections)],
          [t('copy.text-version'), share.textVersion],
          [t('copy.asked'), byOn(view, share.askedBy, share.askedAt)],
          share.askedReason !== null && [t('copy.asked-reason'), text(`ask-reason.${share.askedReason}.pupil`)],
          [t('copy.later-until'), moment(share.laterUntil)],
          [
            t('copy.answers'),
            share.answers.length > 0 && (
              <ul class="govuk-list">
                {share.answers.map(({ name, agreed, at, text: shown, signedOn, recordedBy, replacedAt }) => (
                  <li key={name + at}>
                    {t(agreed ? 'copy.answer-yes' : 'copy.answer-no', { name, at: words.dateTime(at) })}
                    {signedOn &&
                      recordedBy &&
                      ` ${t('copy.on-paper', { date: words.date(signedOn), names: recordedBy.join(', ') })}`}
                    {replacedAt && ` ${t('copy.replaced', { at: words.dateTime(replacedAt) })}`}
                    {shown && (
                      <Details summary={t('copy.text-shown')}>
                        <p>
                          <strong>{shown.title}</strong>
                        </p>
                        {shown.body.map((line) => (
                          <p key={line} lang={shown.language}>
                            {line.replaceAll('{school}', share.toSchoolNamed)}
                          </p>
                        ))}
                      </Details>
                    )}
                  </li>
                ))}
              </ul>
            ),
          ],
          [t('copy.in-force'), moment(share.inForceSince)],
          [t('copy.ends'), moment(share.validUntil)],
          [t('copy.withdrawn'), byOn(view, share.withdrawnBy, share.withdrawnAt)],
        ])}
      />
    </section>
  );
}
