import type { Provider } from './single-sign-on.types.js';

type Json = Record<string, unknown>;

/** What the two Dutch federations call things. */
const kinds = {
  entree: { schoolClaim: 'nlEduPersonHomeOrganizationId' },
  surfconext: { schoolClaim: 'schac_home_organization' },
  other: { schoolClaim: '' },
} as const;
const known = new Set([
  'id',
  'name',
  'kind',
  'issuer',
  'clientId',
  'clientSecret',
  'clientSecretEnv',
  'clientAuth',
  'scope',
  'acrValues',
  'schoolClaim',
  'schools',
  'secondFactor',
  'timeoutSeconds',
]);
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** Reads the file with providers; says everything that is wrong with it at once, and never a value of a secret. */
export function readProviders(
  text: string,
  env: Partial<Record<string, string>>,
): { providers: Provider[]; faults: string[] } {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return { providers: [], faults: ['is not JSON'] };
  }
  if (!Array.isArray(list) || list.length === 0)
    return { providers: [], faults: ['must be a list of providers: [{…}]'] };
  const read = list.map((one: unknown, n) => readProvider(isObject(one) ? one : {}, n, env));
  const ids = read.map(({ provider }) => provider.id);
  const twice = ids.filter((id, n) => ids.indexOf(id) !== n).map((id) => `has two providers with the id "${id}"`);
  return {
    providers: read.map(({ provider }) => provider),
    faults: [...read.flatMap(({ faults }) => faults), ...twice],
  };
}

function readProvider(
  one: Json,
  n: number,
  env: Partial<Record<string, string>>,
): { provider: Provider; faults: string[] } {
  const faults: string[] = [];
  const at = `provider ${n + 1}${typeof one.id === 'string' ? ` (${one.id})` : ''}`;
  const fault = (about: string): void => void faults.push(`${at}: ${about}`);
  const text = (name: string, byDefault?: string): string => {
    const value = one[name] ?? byDefault;
    if (typeof value === 'string' && value !== '') return value;
    fault(`${name} must be a text`);
    return '';
  };
  for (const name of Object.keys(one)) if (!known.has(name)) fault(`${name} is not a setting`);
  const kind = one.kind as keyof typeof kinds;
  if (!Object.hasOwn(kinds, kind ?? '')) fault(`kind must be one of ${Object.keys(kinds).join(', ')}`);
  const id = text('id');
  if (id && !/^[a-z0-9-]{1,40}$/.test(id)) fault('id must be small letters, digits and hyphens');
  const issuer = text('issuer');
  if (issuer && !isIssuer(issuer))
    fault('issuer must start with https://, without ? and # (http on this machine only)');
  const clientAuth = one.clientAuth ?? 'basic';
  if (clientAuth !== 'basic' && clientAuth !== 'post') fault('clientAuth must be basic or post');
  const timeout = one.timeoutSeconds ?? 5;
  if (typeof timeout !== 'number' || !(timeout >= 1 && timeout <= 30)) fault('timeoutSeconds must be from 1 to 30');
  const provider: Provider = {
    id,
    name: text('name'),
    issuer,
    clientId: text('clientId'),
    clientSecret: readSecret(one, env, fault),
    clientAuth: clientAuth === 'post' ? 'post' : 'basic',
    scope: text('scope', 'openid'),
    acrValues: one.acrValues === undefined ? null : text('acrValues'),
    schoolClaim: text('schoolClaim', kinds[kind]?.schoolClaim),
    schools: readSchools(one.schools, fault),
    secondFactor: readFactor(one.secondFactor, fault),
    timeout: typeof timeout === 'number' ? timeout : 5,
  };
  if (!provider.scope.split(' ').includes('openid')) fault('scope must hold openid');
  return { provider, faults };
}

/** In the file, or under the name of an environment variable, so that the file holds no secret. */
function readSecret(one: Json, env: Partial<Record<string, string>>, fault: (about: string) => void): string {
  const { clientSecret, clientSecretEnv } = one;
  if ((clientSecret === undefined) === (clientSecretEnv === undefined)) {
    fault('must have clientSecret, or clientSecretEnv with the name of a variable');
    return '';
  }
  const secret = typeof clientSecretEnv === 'string' ? env[clientSecretEnv]?.trim() : clientSecret;
  if (typeof secret === 'string' && secret !== '') return secret;
  fault(clientSecretEnv === undefined ? 'clientSecret must be a text' : 'the variable of clientSecretEnv is not set');
  return '';
}

/** `["99AA", "99AB"]`, or `{ "rocvaarlanden.nl": "99AC" }` where the claim says something else than a BRIN. */
function readSchools(schools: unknown, fault: (about: string) => void): ReadonlyMap<string, string> {
  const pairs = Array.isArray(schools)
    ? schools.map((brin: unknown) => [brin, brin] as const)
    : isObject(schools)
      ? Object.entries(schools)
      : [];
  const good = pairs.filter((pair): pair is [string, string] => pair.every((part) => typeof part === 'string' && part));
  if (pairs.length === 0 || good.length < pairs.length) fault('schools must name the BRIN of each school');
  return new Map(good);
}

function readFactor(value: unknown, fault: (about: string) => void): Provider['secondFactor'] {
  if (value === undefined) return { acr: [], amr: [] };
  const list = (name: string): readonly string[] => {
    const found = isObject(value) ? (value[name] ?? []) : undefined;
    if (Array.isArray(found) && found.every((one) => typeof one === 'string' && one !== '')) return found as string[];
    fault(`secondFactor.${name} must be a list of texts`);
    return [];
  };
  return { acr: list('acr'), amr: list('amr') };
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  const safe = protocol === 'https:' || (protocol === 'http:' && loopback.includes(hostname));
  return safe && search === '' && hash === '' && username === '';
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
