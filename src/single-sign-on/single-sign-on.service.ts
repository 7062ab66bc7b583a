import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import * as oidc from 'openid-client';
import { AttemptsService } from '../attempts/attempts.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { SignInDb } from '../platform/database/sign-in-db.js';
import { type Begun, OidcStrategy } from './oidc-strategy.service.js';
import { ProviderDirectory } from './provider-directory.service.js';
import { type Flow, maxAgeOf, openStep, sealStep, stateDigest, type Steps } from './sealed-step.rules.js';
import { SignOnRefused } from './single-sign-on.errors.js';
import type { Identity, Purpose } from './single-sign-on.types.js';

/** What a browser keeps in a cookie, sealed. */
export interface Kept {
  value: string;
  /** In seconds. */
  maxAge: number;
}

/** To a provider and back. Who comes back is somebody there; whether he is somebody here is asked of the identities. */
@Injectable()
export class SingleSignOnService {
  constructor(
    private readonly directory: ProviderDirectory,
    private readonly strategy: OidcStrategy,
    private readonly attempts: AttemptsService,
    private readonly db: SignInDb,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Before an account is linked: its own page says so, and only a form of that page gets here. */
  intend(actor: Actor): Kept {
    return this.keep('intent', { sessionId: actor.sessionId });
  }

  /** What a link to a provider is for: linking, where this browser kept the intent; else signing in. */
  purpose(kept: string | undefined, links: boolean, returnTo?: string): Purpose {
    if (!links) return { to: 'sign-in', returnTo };
    const intent = openStep(this.config.appSecret, 'intent', kept, this.clock.now());
    if (!intent) throw new SignOnRefused('begun-elsewhere');
    return { to: 'link', ...intent };
  }

  /** Where to send the browser, and what to keep in it until it comes back. `afresh`: the person signs in there anew. */
  async begin(
    request: Request,
    providerId: string,
    purpose: Purpose,
    afresh = false,
  ): Promise<{ to: URL; kept: Kept }> {
    const provider = this.directory.provider(providerId);
    const { to, flow } = await this.run<Begun>(request, { provider, begin: { purpose, afresh } });
    return { to, kept: this.keep('flow', flow) };
  }

  /** The answer that came with the browser, held against what the browser kept. */
  async finish(
    request: Request,
    providerId: string,
    kept: string | undefined,
  ): Promise<{ identity: Identity; purpose: Purpose }> {
    const provider = this.directory.provider(providerId);
    const flow = openStep(this.config.appSecret, 'flow', kept, this.clock.now());
    const ip = request.ip ?? '';
    await this.db.transaction((client) => this.attempts.assertPatient(client, 'sign-on', ip));
    try {
      if (!flow || flow.provider !== provider.id || !(await this.firstUse(flow)))
        throw new SignOnRefused('begun-elsewhere');
      return { identity: await this.run<Identity>(request, { provider, flow }), purpose: flow.purpose };
    } catch (error) {
      await this.db.transaction((client) => this.attempts.failed(client, ip, 'sign-on'));
      throw error;
    }
  }

  /** Someone whom we do not know yet, until he typed the code of his letter. */
  keepUnknown(identity: Identity): Kept {
    const { factorAt, authenticatedAt } = identity;
    const times = { factorAt: factorAt?.getTime() ?? null, authenticatedAt: authenticatedAt?.getTime() ?? null };
    return this.keep('unknown', { ...identity, ...times });
  }

  /** What a browser kept of someone whom we do not know yet. */
  unknown(kept: string | undefined): Identity | null {
    const found = openStep(this.config.appSecret, 'unknown', kept, this.clock.now());
    const date = (time: number | null): Date | null => (time === null ? null : new Date(time));
    return found && { ...found, factorAt: date(found.factorAt), authenticatedAt: date(found.authenticatedAt) };
  }

  /** Where one signs out at the provider too, if it has a place for that. */
  async signOutUrl(providerId: string, backTo: string): Promise<URL | null> {
    const client = await this.directory.client(this.directory.provider(providerId)).catch(() => null);
    if (!client?.serverMetadata().end_session_endpoint) return null;
    return oidc.buildEndSessionUrl(client, { post_logout_redirect_uri: backTo });
  }

  private keep<K extends keyof Steps>(kind: K, step: Steps[K]): Kept {
    return { value: sealStep(this.config.appSecret, kind, step, this.clock.now()), maxAge: maxAgeOf(kind) };
  }

  /** What was begun ends once, whatever the provider thinks of a code that comes twice. */
  private async firstUse(flow: Flow): Promise<boolean> {
    return this.db.transaction(async (client) => {
      await client.query(`delete from used_sign_on where at < app_now() - interval '1 hour'`);
      const { rowCount } = await client.query(
        'insert into used_sign_on (digest, at) values ($1, app_now()) on conflict do nothing',
        [stateDigest(flow)],
      );
      return rowCount === 1;
    });
  }

  /** As passport runs it: on a copy of the strategy, on which the outcomes of this one request are hung. */
  private run<T>(request: Request, options: Parameters<OidcStrategy['authenticate']>[1]): Promise<T> {
    return new Promise((resolve, reject) => {
      const strategy = Object.create(this.strategy) as OidcStrategy;
      strategy.success = (result: unknown) => resolve(result as T);
      strategy.error = reject;
      strategy.authenticate(request, options);
    });
  }
}
