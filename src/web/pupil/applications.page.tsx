import type { ApplicationResponse } from '../../placements/placements.dto.js';
import { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { ButtonLink, Card, Details, EmptyState, Notice, PageHeader, SummaryList } from '../ui/blocks.js';
import { Confirm } from '../ui/data-blocks.js';
import { HiddenFields } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';

export function ApplicationsPage({ applications }: { applications: readonly ApplicationResponse[] }) {
  const { t, words } = useView();
  const live = applications.filter(({ withdrawnOn }) => withdrawnOn === null);
  const withdrawn = applications.filter(({ withdrawnOn }) => withdrawnOn !== null);
  const add = (
    <ButtonLink href="/mijn/aanmeldingen/nieuw" icon="plus">
      {t('applications.add')}
    </ButtonLink>
  );
  return (
    <Layout title={t('applications.title')} back={{ href: '/mijn', text: t('pupil.title') }} translated>
      <PageHeader title={t('applications.title')} lead={t('applications.lead')} actions={live.length > 0 && add} />
      <Notice>
        <p>{t('applications.not-here')}</p>
      </Notice>
      {live.length === 0 && (
        <EmptyState icon="pin" title={t('applications.none')} text={t('applications.none-text')} action={add} />
      )}
      {live.map((one) => (
        <Card key={one.id} id={`aanmelding-${one.id}`} title={one.opleiding} intro={one.toSchool}>
          <SummaryList
            rows={[
              [t('applications.level'), t('applications.level-of', { niveau: one.niveau, leerweg: one.leerweg })],
              [t('applications.on'), words.date(one.appliedOn)],
              [t('applications.start'), words.date(one.plannedStart)],
              [t('applications.sees'), t('applications.sees-text')],
            ]}
          />
          <p class="app-actions">
            <a class="govuk-link" href={`/mijn/toestemming#school-${one.toSchoolId}`}>
              {t('applications.to-consent')}
            </a>
          </p>
          <Confirm
            summary={t('applications.withdraw')}
            question={t('applications.withdraw-question', { school: one.toSchool })}
            action={`/mijn/aanmeldingen/${one.id}/intrekken`}
            button={t('applications.withdraw-button')}
          >
            <HiddenFields form={Form.of()} />
          </Confirm>
        </Card>
      ))}
      {withdrawn.length > 0 && (
        <Details summary={t('applications.before', { count: withdrawn.length })}>
          <ul class="govuk-list">
            {withdrawn.map((one) => (
              <li key={one.id}>
                {one.opleiding}, {one.toSchool}
                <br />
                <span class="app-muted">
                  {t('applications.withdrawn-on', { date: words.date(one.withdrawnOn ?? '') })}
                </span>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Layout>
  );
}
