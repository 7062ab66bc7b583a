/** In this order: many browsers say they are others too. */
const browsers: readonly (readonly [name: string, sign: RegExp])[] = [
  ['edge', /\bEdgA?(iOS)?\//],
  ['opera', /\bOPR\//],
  ['samsung', /\bSamsungBrowser\//],
  ['firefox', /\b(Firefox|FxiOS)\//],
  ['chrome', /\b(Chrome|Chromium|CriOS)\//],
  ['safari', /\bSafari\//],
];
const systems: readonly (readonly [name: string, sign: RegExp])[] = [
  ['iphone', /\biPhone\b/],
  ['ipad', /\biPad\b/],
  ['android', /\bAndroid\b/],
  ['chromebook', /\bCrOS\b/],
  ['windows', /\bWindows\b/],
  ['mac', /\bMacintosh\b/],
  ['linux', /\bLinux\b/],
];

const find = (table: typeof browsers, text: string): string | undefined =>
  table.find(([, sign]) => sign.test(text))?.[0];

/**
 * On what someone is signed in, so that he recognises it: `firefox windows`, `safari iphone`, `program`, or nothing. No
 * version and nothing else of what the browser says: that would tell people apart.
 */
export function deviceOf(userAgent: string | undefined): string {
  const text = (userAgent ?? '').slice(0, 400);
  const found = [find(browsers, text), find(systems, text)].filter((part) => part !== undefined);
  if (found.length > 0) return found.join(' ');
  return text === '' ? '' : 'program';
}
