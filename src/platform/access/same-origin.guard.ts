import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Config } from '../config.js';
import { bearerToken } from './session-token.js';
import { DomainError } from '../errors/domain-error.js';

/**
 * Cross-site request forgery: browsers say where a request comes from (Fetch Metadata, with Origin as the older
 * fallback; OWASP CSRF cheat sheet). No tokens in forms, nothing to forget. A post that says neither is refused.
 */
@Injectable()
export class SameOriginGuard implements CanActivate {
  constructor(private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return true;
    if (bearerToken(request)) return true; // programs carry no cookie
    if (request.path.startsWith('/api/') && !request.get('cookie')) return true; // nothing to ride on
    const site = request.get('sec-fetch-site');
    const same = site ? site === 'same-origin' || site === 'none' : this.isOurs(request);
    if (!same) throw new DomainError('cross-site', 403);
    return true;
  }

  /** Of an older browser. Where the site is reached by https, a page of the same name over http is another site. */
  private isOurs(request: Request): boolean {
    const origin = request.get('origin') ?? '';
    if (!URL.canParse(origin)) return false;
    const { host, protocol } = new URL(origin);
    return host === request.get('host') && (protocol === 'https:' || !this.config.secureCookies);
  }
}
