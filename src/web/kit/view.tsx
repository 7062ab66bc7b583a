import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { createContext, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { renderToString } from 'preact-render-to-string';
import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from '../../platform/access/actor.js';
import type { Args, MessageKey, Params } from '../i18n/message.types.js';
import { isMessageKey, type Locale, locales, translator, type Translator } from '../i18n/translator.js';

/** The little of a request that a page needs. */
export interface WebRequest {
  method: string;
  url: string;
  originalUrl?: string;
  headers: IncomingHttpHeaders;
  actor?: Actor;
  /** Set by webSecurity: the site is reached over https, so cookies are Secure. */
  https?: boolean;
}
export interface Flash {
  key: MessageKey;
  params?: Params;
}

/** What a page knows about the request that it answers; made per request by @WebView(). */
export class View {
  readonly locale: Locale;
  /** Path with the query, and without. */
  readonly url: string;
  readonly path: string;
  readonly user?: Actor;
  readonly flash?: Flash;
  readonly words: Translator;

  constructor(
    private readonly request: WebRequest,
    locale?: Locale,
  ) {
    const cookies = readCookies(request.headers.cookie);
    this.user = request.actor;
    this.locale = locale ?? chosenLocale(cookies.get(this.cookieName('taal')), this.user);
    this.words = translator(this.locale);
    this.url = request.originalUrl ?? request.url;
    this.path = this.url.split('?', 1)[0] ?? '/';
    this.flash = decodeFlash(cookies.get(this.flashCookie));
  }

  /** Where to come back to: a form cannot be asked for again with GET, the page that it stood on can. */
  get returnPath(): string {
    return returnPathOf(this.request);
  }

  /** What was searched by, as it stands sealed in the address of this page; for links that go on with it. */
  get searched(): string | undefined {
    return new URLSearchParams(this.url.split('?')[1]).get('words') ?? undefined;
  }

  get t(): Translator['t'] {
    return this.words.t;
  }
  get text(): Translator['text'] {
    return this.words.text;
  }
  get date(): Translator['date'] {
    return this.words.date;
  }

  /** The same request in another language: pages that are not translated are Dutch as a whole. */
  in(locale: Locale): View {
    return locale === this.locale ? this : new View(this.request, locale);
  }

  /** The whole document as a string. */
  render(page: VNode): string {
    return '<!DOCTYPE html>' + renderToString(<ViewContext.Provider value={this}>{page}</ViewContext.Provider>);
  }

  /** Answers with a page; a flash message is shown once. */
  page(page: VNode, status = 200): Response {
    const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    if (this.flash) headers.append('set-cookie', this.cookie(this.flashCookie, '', 0));
    return new Response(this.render(page), { status, headers });
  }

  /** Post/redirect/get: 303 to a path of this site, with a message for the next page. */
  redirect<K extends MessageKey>(to: string, ...[key, params]: [] | [K, ...Args<K>]): Response {
    const headers = new Headers({ location: localPath(to) ?? '/', 'cache-control': 'no-store' });
    if (key) headers.append('set-cookie', this.cookie(this.flashCookie, encodeFlash({ key, params }), 60));
    return new Response(null, { status: 303, headers });
  }

  /** Remembers the language of a pupil or guardian for a year. */
  redirectIn(locale: Locale, to: string): Response {
    const answer = this.redirect(to);
    answer.headers.append('set-cookie', this.cookie(this.cookieName('taal'), locale, 365 * 24 * 3600));
    return answer;
  }

  private get flashCookie(): string {
    return this.cookieName('flash');
  }
  /** Browsers accept the __Host- prefix only over https. */
  private cookieName(name: string): string {
    return this.request.https ? `__Host-${name}` : name;
  }
  private cookie(name: string, value: string, maxAge: number): string {
    return `${name}=${value}; Max-Age=${maxAge}; Path=/; HttpOnly; SameSite=Lax${this.request.https ? '; Secure' : ''}`;
  }
}

/** Staff pages are Dutch; pupils and guardians choose, and so does who has yet to sign in. */
function chosenLocale(chosen: string | undefined, user?: Actor): Locale {
  if (user?.kind === 'staff') return 'nl';
  return locales.find((locale) => locale === chosen) ?? 'nl';
}

function readCookies(header = ''): Map<string, string> {
  return new Map(
    header.split(/;\s*/).map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/**
 * A path of this site, or undefined: `//elsewhere`, `/\elsewhere` and whole addresses are not. For every place that
 * redirects to where a visitor says he came from.
 */
export function localPath(to: unknown): string | undefined {
  return typeof to === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(to) ? to : undefined;
}

/** The address of a page; for a form that was sent, that of the page it stood on. */
export function returnPathOf(request: WebRequest): string {
  if (request.method === 'GET') return localPath(request.originalUrl ?? request.url) ?? '/';
  const { referer, host } = request.headers;
  if (!referer || !URL.canParse(referer)) return '/';
  const from = new URL(referer);
  return from.host === host ? (localPath(from.pathname + from.search) ?? '/') : '/';
}

const encodeFlash = (flash: { key: string; params?: Params }): string =>
  Buffer.from(JSON.stringify(flash)).toString('base64url');

/** The cookie comes back from a browser, so it is read as what it is: input. */
function decodeFlash(value?: string): Flash | undefined {
  if (!value) return undefined;
  try {
    const found = JSON.parse(Buffer.from(value, 'base64url').toString()) as Partial<Record<'key' | 'params', unknown>>;
    if (typeof found.key !== 'string' || !isMessageKey(found.key)) return undefined;
    const params = Object.entries(found.params ?? {}).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    );
    return { key: found.key, params: Object.fromEntries(params) };
  } catch {
    return undefined;
  }
}

export const ViewContext = createContext<View | undefined>(undefined);
/** const { t, date } = useView(), in any component. */
export function useView(): View {
  const view = useContext(ViewContext);
  if (!view) throw new Error('A page is rendered by View.page().');
  return view;
}

/** `@WebView() view: View` in a controller of pages. */
export const WebView = createParamDecorator(
  (_: unknown, context: ExecutionContext) => new View(context.switchToHttp().getRequest<WebRequest>()),
);
