import { readProviders } from './provider-file.rules.js';

const entree = {
  id: 'entree',
  name: 'Entree',
  kind: 'entree',
  issuer: 'https://entree.example',
  clientId: 'dossier',
  clientSecretEnv: 'ENTREE_SECRET',
  schools: ['99AA', '99AB'],
};
const env = { ENTREE_SECRET: 'geheim' };
const faultsOf = (...list: unknown[]): string[] => readProviders(JSON.stringify(list), env).faults;

it('reads a provider, with what its kind brings', () => {
  const surf = {
    ...entree,
    id: 'surfconext',
    kind: 'surfconext',
    clientSecretEnv: undefined,
    clientSecret: 'ook geheim',
    clientAuth: 'post',
    schools: { 'rocvaarlanden.example': '99AC' },
    secondFactor: { acr: ['loa2'] },
    acrValues: 'loa2',
    timeoutSeconds: 3,
  };
  const { providers, faults } = readProviders(JSON.stringify([entree, surf]), env);
  expect(faults).toEqual([]);
  expect(providers).toEqual([
    {
      id: 'entree',
      name: 'Entree',
      issuer: 'https://entree.example',
      clientId: 'dossier',
      clientSecret: 'geheim',
      clientAuth: 'basic',
      scope: 'openid',
      acrValues: null,
      schoolClaim: 'nlEduPersonHomeOrganizationId',
      schools: new Map([
        ['99AA', '99AA'],
        ['99AB', '99AB'],
      ]),
      secondFactor: { acr: [], amr: [] },
      timeout: 5,
    },
    expect.objectContaining({
      clientSecret: 'ook geheim',
      clientAuth: 'post',
      schoolClaim: 'schac_home_organization',
      schools: new Map([['rocvaarlanden.example', '99AC']]),
      secondFactor: { acr: ['loa2'], amr: [] },
      acrValues: 'loa2',
      timeout: 3,
    }),
  ]);
});

it.each<[string, object, string]>([
  ['an id for an address', { id: 'Entree!' }, 'id must be small letters, digits and hyphens'],
  ['a name', { name: '' }, 'name must be a text'],
  ['a kind', { kind: 'saml' }, 'kind must be one of entree, surfconext, other'],
  [
    'https',
    { issuer: 'http://entree.example' },
    'issuer must start with https://, without ? and # (http on this machine only)',
  ],
  [
    'an issuer without a query',
    { issuer: 'https://e.example/?x' },
    'issuer must start with https://, without ? and # (http on this machine only)',
  ],
  [
    'an issuer without a login',
    { issuer: 'https://a@e.example/' },
    'issuer must start with https://, without ? and # (http on this machine only)',
  ],
  [
    'a secret',
    { clientSecretEnv: undefined },
    'must have clientSecret, or clientSecretEnv with the name of a variable',
  ],
  ['one secret', { clientSecret: 'x' }, 'must have clientSecret, or clientSecretEnv with the name of a variable'],
  ['a variable that is set', { clientSecretEnv: 'NIETS' }, 'the variable of clientSecretEnv is not set'],
  ['a way to show the secret', { clientAuth: 'none' }, 'clientAuth must be basic or post'],
  ['openid', { scope: 'profile' }, 'scope must hold openid'],
  ['a claim', { kind: 'other' }, 'schoolClaim must be a text'],
  ['schools', { schools: [] }, 'schools must name the BRIN of each school'],
  ['schools that are texts', { schools: { a: 1 } }, 'schools must name the BRIN of each school'],
  ['lists of what counts', { secondFactor: { acr: 'loa2' } }, 'secondFactor.acr must be a list of texts'],
  ['a time that ends', { timeoutSeconds: 90 }, 'timeoutSeconds must be from 1 to 30'],
  ['no other settings', { clientsecret: 'x' }, 'clientsecret is not a setting'],
])('wants %s', (_, change, fault) => {
  const [, about] = /^provider 1 (?:\([^)]*\): )(.*)$/.exec(faultsOf({ ...entree, ...change })[0] ?? '') ?? [];
  expect(about).toBe(fault);
});

it('says all faults at once, and no secret', () => {
  const faults = faultsOf(entree, { ...entree, clientSecret: 'zeergeheim' }, {}, 7);
  expect(faults.length).toBeGreaterThan(10);
  expect(faults).toContain('has two providers with the id "entree"');
  expect(faults.join()).not.toContain('zeergeheim');
});

it.each(['', '{', '{}', '[]', 'null'])('refuses %p as a file', (text) => {
  expect(readProviders(text, env).faults).toHaveLength(1);
});

it('lets http through on this machine alone', () => {
  expect(faultsOf({ ...entree, issuer: 'http://127.0.0.1:4000' })).toEqual([]);
});
