import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { Holder, StartedSession, Visit } from '../accounts/accounts.types.js';
import { SessionsService } from '../accounts/sessions.service.js';
import { PasswordHasher } from './password-hasher.service.js';
import { passwordFault } from './password.rules.js';
import { passwordRefused } from './sign-in.errors.js';

/** A password that someone chose who proved with a code that he may; how it is set depends on the code. */
@Injectable()
export class NewPasswordService {
  constructor(
    private readonly hasher: PasswordHasher,
    private readonly sessions: SessionsService,
  ) {}

  /** Refuses what others would guess; before a code is used up. */
  check(password: string, login = ''): void {
    const fault = passwordFault(password, login);
    if (fault) throw passwordRefused(fault);
  }

  hash(password: string): Promise<string> {
    return this.hasher.hash(password);
  }

  /** Whatever was open under the account ends, and so does what the browser had; a session of his own begins. */
  async signIn(client: PoolClient, holder: Holder, { earlier, device }: Visit): Promise<StartedSession> {
    await this.sessions.endAll(client, holder.accountId);
    if (earlier) await this.sessions.end(client, earlier);
    return this.sessions.open(client, holder, device);
  }
}
