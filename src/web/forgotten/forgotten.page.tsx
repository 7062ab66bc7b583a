import { useView } from '../kit/view.js';
import { Button, Card, Notice, PageHeader } from '../ui/blocks.js';
import { type AnyForm, TextField } from '../ui/form-fields.js';
import { ErrorSummary } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';

/** Asks for a link, by address or login; pupils are told whom to ask. */
export function ForgottenPage({ form, possible }: { form: AnyForm; possible: boolean }) {
  const { t } = useView();
  const back = { href: '/aanmelden', text: t('activate.back') };
  return (
    <Layout title={t('forgotten.title')} width="narrow" fault={!form.valid} back={back} translated>
      <PageHeader title={t('forgotten.title')} lead={possible && t('forgotten.lead')} />
      <ErrorSummary form={form} />
      {possible ? (
        <Card>
          <form method="post" action="/wachtwoord-vergeten" novalidate>
            <TextField
              form={form}
              name="username"
              label={t('forgotten.username')}
              autocomplete="username"
              spellcheck={false}
            />
            <Button wide>{t('forgotten.submit')}</Button>
          </form>
        </Card>
      ) : (
        <Notice title={t('forgotten.no-mail')}>
          <p>{t('forgotten.no-mail-text')}</p>
        </Notice>
      )}
      <Card id="leerling" title={t('forgotten.pupil')}>
        <p>{t('forgotten.pupil-text')}</p>
      </Card>
    </Layout>
  );
}

/** The same for everyone who asked. */
export function AskedPage() {
  const { t } = useView();
  const back = { href: '/aanmelden', text: t('activate.back') };
  return (
    <Layout title={t('forgotten.asked-title')} width="narrow" back={back} translated>
      <PageHeader title={t('forgotten.asked-title')} lead={t('forgotten.asked')} />
      <Card id="niets" title={t('forgotten.nothing')}>
        <p>{t('forgotten.nothing-text')}</p>
      </Card>
    </Layout>
  );
}

/** Where the link of the message leads: a script fills in the code, or one pastes it. */
export function ChoosePage({ form }: { form: AnyForm }) {
  const { t } = useView();
  const back = { href: '/aanmelden', text: t('activate.back') };
  return (
    <Layout title={t('reset.title')} width="narrow" fault={!form.valid} back={back} translated>
      <PageHeader title={t('reset.title')} lead={t('reset.lead')} />
      <ErrorSummary form={form} />
      <Card>
        <form method="post" action="/wachtwoord-kiezen" novalidate>
          <TextField
            form={form}
            name="code"
            label={t('reset.code')}
            hint={t('reset.code-hint')}
            autocomplete="one-time-code"
            spellcheck={false}
            fromLink="code"
          />
          <TextField
            form={form}
            name="password"
            type="password"
            label={t('activate.password')}
            hint={t('activate.password-hint')}
            autocomplete="new-password"
          />
          <Button wide>{t('activate.submit')}</Button>
        </form>
      </Card>
    </Layout>
  );
}
