import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What this issuer says that is not so, or does that it should not. */
export interface Lies {
  /** In place of what is right in the ID token; undefined leaves a claim out. */
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  /** How the token is signed. */
  signature?: 'none' | 'hs256' | 'tampered' | 'unpublished';
  /** In place of `iss` in the answer that the browser carries. */
  iss?: string;
  /** In the answer that the browser carries, in place of a code. */
  error?: string;
  /** Added to or in place of the metadata. */
  metadata?: Record<string, unknown>;
  /** The whole answer of the token endpoint. */
  token?: { status?: number; type?: string; body: string };
  userinfo?: Record<string, unknown>;
  /** Answers so late, in milliseconds, at these paths. */
  slow?: { path: string; ms: number };
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A small identity provider on loopback that says whatever a test wants: real ones do not lie. */
export class LyingIssuer {
  lies: Lies = {};
  /** Who signs in. */
  person: { sub: string; claims: Record<string, unknown> } = { sub: 'iemand', claims: {} };
  readonly clientSecret = 'geheim-van-de-leugenaar';
  /** Every request, as `path`. */
  readonly asked: string[] = [];
  private keys: { kid: string; privateKey: KeyObject }[] = [newKey()];
  /** Made beforehand: making one takes longer than some wait for an answer. */
  private readonly unpublished = newKey();
  private readonly codes = new Map<string, URLSearchParams>();

  private constructor(private readonly server: http.Server) {}

  static async start(): Promise<LyingIssuer> {
    const server = http.createServer();
    const issuer = new LyingIssuer(server);
    server.on('request', (request, response) => {
      issuer.answer(request, response).catch(() => response.destroy());
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return issuer;
  }

  get issuer(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  /** A new signing key; the old one is published no longer. */
  rotate(): void {
    this.keys = [newKey(), ...this.keys];
  }
  /** Signs with the key before the present one. */
  signOld = false;

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.issuer);
    this.asked.push(url.pathname);
    const { slow } = this.lies;
    if (slow && slow.path === url.pathname) await sleep(slow.ms);
    const json = (body: unknown, status = 200): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(this.metadata());
      case '/jwks':
        return json({ keys: this.keys.slice(0, 1).map(({ kid, privateKey }) => publicJwk(kid, privateKey)) });
      case '/authorize':
        return this.authorize(url.searchParams, response);
      case '/token':
        return this.token(new URLSearchParams(await textOf(request)), response, json);
      case '/userinfo':
        return json({ sub: this.person.sub, ...this.person.claims, ...this.lies.userinfo });
      default:
        return json({ error: 'not_found' }, 404);
    }
  }

  private metadata(): object {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/jwks`,
      userinfo_endpoint: `${this.issuer}/userinfo`,
      end_session_endpoint: `${this.issuer}/end`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      authorization_response_iss_parameter_supported: true,
      code_challenge_methods_supported: ['S256'],
      ...this.lies.metadata,
    };
  }

  private authorize(asked: URLSearchParams, response: http.ServerResponse): void {
    const code = randomUUID();
    this.codes.set(code, asked);
    const back = new URL(asked.get('redirect_uri')!);
    back.searchParams.set('state', asked.get('state')!);
    back.searchParams.set('iss', this.lies.iss ?? this.issuer);
    if (this.lies.error) back.searchParams.set('error', this.lies.error);
    else back.searchParams.set('code', code);
    response.writeHead(302, { location: back.href });
    response.end();
  }

  private token(
    sent: URLSearchParams,
    response: http.ServerResponse,
    json: (body: unknown, status?: number) => void,
  ): void {
    const asked = this.codes.get(sent.get('code') ?? '');
    this.codes.delete(sent.get('code') ?? '');
    if (this.lies.token) {
      const { status = 200, type = 'application/json', body } = this.lies.token;
      response.writeHead(status, { 'content-type': type });
      return void response.end(body);
    }
    if (!asked) return json({ error: 'invalid_grant' }, 400);
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.issuer,
      aud: asked.get('client_id'),
      nonce: asked.get('nonce'),
      sub: this.person.sub,
      iat: now,
      exp: now + 300,
      ...this.person.claims,
      ...this.lies.claims,
    };
    json({ access_token: 'x', token_type: 'Bearer', expires_in: 300, id_token: this.sign(claims) });
  }

  private sign(claims: object): string {
    const { signature } = this.lies;
    const key = signature === 'unpublished' ? this.unpublished : this.keys[this.signOld ? 1 : 0]!;
    const alg = signature === 'none' ? 'none' : signature === 'hs256' ? 'HS256' : 'RS256';
    const signed = `${encode({ alg, kid: key.kid, typ: 'JWT', ...this.lies.header })}.${encode(claims)}`;
    if (signature === 'none') return `${signed}.`;
    if (signature === 'hs256')
      return `${signed}.${createHmac('sha256', this.clientSecret).update(signed).digest('base64url')}`;
    const real = sign('RSA-SHA256', Buffer.from(signed), key.privateKey);
    if (signature === 'tampered') real[7]! ^= 1;
    return `${signed}.${real.toString('base64url')}`;
  }
}

const newKey = (): { kid: string; privateKey: KeyObject } => ({
  kid: randomUUID(),
  privateKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
});
const publicJwk = (kid: string, key: KeyObject): object => ({
  ...createPublicKey(key).export({ format: 'jwk' }),
  kid,
  alg: 'RS256',
  use: 'sig',
});

async function textOf(request: http.IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
