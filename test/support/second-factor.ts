import { Secret, TOTP } from 'otpauth';
import { sealTotp } from '../../src/second-factor/totp.rules.js';
import type { TestApp } from './app.js';
import type { GivenPerson } from './builders.types.js';

/** What an app on a phone shows at the time of the test; `ahead`: so many half minutes later. */
export const phoneCode = (app: TestApp, secret: string, ahead = 0): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: app.clock.now().getTime() + ahead * 30_000 });

/** Someone set up the second step before the test begins; answers the secret in the phone. */
export async function aSecondFactor(app: TestApp, { accountId }: Pick<GivenPerson, 'accountId'>): Promise<string> {
  const secret = new Secret().base32;
  await app.owner.query('insert into second_factor (account_id, secret, set_at) values ($1, $2, app_now())', [
    accountId,
    sealTotp(app.config.appSecret, accountId, secret),
  ]);
  return secret;
}
