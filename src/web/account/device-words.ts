import { isMessageKey } from '../i18n/translator.js';
import type { View } from '../kit/view.js';

/** "Firefox op een computer met Windows" */
export function deviceText({ t, text }: View, device: string): string {
  const [first, second] = device.split(' ').map((word) => {
    const key = `device.${word}`;
    return isMessageKey(key) ? text(key) : undefined;
  });
  if (!first) return t('device.unknown');
  if (second) return t('device.both', { browser: first, system: second });
  return first.charAt(0).toUpperCase() + first.slice(1);
}
