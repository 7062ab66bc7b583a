import { generateKeyPairSync, randomBytes } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface SchoolAccount {
  sub: string;
  brin: string;
  /** How the person signs in there. */
  acr?: string;
  amr?: string[];
}

/** A real identity provider on loopback (oidc-provider), as a school federation has it. */
export interface SchoolProvider {
  issuer: string;
  clientSecret: string;
  /** Who presses the button on its page. */
  person: SchoolAccount;
  /** Whether its page is shown, with a button; else it lets in at once. */
  page: boolean;
  stop(): Promise<void>;
}

export async function startSchoolProvider(clients: { id: string; url: string }[]): Promise<SchoolProvider> {
  const server = http.createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const clientSecret = randomBytes(24).toString('base64url');
  const accounts = new Map<string, SchoolAccount>();
  const school: SchoolProvider = {
    issuer,
    clientSecret,
    person: { sub: 'niemand', brin: '00XX' },
    page: false,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  const provider = new Provider(issuer, {
    clients: clients.map(({ id, url }) => ({
      client_id: 'dossier',
      client_secret: clientSecret,
      redirect_uris: [`${url}/aanmelden/met/${id}/terug`],
      post_logout_redirect_uris: [`${url}/aanmelden`],
    })),
    claims: { openid: ['sub', 'nlEduPersonHomeOrganizationId', 'acr', 'amr', 'auth_time'], auth_time: null },
    acrValues: ['loa1', 'loa2'],
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    jwks: {
      keys: [
        {
          ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
          alg: 'RS256',
          use: 'sig',
          kid: 'school',
        },
      ],
    },
    interactions: { url: (_, { uid }) => `/interactie/${uid}` },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, nlEduPersonHomeOrganizationId: accounts.get(sub)?.brin }),
    }),
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client!.clientId,
        accountId: context.oidc.session!.accountId,
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  const finish = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const { sub, acr = 'loa1', amr = ['pwd'] } = school.person;
    accounts.set(sub, { ...school.person });
    await provider.interactionFinished(request, response, { login: { accountId: sub, acr, amr } });
  };
  server.on('request', (request, response) => {
    const isInteraction = request.url?.startsWith('/interactie/');
    if (!isInteraction) return void callback(request, response);
    if (school.page && request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      return void response.end(
        `<!DOCTYPE html><title>School</title><form method="post"><button>Log in bij de school</button></form>`,
      );
    }
    finish(request, response).catch(() => response.destroy());
  });
  return school;
}
