import { createHmac } from 'node:crypto';
import { Secret } from 'otpauth';
import type pg from 'pg';
import { sealTotp, unsealTotp } from './totp.rules.js';

/** Made of this installation's own secret: the same at each start, and nowhere in the source. */
const knownSecret = (appSecret: string, login: string): string => {
  const { buffer } = new Uint8Array(createHmac('sha256', appSecret).update(`demo second factor ${login}`).digest());
  return new Secret({ buffer: buffer.slice(0, 20) }).base32;
};

/**
 * For the demo, as the owner of its database: a second step with a known secret for those of these logins who need one, so
 * that trying out does not begin with a phone. Answers the secrets; not of who set up another one meanwhile.
 */
export async function giveKnownFactors(
  owner: pg.Client,
  appSecret: string,
  logins: readonly string[],
): Promise<Map<string, string>> {
  const { rows: needed } = await owner.query<{ id: string; login: string }>(
    `select a.id, a.login from account a join person p on p.account_id = a.id
      where a.login = any($1) and exists (select from role_assignment r
             where r.person_id = p.id and r.role = any(factor_roles()))`,
    [logins],
  );
  await owner.query(
    `insert into second_factor (account_id, secret, set_at)
     select id, secret, app_now() from unnest($1::uuid[], $2::bytea[]) as x (id, secret) on conflict do nothing`,
    [needed.map(({ id }) => id), needed.map(({ id, login }) => sealTotp(appSecret, id, knownSecret(appSecret, login)))],
  );
  const { rows: there } = await owner.query<{ id: string; secret: Buffer }>(
    'select account_id as id, secret from second_factor where account_id = any($1)',
    [needed.map(({ id }) => id)],
  );
  const sealed = new Map(there.map(({ id, secret }) => [id, secret]));
  return new Map(
    needed.flatMap(({ id, login }) => {
      const secret = knownSecret(appSecret, login);
      return unsealTotp(appSecret, id, sealed.get(id)!) === secret ? [[login, secret] as const] : [];
    }),
  );
}
