import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { Clock } from '../platform/clock.js';
import { Config, ConfigError } from '../platform/config.js';
import { notFound } from '../platform/errors/domain-error.js';
import { boundedFetch } from './bounded-fetch.rules.js';
import { readProviders } from './provider-file.rules.js';
import type { Provider, ShownProvider } from './single-sign-on.types.js';

const minutes = 10;
/** In seconds: two clocks that are kept by the network agree better than this. */
const clockTolerance = 10;

interface Known {
  metadata: oidc.ServerMetadata;
  until: number;
}

/** The providers that the file names, and what each of them says of itself. */
@Injectable()
export class ProviderDirectory {
  private readonly providers: ReadonlyMap<string, Provider>;
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.providers = new Map(providersOf(config).map((provider) => [provider.id, provider]));
  }

  /** One of them, or 404. */
  provider(id: string): Provider {
    const provider = this.providers.get(id);
    if (!provider) throw notFound();
    return provider;
  }

  /** For the buttons on the sign-in page. */
  shown(): ShownProvider[] {
    return [...this.providers.values()].map(({ id, name }) => ({ id, name }));
  }

  /** Of an issuer, the name that people know it by. */
  nameOf(issuer: string): string {
    const found = [...this.providers.values()].find(
      (provider) => new URL(provider.issuer).href === new URL(issuer).href,
    );
    return found?.name ?? new URL(issuer).host;
  }

  /** Where a provider sends people back to: one address for each, so that answers cannot be mixed up. */
  redirectUri({ id }: Provider): string {
    return `${this.config.publicUrl}/aanmelden/met/${id}/terug`;
  }

  /**
   * The client for one sign-in. What the provider says of itself is kept for a few minutes; its keys are not: they are
   * asked for each time, so that a new key works at once and one that was withdrawn does not.
   */
  async client(provider: Provider): Promise<oidc.Configuration> {
    const { clientId, clientSecret, clientAuth, timeout } = provider;
    const metadata = await this.metadata(provider);
    const authentication =
      clientAuth === 'post' ? oidc.ClientSecretPost(clientSecret) : oidc.ClientSecretBasic(clientSecret);
    // A copy: the library hangs the keys on the object that it is given.
    const client = new oidc.Configuration(
      structuredClone(metadata),
      clientId,
      { [oidc.clockTolerance]: clockTolerance },
      authentication,
    );
    client.timeout = timeout;
    client[oidc.customFetch] = boundedFetch;
    if (isLoopback(provider)) oidc.allowInsecureRequests(client);
    // The library trusts TLS for an ID token that it fetched itself; a signature also convicts a proxy in between.
    oidc.enableNonRepudiationChecks(client);
    return client;
  }

  /** After an answer that did not hold: perhaps the provider moved. */
  forget({ id }: Provider): void {
    this.known.delete(id);
  }

  private async metadata(provider: Provider): Promise<oidc.ServerMetadata> {
    const now = this.clock.now().getTime();
    const kept = this.known.get(provider.id);
    if (kept && now < kept.until) return kept.metadata;
    const { issuer, clientId, timeout } = provider;
    const found = await oidc.discovery(new URL(issuer), clientId, undefined, oidc.None(), {
      timeout,
      [oidc.customFetch]: boundedFetch,
      execute: isLoopback(provider) ? [oidc.allowInsecureRequests] : [],
    });
    const metadata = structuredClone({ ...found.serverMetadata() }) as oidc.ServerMetadata;
    this.known.set(provider.id, { metadata, until: now + minutes * 60_000 });
    return metadata;
  }
}

const isLoopback = ({ issuer }: Provider): boolean => new URL(issuer).protocol === 'http:';

/** Read once, at the start; what is wrong with it is reported like any other setting. */
function providersOf({ oidcProviders }: Config): Provider[] {
  if (!oidcProviders) return [];
  let text: string;
  try {
    text = readFileSync(oidcProviders, 'utf8');
  } catch {
    throw new ConfigError([{ variable: 'OIDC_PROVIDERS', message: 'names a file that cannot be read' }]);
  }
  const { providers, faults } = readProviders(text, process.env);
  if (faults.length > 0)
    throw new ConfigError(
      faults.map((message) => ({ variable: 'OIDC_PROVIDERS', message: `names a file that ${message}` })),
    );
  return providers;
}
