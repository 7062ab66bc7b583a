import type { ServerResponse } from 'node:http';
import type { WebRequest } from './view.js';

const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; " +
    "require-trusted-types-for 'script'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'permissions-policy':
    'bluetooth=(), camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
  // What may be kept says so itself (the assets, the API document).
  'cache-control': 'no-store',
};

type Middleware = (request: WebRequest, response: ServerResponse, next: () => void) => void;

/**
 * `app.use(webSecurity({ https }))`: headers on every answer (no inline script or style is needed anywhere), and whether
 * cookies of pages are Secure. Browsers ignore HSTS over http, so it is only sent where the site is reached by https.
 */
export function webSecurity({ https }: { https: boolean }): Middleware {
  const all = https ? { ...headers, 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : headers;
  return (request, response, next) => {
    request.https = https;
    for (const [name, value] of Object.entries(all)) response.setHeader(name, value);
    next();
  };
}
