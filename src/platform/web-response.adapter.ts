import { ExpressAdapter } from '@nestjs/platform-express';
import type { Response as ExpressResponse } from 'express';

/** Express, where a handler may also answer with a web standard Response: that is what a page is. */
export class WebResponseAdapter extends ExpressAdapter {
  override reply(response: ExpressResponse, body: unknown, statusCode?: number): unknown {
    if (!(body instanceof Response)) return super.reply(response, body, statusCode) as unknown;
    return send(response, body);
  }
}

async function send(response: ExpressResponse, answer: Response): Promise<void> {
  const content = Buffer.from(await answer.arrayBuffer());
  if (response.headersSent || response.destroyed) return;
  response.status(answer.status);
  copyHeaders(answer, response);
  if (content.length > 0) response.send(content);
  else response.end();
}

/** In the place of what stood there; cookies one by one, for they do not fit in one header. */
export function copyHeaders(answer: Response, response: ExpressResponse): void {
  answer.headers.forEach((value, name) => {
    if (name === 'set-cookie') response.append(name, value);
    else response.setHeader(name, value);
  });
}
