import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import passport from 'passport';
import { Strategy } from 'passport-local';
import { requestToken } from '../platform/access/session-token.js';
import { deviceOf } from '../platform/device.rules.js';
import { Config } from '../platform/config.js';
import { signInFailed } from '../accounts/accounts.errors.js';
import type { Holder, StartedSession, Visit } from '../accounts/accounts.types.js';
import { SignInService } from './sign-in.service.js';

/** Login and password from the body of a form or of JSON. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy) {
  constructor(private readonly signIn: SignInService) {
    super({ passReqToCallback: true });
  }

  validate(request: Request, username: string, password: string): Promise<Holder> {
    return this.signIn.check(username, password, request.ip ?? '');
  }
}

/** Lets a passport strategy say who someone is, and opens the session. */
@Injectable()
export class LocalSignInService {
  constructor(
    private readonly strategy: LocalStrategy,
    private readonly signIn: SignInService,
    private readonly config: Config,
  ) {}

  /** `username` and `password` are in the body and have been validated; perhaps `code`, of the second step. */
  async start(request: Request, code?: string): Promise<StartedSession> {
    return this.signIn.start(await this.authenticate(request), this.visit(request), code);
  }

  visit(request: Request): Visit {
    return {
      ip: request.ip ?? '',
      earlier: requestToken(request, this.config.secureCookies),
      device: deviceOf(request.get('user-agent')),
    };
  }

  private authenticate(request: Request): Promise<Holder> {
    // The strategy and not its name: names are global, and two applications in one process would share one. Of a
    // strategy passport makes no copy, and it hangs the answer of each request on it: so each request gets its own.
    const strategy = Object.create(this.strategy) as LocalStrategy;
    return new Promise((resolve, reject) => {
      const done = (error: unknown, holder?: Holder | false): void => {
        if (holder) resolve(holder);
        else reject(error instanceof Error ? error : signInFailed());
      };
      const authenticate = passport.authenticate(strategy, { session: false }, done) as (
        request: Request,
        response: unknown,
        next: (error: unknown) => void,
      ) => void;
      authenticate(request, request.res, done);
    });
  }
}
