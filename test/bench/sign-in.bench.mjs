// A normal sign-in while a thousand wrong passwords a minute come in from everywhere, each of which costs a real hash.
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { median } from './stage.mjs';

const perMinute = 1000;
const seconds = Number(process.env.BENCH_ATTACK_SECONDS ?? 30);
const password = 'een gewoon wachtwoord 42';

export async function signIn(stage, rich, say) {
  const owner = new pg.Client({ connectionString: rich.urls.ownerUrl });
  await owner.connect();
  const made = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const { rows } = await owner.query(
    `with a as (insert into account (id, login, password_hash, created_at, activated_at)
       select p.id, 'leerling' || p.pupil_number, $1, now(), now() from pupil p where p.account_id is null limit 60 returning id, login)
     update pupil p set account_id = a.id from a where a.id = p.id returning a.login`,
    [made],
  );
  await owner.end();
  const url = await stage.start('./app-server.mjs', rich, { TRUST_PROXY: '1' });
  const attempt = async (username, pass, from) => {
    const begun = performance.now();
    const answer = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
      body: JSON.stringify({ username, password: pass }),
    });
    await answer.arrayBuffer();
    return { status: answer.status, ms: performance.now() - begun };
  };
  const address = () => [10, ...Array.from({ length: 3 }, () => Math.floor(Math.random() * 256))].join('.');
  const logins = rows.map(({ login }) => login);
  const normal = async () => {
    const times = [];
    for (const login of logins.splice(0, seconds)) {
      const { status, ms } = await attempt(login, password, '192.0.2.1');
      if (status !== 201) throw new Error(`a normal sign-in was refused with ${status}`);
      times.push(ms);
      await new Promise((resolve) => setTimeout(resolve, 1000 - Math.min(ms, 900)));
    }
    return times;
  };
  const quiet = [];
  for (let i = 0; i < 10; i++) quiet.push((await attempt(logins[i % 10], password, '192.0.2.1')).ms);
  const tries = [];
  const attack = setInterval(
    () => tries.push(attempt(`niemand${tries.length}`, 'verkeerd geraden', address())),
    60_000 / perMinute,
  );
  const times = await normal();
  clearInterval(attack);
  const answers = await Promise.all(tries);
  const report = {
    tries: answers.length,
    refused: answers.filter(({ status }) => [401, 429, 503].includes(status)).length,
    normal: times.length,
    quietMs: Math.round(median(quiet)),
    p50ms: Math.round(median(times)),
    maxMs: Math.round(Math.max(...times)),
  };
  say(`sign-in under attack: ${JSON.stringify(report)}`);
  return report;
}
