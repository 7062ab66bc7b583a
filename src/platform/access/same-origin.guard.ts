import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../errors/domain-error.js';

/**
 * Cross-site request forgery: browsers say where a request comes from (Fetch Metadata, with Origin as the older
 * fallback; OWASP CSRF cheat sheet). No tokens in forms, nothing to forget. A post that says neither is refused.
 */
@Injectable()
export class SameOriginGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return true;
    if (request.get('authorization')?.startsWith('Bearer ')) return true; // programs carry no cookie
    if (request.path.startsWith('/api/') && !request.get('cookie')) return true; // nothing to ride on
    const site = request.get('sec-fetch-site');
    const origin = request.get('origin');
    const same = site ? site === 'same-origin' || site === 'none' : hostOf(origin) === request.get('host');
    if (!same) throw new DomainError('cross-site', 403);
    return true;
  }
}

const hostOf = (origin: string | undefined): string | undefined =>
  origin && URL.canParse(origin) ? new URL(origin).host : '';
