import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { RequestHandler } from 'express';

const patienceMs = 10_000;

/** Stops without breaking off what is under way: no new work, what runs may finish, and after a while that is it. */
@Injectable()
export class Drain implements BeforeApplicationShutdown {
  private draining = false;
  constructor(private readonly host: HttpAdapterHost) {}

  /** Tells the balancer to go elsewhere, and each client not to keep its connection. */
  readonly middleware: RequestHandler = (request, response, next) => {
    if (!this.draining) return next();
    response.setHeader('connection', 'close');
    if (request.path === '/readyz') return void response.status(503).json({ status: 'stopping' });
    next();
  };

  beforeApplicationShutdown(): void {
    this.draining = true;
    const server = this.host.httpAdapter.getHttpServer() as Server;
    // Runs beside Nest's own close of the server, which waits for as long as a connection is open.
    void letGo(server);
  }
}

async function letGo(server: Server): Promise<void> {
  for (let waited = 0; waited < patienceMs; waited += 50) {
    server.closeIdleConnections();
    await sleep(50, undefined, { ref: false });
  }
  server.closeAllConnections();
}
