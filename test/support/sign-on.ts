import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startApp, type TestApp } from './app.js';
import { freePort, Jar, type Seen } from './jar.js';

/** An entry of the file with providers, of kind `entree` unless said otherwise. */
export interface ProviderEntry {
  id: string;
  issuer: string;
  clientSecret: string;
  schools: string[] | Record<string, string>;
  [setting: string]: unknown;
}

/** The application at an address that is known beforehand, with a file of providers. */
export async function startSignOnApp(
  port: number,
  providers: ProviderEntry[],
  env: Record<string, string> = {},
): Promise<TestApp> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'doorstroomdossier-oidc-'));
  const file = path.join(folder, 'providers.json');
  const list = providers.map((one) => ({
    name: one.id,
    kind: 'entree',
    clientId: 'dossier',
    timeoutSeconds: 1,
    ...one,
  }));
  writeFileSync(file, JSON.stringify(list));
  try {
    return await startApp({ PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, OIDC_PROVIDERS: file, ...env });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export { freePort };

/** Someone at a browser who signs in through a provider. */
export class Visitor extends Jar {
  constructor(private readonly app: TestApp) {
    super();
  }
  get host(): string {
    return new URL(this.app.url).host;
  }
  get session(): string | undefined {
    return this.cookie(this.host, 'session');
  }
  page(to: string, fields?: Record<string, string>): Promise<Seen> {
    return this.go(this.app.url + to, fields);
  }
  /** The whole way: to the provider and back, to the page where it ends. */
  signIn(provider: string, query = ''): Promise<Seen> {
    return this.page(`/aanmelden/met/${provider}${query}`);
  }
  /** To the provider and back, but not through the door: answers the address with which one would come in. */
  async almost(provider: string, query = ''): Promise<URL> {
    const { url } = await this.go(
      `${this.app.url}/aanmelden/met/${provider}${query}`,
      undefined,
      (next) => next.host === this.host && next.pathname.endsWith('/terug'),
    );
    return url;
  }
  async me(): Promise<Record<string, unknown>> {
    return JSON.parse((await this.page('/api/v1/me')).text) as Record<string, unknown>;
  }
}
