import { useView } from '../kit/view.js';
import { Button, Card, PageHeader } from '../ui/blocks.js';
import { type AnyForm, TextField } from '../ui/form-fields.js';
import { ErrorSummary } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';

/** The first time: login and code from the letter, and a password of one's own. */
export function ActivatePage({ form }: { form: AnyForm }) {
  const { t } = useView();
  return (
    <Layout
      title={t('activate.title')}
      width="narrow"
      fault={!form.valid}
      back={{ href: '/aanmelden', text: t('activate.back') }}
      translated
    >
      <PageHeader title={t('activate.title')} lead={t('activate.lead')} />
      <ErrorSummary form={form} />
      <Card>
        <form method="post" action="/activeren" novalidate>
          <TextField
            form={form}
            name="login"
            label={t('sign-in.username')}
            autocomplete="username"
            spellcheck={false}
            fromLink="login"
          />
          <TextField
            form={form}
            name="code"
            label={t('activate.code')}
            hint={t('activate.code-hint')}
            autocomplete="one-time-code"
            width="20"
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
