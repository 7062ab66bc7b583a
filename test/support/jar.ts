import net from 'node:net';

export interface Seen {
  status: number;
  /** Where the last answer came from. */
  url: URL;
  text: string;
  headers: Headers;
}

/** A browser without pages: keeps cookies per host, follows redirects, and says where it comes from. */
export class Jar {
  private readonly cookies = new Map<string, Map<string, string>>();

  /** To `to`, and on to wherever the answers lead; `stop` says at which address not to go on. */
  async go(
    to: string | URL,
    fields?: Record<string, string>,
    stop: (next: URL) => boolean = () => false,
  ): Promise<Seen> {
    let url = new URL(to);
    let body = fields && new URLSearchParams(fields);
    for (let hops = 0; hops < 20; hops++) {
      const response = await fetch(url, {
        method: body ? 'POST' : 'GET',
        body,
        redirect: 'manual',
        headers: {
          cookie: this.cookieFor(url),
          'sec-fetch-site': 'same-origin',
          'user-agent': 'Firefox/140.0 Windows',
        },
      });
      for (const cookie of response.headers.getSetCookie()) this.keep(url, cookie);
      const text = await response.text();
      const location = response.headers.get('location');
      const next = location ? new URL(location, url) : undefined;
      if (!next || stop(next)) return { status: response.status, url: next ?? url, text, headers: response.headers };
      url = next;
      body = undefined;
    }
    throw new Error(`redirects without end at ${url.pathname}`);
  }

  cookie(host: string, name: string): string | undefined {
    return this.cookies.get(host)?.get(name);
  }
  set(host: string, name: string, value: string): void {
    this.of(host).set(name, value);
  }

  private keep(url: URL, header: string): void {
    const [pair = '', ...attributes] = header.split(/;\s*/);
    const at = pair.indexOf('=');
    const gone = attributes.some((one) => /^max-age=0$/i.test(one) || /^expires=thu, 01 jan 1970/i.test(one));
    if (gone || at === pair.length - 1) this.of(url.host).delete(pair.slice(0, at));
    else this.of(url.host).set(pair.slice(0, at), pair.slice(at + 1));
  }
  private cookieFor(url: URL): string {
    return [...this.of(url.host)].map(([name, value]) => `${name}=${value}`).join('; ');
  }
  private of(host: string): Map<string, string> {
    const found = this.cookies.get(host) ?? new Map<string, string>();
    this.cookies.set(host, found);
    return found;
  }
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
