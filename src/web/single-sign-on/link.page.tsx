import type { ShownProvider } from '../../single-sign-on/single-sign-on.types.js';
import { useView } from '../kit/view.js';
import { Button, Card, PageHeader } from '../ui/blocks.js';
import { type AnyForm, TextField } from '../ui/form-fields.js';
import { ErrorSummary } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';

/** Someone whom the provider knows and we do not: which account is his? */
export function LinkPage({ form, provider: { id, name } }: { form: AnyForm; provider: ShownProvider }) {
  const { t } = useView();
  return (
    <Layout
      title={t('link.title')}
      width="narrow"
      fault={!form.valid}
      back={{ href: '/aanmelden', text: t('activate.back') }}
      translated
    >
      <PageHeader title={t('link.title')} lead={t('link.lead', { name })} />
      <ErrorSummary form={form} />
      <Card>
        <p>{t('link.why', { name })}</p>
        <p>
          {t('link.shared', { name })} <a href={`/aanmelden/met/${id}?opnieuw=1`}>{t('link.anew', { name })}</a>
        </p>
        <form method="post" action="/aanmelden/koppelen" novalidate>
          <TextField
            form={form}
            name="login"
            label={t('sign-in.username')}
            autocomplete="username"
            spellcheck={false}
          />
          <TextField
            form={form}
            name="code"
            label={t('activate.code')}
            hint={t('activate.code-hint')}
            autocomplete="one-time-code"
            width="20"
            spellcheck={false}
          />
          <Button wide>{t('link.submit')}</Button>
        </form>
      </Card>
      <p class="app-muted">{t('link.none')}</p>
    </Layout>
  );
}
