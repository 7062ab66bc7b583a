import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
/** Debian's Chromium, or the one that CHROMIUM_PATH names; undefined where there is none. */
const chromiumPath = candidates.find((file) => file !== undefined && existsSync(file));

if (!chromiumPath)
  process.stdout.write(
    'No Chromium found (apt-get install chromium, or set CHROMIUM_PATH): the browser tests are skipped.\n',
  );

/** `describe` for what needs a browser. */
export const withBrowser = chromiumPath ? describe : describe.skip;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface Browser {
  context(options: {
    width: number;
    javaScript?: boolean;
    cookie?: { name: string; value: string; url: string };
  }): Promise<BrowserContext>;
  close(): Promise<void>;
}

export async function openBrowser(): Promise<Browser> {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'doorstroomdossier-browser-'));
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--lang=nl',
  ];
  const browser = await chromium.launch({ executablePath: chromiumPath, args });
  return {
    context: async ({ width, javaScript = true, cookie }) => {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        locale: 'nl-NL',
        javaScriptEnabled: javaScript,
      });
      if (cookie) await context.addCookies([cookie]);
      context.setDefaultTimeout(20_000);
      return context;
    },
    close: async () => {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** What axe finds on this page, as `rule: element`. Injected over the debugger: the content security policy stays on. */
export async function axeFaults(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.enable');
  const { result: there } = await session.send('Runtime.evaluate', { expression: 'typeof axe' });
  if (there.value !== 'object') await session.send('Runtime.evaluate', { expression: axe });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run({ runOnly: ${JSON.stringify(standards)} }).then((r) => JSON.stringify(r.violations.map((v) => v.id + ': ' + v.nodes[0].target.join(' '))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return JSON.parse(result.value as string) as string[];
}

/** How far the page can be scrolled sideways, in pixels. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
