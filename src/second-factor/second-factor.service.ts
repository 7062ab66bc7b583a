import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { StartedSession } from '../accounts/accounts.types.js';
import { type LiveSession, SessionsService } from '../accounts/sessions.service.js';
import type { Actor } from '../platform/access/actor.js';
import { isRecent } from '../platform/access/step-up.rules.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { SignInDb } from '../platform/database/sign-in-db.js';
import { forbidden, notFound, stepUpRequired } from '../platform/errors/domain-error.js';
import { inGroups } from '../platform/readable-code.rules.js';
import { FactorCheckService } from './factor-check.service.js';
import { newRecoveryCodes, recoveryDigest } from './recovery-code.rules.js';
import { enrolmentGone, firstCodeWrong } from './second-factor.errors.js';
import { SecondFactorReader } from './second-factor.reader.js';
import type { FactorSet, NewSecret } from './second-factor.types.js';
import { newTotpSecret, openEnrolment, sealEnrolment, sealTotp, stepOf, totpCode, totpUri } from './totp.rules.js';

const issuer = 'Doorstroomdossier';

/**
 * Setting up, giving, replacing and taking away one's own second step. What changes the session is asked by token and not
 * by actor: the request's own transaction may be writing down that the session was seen, and this one would wait for it.
 */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly db: SignInDb,
    private readonly check: FactorCheckService,
    private readonly reader: SecondFactorReader,
    private readonly sessions: SessionsService,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * A new secret for an app; nothing is stored yet. Whoever has an app already, or needs none, proves first that it is
   * him: a browser that was left open must not hand over the account.
   */
  async newSecret(actor: Actor): Promise<NewSecret> {
    // Of who works at no school nobody could take a lost one away.
    if (actor.kind !== 'staff') throw forbidden();
    const { holder, setAt } = await this.reader.account(actor);
    const first = actor.factor === 'needed' && !setAt;
    if (!first && (actor.factor === 'needed' || !isRecent(actor.provenAt, this.clock.now()))) throw stepUpRequired();
    const secret = newTotpSecret();
    return {
      secret,
      uri: totpUri(secret, issuer, holder.login),
      enrolment: sealEnrolment(this.config.appSecret, holder.accountId, secret, this.clock.now()),
    };
  }

  /** The secret of an enrolment that comes back, so that the page with a wrong first code shows the same one. */
  async sameSecret(token: Buffer | null, enrolment: string): Promise<NewSecret | null> {
    const { holder } = await this.db.transaction((client) => this.sessions.live(client, token));
    const { accountId, login } = holder;
    const secret = openEnrolment(this.config.appSecret, accountId, enrolment, this.clock.now());
    return secret === null ? null : { secret, uri: totpUri(secret, issuer, login), enrolment };
  }

  /** The first code is right: from now on this is the second step. Other sessions end, and so do earlier recovery codes. */
  set(token: Buffer | null, sent: { enrolment: string; code: string }): Promise<FactorSet> {
    return this.db.transaction(async (client) => {
      const session = await this.sessions.live(client, token);
      const { accountId } = session.holder;
      const secret = openEnrolment(this.config.appSecret, accountId, sent.enrolment, this.clock.now());
      if (secret === null) throw enrolmentGone();
      const code = totpCode(sent.code);
      const step = code === null ? null : stepOf(secret, code, this.clock.now());
      if (step === null) throw firstCodeWrong();
      await this.store(client, session, sealTotp(this.config.appSecret, accountId, secret), step);
      const recoveryCodes = await this.makeRecoveryCodes(client, accountId);
      await this.sessions.endAll(client, accountId, session.id);
      await this.sessions.record(client, session.holder, session.holder, { action: 'factor.set' });
      return { started: await this.sessions.prove(client, session), recoveryCodes };
    });
  }

  /** The second step: after signing in, or again for what asks for a fresh proof. */
  async give(token: Buffer | null, code: string, ip: string): Promise<StartedSession> {
    const { holder } = await this.db.transaction((client) => this.sessions.live(client, token));
    return this.check.prove(holder, code, ip, async (client) => {
      // Asked again: meanwhile it may have ended, or gone on under another token.
      return this.sessions.prove(client, await this.sessions.live(client, token));
    });
  }

  /** Takes it away, where no role needs it; where one does, the next request leads to setting up a new one. */
  remove(token: Buffer | null): Promise<void> {
    return this.db.transaction(async (client) => {
      const session = await this.sessions.live(client, token);
      const { accountId } = session.holder;
      this.assertRecent(session);
      const { rowCount } = await client.query('delete from second_factor where account_id = $1', [accountId]);
      if (!rowCount) throw notFound();
      await client.query('delete from recovery_code where account_id = $1', [accountId]);
      await client.query('update session set factor_at = null where id = $1', [session.id]);
      await this.sessions.endAll(client, accountId, session.id);
      await this.sessions.record(client, session.holder, session.holder, { action: 'factor.removed' });
    });
  }

  /** Ten new ones; the earlier ones work no longer. The route asks for a fresh proof. */
  async newRecoveryCodes(actor: Actor): Promise<string[]> {
    const { holder, setAt } = await this.reader.account(actor);
    if (!setAt) throw notFound();
    return this.db.transaction(async (client) => {
      const codes = await this.makeRecoveryCodes(client, holder.accountId);
      await this.sessions.record(client, holder, holder, { action: 'factor.codes-made' });
      return codes;
    });
  }

  private assertRecent({ factorAt }: LiveSession): void {
    if (!factorAt || !isRecent(factorAt, this.clock.now())) throw stepUpRequired();
  }

  /** In place of an earlier one only after a fresh proof: of two browsers that set up at once, the second is asked for it. */
  private async store(client: PoolClient, session: LiveSession, secret: Buffer, step: number): Promise<void> {
    const { accountId } = session.holder;
    const { rowCount } = await client.query(
      `insert into second_factor (account_id, secret, last_step, set_at) values ($1, $2, $3, app_now())
       on conflict (account_id) do nothing`,
      [accountId, secret, step],
    );
    if (rowCount) return;
    this.assertRecent(session);
    await client.query(
      'update second_factor set secret = $2, last_step = $3, set_at = app_now() where account_id = $1',
      [accountId, secret, step],
    );
  }

  private async makeRecoveryCodes(client: PoolClient, accountId: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    await client.query('delete from recovery_code where account_id = $1', [accountId]);
    await client.query(
      'insert into recovery_code (account_id, digest) select $1, d from unnest($2::bytea[]) as x (d)',
      [accountId, codes.map((code) => recoveryDigest(this.config.appSecret, accountId, code))],
    );
    return codes.map(inGroups);
  }
}
