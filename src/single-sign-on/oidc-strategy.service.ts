import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import * as oidc from 'openid-client';
import passport from 'passport';
import { Clock } from '../platform/clock.js';
import { brinOf, isSubject, namesSchool, provenAt } from './claims.rules.js';
import { ProviderDirectory } from './provider-directory.service.js';
import { refusalOf } from './refusal.rules.js';
import type { Flow } from './sealed-step.rules.js';
import { SignOnRefused } from './single-sign-on.errors.js';
import type { Identity, Provider, Purpose } from './single-sign-on.types.js';

export interface Begun {
  to: URL;
  flow: Flow;
}
interface Options {
  provider: Provider;
  /** At the start: what for, and whether the person has to sign in there afresh. */
  begin?: { purpose: Purpose; afresh: boolean };
  /** At the end: what was begun. */
  flow?: Flow;
}

/** Asked for a fresh proof, a provider has so long to get it, in seconds. */
const freshFor = 600;

/**
 * A passport strategy over the functions of openid-client. Not the one that comes with that library: it wants a session
 * before anyone has one, sends `state` and `nonce` only to providers that do not say they know PKCE, and takes the address
 * of the answer from the request's Host.
 */
@Injectable()
export class OidcStrategy extends passport.Strategy {
  name = 'oidc';

  constructor(
    private readonly directory: ProviderDirectory,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Begins, or with the answer of a provider in the address ends with who it is. */
  override authenticate(request: Request, options: Options): void {
    const work = options.flow ? this.finish(request, options.provider, options.flow) : this.begin(options);
    work.catch((error: unknown) =>
      this.error(error instanceof SignOnRefused ? error : this.refuse(options.provider, error)),
    );
  }

  private async begin({ provider, begin }: Options): Promise<void> {
    const client = await this.directory.client(provider);
    const { purpose, afresh } = begin!;
    const flow: Flow = {
      provider: provider.id,
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
      purpose,
      ...(afresh ? { maxAge: freshFor } : {}),
    };
    const to = oidc.buildAuthorizationUrl(client, {
      redirect_uri: this.directory.redirectUri(provider),
      scope: provider.scope,
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
      ...(provider.acrValues ? { acr_values: provider.acrValues } : {}),
      ...(afresh ? { prompt: 'login', max_age: String(freshFor) } : {}),
    });
    this.success({ to, flow } satisfies Begun);
  }

  private async finish(request: Request, provider: Provider, flow: Flow): Promise<void> {
    const client = await this.directory.client(provider);
    const answer = new URL(this.directory.redirectUri(provider));
    answer.search = new URL(request.originalUrl, answer).search;
    const tokens = await oidc.authorizationCodeGrant(client, answer, {
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.verifier,
      maxAge: flow.maxAge,
      idTokenExpected: true,
    });
    const token = tokens.claims()!;
    if (!isSubject(token.sub)) throw new SignOnRefused('untrusted', 'subject');
    const more =
      !namesSchool(token, provider) && client.serverMetadata().userinfo_endpoint
        ? await oidc.fetchUserInfo(client, tokens.access_token, token.sub)
        : {};
    // What was signed goes before what was only fetched.
    const brin = brinOf({ ...more, ...token }, provider);
    if (brin === null) throw new SignOnRefused('school');
    this.success({
      provider: provider.id,
      issuer: token.iss,
      subject: token.sub,
      brin,
      ...provenAt(token, provider, this.clock.now()),
    } satisfies Identity);
  }

  private refuse(provider: Provider, error: unknown): SignOnRefused {
    this.directory.forget(provider);
    const { reason, detail } = refusalOf(error);
    return new SignOnRefused(reason, detail);
  }
}
