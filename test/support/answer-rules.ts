import type { IncomingHttpHeaders } from 'node:http';

/** What came back, however it was asked for. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}
type Rule = (answer: Answer, where: { https: boolean; path: string }) => string | false | undefined;

const one = (value: string | string[] | undefined): string => String(value ?? '');
const isTextual = (type: string): boolean => /^text\/|json|xml|javascript/.test(type);
/** What a browser may keep: files named after their content, and what is the same for everyone. */
const keepable = (path: string, status: number): boolean =>
  status === 200 && (path.startsWith('/assets/') || path === '/api/openapi.json');

function policyFaults(policy: string): string | undefined {
  const directives = new Map(
    policy.split(';').map((part): [string, string[]] => {
      const [name = '', ...values] = part.trim().split(/\s+/);
      return [name, values];
    }),
  );
  const wanted = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  };
  for (const [name, value] of Object.entries(wanted))
    if (directives.get(name)?.join(' ') !== value) return `policy: ${name} is not ${value}`;
  const loose = [...directives.values()].flat().filter((value) => !["'none'", "'self'", "'script'"].includes(value));
  return loose.length > 0 ? `policy allows ${loose.join(' ')}` : undefined;
}

/** Markup that the policy would stop in a browser; here it is not even sent. */
const inline = [
  /<script(?![^>]*\ssrc=)/i,
  /<[a-z][^<>]*\son[a-z]+\s*=/i,
  /<[a-z][^<>]*\sstyle\s*=/i,
  /<style/i,
  /(href|src|action)\s*=\s*["']?\s*javascript:/i,
  /<(iframe|object|embed|base)\b/i,
];

function cookieFault(cookie: string, https: boolean): string | undefined {
  const [pair = '', ...attributes] = cookie.split(/;\s*/);
  const has = (wanted: RegExp): boolean => attributes.some((attribute) => wanted.test(attribute));
  const faults = [
    !has(/^httponly$/i) && 'HttpOnly',
    !has(/^samesite=(lax|strict)$/i) && 'SameSite',
    !has(/^path=\/$/i) && 'Path=/',
    has(/^domain=/i) && 'no Domain',
    https && !has(/^secure$/i) && 'Secure',
    https && !pair.startsWith('__Host-') && '__Host-',
  ].filter(Boolean);
  return faults.length > 0 ? `cookie ${pair.split('=')[0]} lacks ${faults.join(', ')}` : undefined;
}

/** What holds for every answer of the product, whoever asks for what. */
const rules: Rule[] = [
  ({ headers }) => policyFaults(one(headers['content-security-policy'])),
  ({ headers }) => headers['x-content-type-options'] !== 'nosniff' && 'no nosniff',
  ({ headers }) => headers['referrer-policy'] !== 'same-origin' && 'referrer policy',
  ({ headers }) => headers['cross-origin-opener-policy'] !== 'same-origin' && 'opener policy',
  ({ headers }) => headers['cross-origin-resource-policy'] !== 'same-origin' && 'resource policy',
  ({ headers }) =>
    !/camera=\(\).*geolocation=\(\).*microphone=\(\)/.test(one(headers['permissions-policy'])) && 'permissions policy',
  ({ headers }, { https }) => {
    const seconds = Number(
      /^max-age=(\d+); includeSubDomains$/.exec(one(headers['strict-transport-security']))?.[1] ?? 0,
    );
    if (https) return seconds < 31_536_000 && 'no HSTS';
    return headers['strict-transport-security'] !== undefined && 'HSTS over http';
  },
  ({ headers, status }, { path }) =>
    keepable(path, status)
      ? !/^public, max-age=\d+/.test(one(headers['cache-control'])) && 'should be kept'
      : headers['cache-control'] !== 'no-store' && `may be kept: ${one(headers['cache-control'])}`,
  ({ headers, text }) => {
    const type = one(headers['content-type']);
    if (text === '') return false;
    if (type === '') return 'no content type';
    return isTextual(type) && !/;\s*charset=utf-8$/i.test(type) && `no charset: ${type}`;
  },
  ({ headers }) =>
    Object.keys(headers).find((name) =>
      /^(server|via|x-powered-by|x-aspnet.*|x-runtime|access-control-.*)$/.test(name),
    ),
  ({ headers }, { https }) => (headers['set-cookie'] ?? []).map((cookie) => cookieFault(cookie, https)).find(Boolean),
  ({ headers, text }) =>
    one(headers['content-type']).startsWith('text/html') &&
    inline.flatMap((pattern) => pattern.exec(text)?.[0].slice(0, 80) ?? [])[0],
  // A stack, a path of the machine, a table: nothing that helps whoever is looking for a way in.
  ({ text, headers }) =>
    /html|json/.test(one(headers['content-type'])) &&
    /node_modules|\bat [\w.<>]+ \(|\/src\/|select .* from |dsd_app/.exec(text)?.[0] &&
    'tells how it is made',
];

export function answerFaults(answer: Answer, where: { https: boolean; path: string }): string[] {
  return rules.flatMap((rule) => rule(answer, where) || []);
}
