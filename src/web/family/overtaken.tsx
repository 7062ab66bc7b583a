import { useView } from '../kit/view.js';
import { Notice } from '../ui/blocks.js';

/** What stands there now is below this; what was typed is still in the form. */
export function Overtaken() {
  const { t } = useView();
  return (
    <Notice tone="attention" title={t('overtaken.title')}>
      <p>{t('overtaken.text')}</p>
    </Notice>
  );
}
