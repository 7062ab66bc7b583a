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
  // One by one: cookies do not fit in one header.
  answer.headers.forEach((value, name) => response.append(name, value));
  if (content.length > 0) response.send(content);
  else response.end();
}
