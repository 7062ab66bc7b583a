import type { AuditReceiptResponse } from '../../who-looked/who-looked.dto.js';
import type { LookedQuery } from './looked-query.js';
import type { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { Button, Card, Notice } from '../ui/blocks.js';
import { TextField } from '../ui/form-fields.js';

/** A code to keep, by which anyone can see later that nothing was taken out of the log. */
export function ReceiptCard(p: { receipt: AuditReceiptResponse; query: Form<LookedQuery>; path: string }) {
  const { t, words } = useView();
  const { code, found } = p.receipt;
  if (!code) return null;
  return (
    <Card id="bewijs" title={t('receipt.title')}>
      <p>{t('receipt.text')}</p>
      <p>
        <span class="app-code">{code}</span>
      </p>
      {found !== undefined && (
        <Notice tone={found ? 'good' : 'attention'}>
          <p>{found ? t('receipt.found', { day: words.date(found) }) : t('receipt.not-found')}</p>
        </Notice>
      )}
      <form method="get" action={`${p.path}#bewijs`}>
        <TextField
          form={p.query}
          name="code"
          label={t('receipt.kept')}
          width="20"
          autocomplete="off"
          spellcheck={false}
          maxlength={40}
        />
        <Button tone="secondary">{t('receipt.check')}</Button>
      </form>
    </Card>
  );
}
