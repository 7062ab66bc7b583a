import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Clock } from '../platform/clock.js';
import { SignInDb } from '../platform/database/sign-in-db.js';
import { tooManyAttempts } from './attempts.errors.js';
import {
  accountWait,
  type Attempts,
  codePace,
  countAtPace,
  countForAccount,
  networkOf,
  networkPace,
  type Pace,
  passwordPace,
  paceWait,
} from './waiting.rules.js';

interface AttemptsRow {
  failures: number;
  last_failure_at: Date;
}
/** What is guessed: the password of a login, or the code of the second step of an account. */
type Guess = 'account' | 'code';
/** Errors of a network: with passwords and codes, or with answers of identity providers, which are another's fault as often. */
type NetworkSort = 'net' | 'sign-on';
const paces: Record<Guess, Pace> = { account: passwordPace, code: codePace };

const keyOf = (kind: string, name: string): Buffer => createHash('sha256').update(`${kind}:${name}`).digest();
const keysOf = (guess: Guess, name: string, ip: string): [here: Buffer, everywhere: Buffer] => [
  keyOf(`${guess} from`, `${networkOf(ip)} ${name}`),
  keyOf(guess, name),
];
const toAttempts = (row: AttemptsRow | undefined): Attempts | undefined =>
  row && { failures: row.failures, lastFailureAt: row.last_failure_at };

/** Counts attempts, by account and network, and leniently by each of them alone. Logins and addresses are stored as digests only. */
@Injectable()
export class AttemptsService {
  constructor(
    private readonly db: SignInDb,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts an attempt as failed before it is tried, so that a hundred guesses at the same moment are a hundred; refuses
   * it where it has to wait. In a transaction that commits before the password is looked at: the request may well fail.
   * Counted per network, so that nobody elsewhere makes the owner of an account wait; and over all networks together, at
   * a pace that a person does not notice.
   */
  async begin(client: PoolClient, guess: Guess, name: string, ip: string): Promise<void> {
    const [here, everywhere] = keysOf(guess, name, ip);
    const now = this.clock.now();
    const network = toAttempts(await this.read(client, keyOf('net', networkOf(ip))));
    const fromHere = await this.lock(client, here, now);
    const fromAnywhere = await this.lock(client, everywhere, now);
    const pace = paces[guess];
    const wait = Math.max(
      accountWait(fromHere, now),
      paceWait(fromAnywhere, now, pace),
      paceWait(network, now, networkPace),
    );
    if (wait > 0) throw tooManyAttempts(wait);
    await this.write(client, here, countForAccount(fromHere, now));
    await this.write(client, everywhere, countAtPace(fromAnywhere, now, pace));
  }

  /** For what has no account yet: refuses a network that made too many errors of this sort. */
  async assertPatient(client: PoolClient, sort: NetworkSort, ip: string): Promise<void> {
    const wait = paceWait(
      toAttempts(await this.read(client, keyOf(sort, networkOf(ip)))),
      this.clock.now(),
      networkPace,
    );
    if (wait > 0) throw tooManyAttempts(wait);
  }

  /** The attempt was wrong: the network has its share in it. */
  async failed(client: PoolClient, ip: string, sort: NetworkSort = 'net'): Promise<void> {
    const key = keyOf(sort, networkOf(ip));
    const now = this.clock.now();
    await this.write(client, key, countAtPace(await this.lock(client, key, now), now, networkPace));
  }

  /** The attempt was right: it was no error, and from here one starts with a clean sheet. */
  async succeeded(client: PoolClient, guess: Guess, name: string, ip: string): Promise<void> {
    const [here, everywhere] = keysOf(guess, name, ip);
    await client.query('delete from sign_in_throttle where key = $1', [here]);
    await this.takeBack(client, [everywhere]);
  }

  /** The attempt was not tried at all, through no fault of whoever made it. */
  async untried(guess: Guess, name: string, ip: string): Promise<void> {
    await this.db.transaction((client) => this.takeBack(client, keysOf(guess, name, ip)));
  }

  private async takeBack(client: PoolClient, keys: Buffer[]): Promise<void> {
    for (const key of keys)
      await client.query('update sign_in_throttle set failures = greatest(failures - 1, 0) where key = $1', [key]);
  }

  private async read(client: PoolClient, key: Buffer): Promise<AttemptsRow | undefined> {
    const found = await client.query<AttemptsRow>(
      'select failures, last_failure_at from sign_in_throttle where key = $1',
      [key],
    );
    return found.rows[0];
  }

  private async lock(client: PoolClient, key: Buffer, now: Date): Promise<Attempts | undefined> {
    const { rowCount } = await client.query(
      'insert into sign_in_throttle (key, failures, last_failure_at) values ($1, 0, $2) on conflict do nothing',
      [key, now],
    );
    // Whoever makes a row clears away those of yesterday: the table cannot be made to grow for ever.
    if (rowCount)
      await client.query('delete from sign_in_throttle where last_failure_at < $1', [
        new Date(now.getTime() - 24 * 3600_000),
      ]);
    const locked = await client.query<AttemptsRow>(
      'select failures, last_failure_at from sign_in_throttle where key = $1 for update',
      [key],
    );
    return toAttempts(locked.rows[0]);
  }

  private async write(client: PoolClient, key: Buffer, { failures, lastFailureAt }: Attempts): Promise<void> {
    await client.query('update sign_in_throttle set failures = $2, last_failure_at = $3 where key = $1', [
      key,
      failures,
      lastFailureAt,
    ]);
  }
}
