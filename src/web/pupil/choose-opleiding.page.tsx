import type { OpleidingenPage } from '../../opleidingen/opleidingen.reader.js';
import type { School } from '../../organisations/organisations.types.js';
import type { ApplicationRequest } from '../../placements/placements.dto.js';
import type { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { Button, Card, EmptyState, LinkList, PageHeader } from '../ui/blocks.js';
import { Pagination } from '../ui/data-blocks.js';
import { Radios } from '../ui/form-choices.js';
import { TextField } from '../ui/form-fields.js';
import { ErrorSummary, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';

/** Step 1: at which school. */
export function ChooseSchoolPage({ schools }: { schools: readonly School[] }) {
  const { t } = useView();
  return (
    <Layout title={t('choose.school')} back={{ href: '/mijn/aanmeldingen', text: t('applications.title') }} translated>
      <PageHeader title={t('choose.school')} lead={t('choose.step', { step: 1 })} />
      {schools.length === 0 ? (
        <EmptyState title={t('choose.no-schools')} text={t('choose.no-schools-text')} />
      ) : (
        <LinkList
          items={schools.map(({ id, name }) => ({ href: `/mijn/aanmeldingen/nieuw/${id}`, title: name, icon: 'pin' }))}
        />
      )}
    </Layout>
  );
}

export interface ChooseOpleidingProps {
  school: School;
  page: OpleidingenPage;
  query: Form<{ zoek?: string; vanaf?: string }>;
  form: Form<ApplicationRequest>;
}
/** Step 2: which opleiding, with a search above the list. */
export function ChooseOpleidingPage({ school, page, query, form }: ChooseOpleidingProps) {
  const { t } = useView();
  const path = `/mijn/aanmeldingen/nieuw/${school.id}`;
  const search = query.text('zoek');
  const next =
    page.nextPageToken && `${path}?${new URLSearchParams({ zoek: search, vanaf: page.nextPageToken }).toString()}`;
  return (
    <Layout
      title={t('choose.opleiding', { school: school.name })}
      fault={!form.valid}
      back={{ href: '/mijn/aanmeldingen/nieuw', text: t('choose.other-school') }}
      translated
    >
      <ErrorSummary form={form} />
      <PageHeader title={t('choose.opleiding', { school: school.name })} lead={t('choose.step', { step: 2 })} />
      <Card>
        <form method="get" action={path} role="search">
          <TextField form={query} name="zoek" type="search" label={t('choose.search')} hint={t('choose.search-hint')} />
          <Button tone="secondary" icon="search">
            {t('choose.search-button')}
          </Button>
          {search && (
            <p>
              <a href={path}>{t('choose.all')}</a>
            </p>
          )}
        </form>
      </Card>
      {page.items.length === 0 ? (
        <EmptyState icon="search" title={t('choose.none')} text={t('choose.none-text')} />
      ) : (
        <form method="post" action={path} novalidate>
          <HiddenFields form={form} values={{ zoek: search }} />
          <Card>
            <Radios
              form={form}
              name="opleidingId"
              label={t('choose.which')}
              options={page.items.map((one) => ({
                value: one.id,
                text: one.name,
                hint: `${t('applications.level-of', { niveau: one.niveau, leerweg: one.leerweg })} · ${one.locationName}, ${one.place}`,
              }))}
            />
          </Card>
          <Pagination next={next ?? undefined} />
          <SaveBar save={t('choose.save')} cancel={{ href: '/mijn/aanmeldingen' }} />
        </form>
      )}
    </Layout>
  );
}
