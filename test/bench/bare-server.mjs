// The measure: node:http and pg, the same SQL in the same kind of transaction, prepared, and no framework.
// Same session lookup, context, audit row with its HMAC and pool size; JSON in, JSON out.
import { createHash, randomUUID } from 'node:crypto';
import http from 'node:http';
import pg from 'pg';
import { cardSql } from '../../dist/src/dossier/profile.reader.js';
import { timelineSql } from '../../dist/src/lob/lob.reader.js';
import { logForGroupSql } from '../../dist/src/lob/lob.service.js';

const { APP_URL, AUDIT_KEY, POOL_SIZE } = process.env;
const key = Buffer.from(AUDIT_KEY, 'base64');
const pool = new pg.Pool({ connectionString: APP_URL, max: Number(POOL_SIZE) });
pool.on('error', () => undefined); // the database stops before we do
const q = (client, name, text, values) => client.query({ name, text, values });

async function inTransaction(request, work) {
  const client = await pool.connect();
  try {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization)[1];
    const digest = createHash('sha256').update(token).digest('hex');
    const [, { rows }] = await client.query(`begin; select * from begin_request('\\x${digest}')`);
    const result = await work(client, rows[0]);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
const audit = (client, events) =>
  q(client, 'audit', 'select audit_append($1, $2, $3)', [key, randomUUID(), JSON.stringify(events)]);

async function dossier(client, actor, pupilId) {
  const { facts } = (await q(client, 'facts', 'select pupil_facts($1) as facts', [pupilId])).rows[0];
  const share = facts.shares[0];
  if (!facts.applied || !share) return null;
  await audit(client, [
    {
      chain: 'pupil',
      chainId: pupilId,
      action: 'section.read',
      role: 'intaker',
      sections: share.sections,
      basis: 'consent',
      purpose: 'intake',
      subjectIds: [share.shareId],
    },
  ]);
  const card = (await q(client, 'card', cardSql, [pupilId, true, false, true, actor.school_id, true])).rows[0];
  const timeline = (await q(client, 'timeline', timelineSql, [pupilId, true, false, true, 'mbo'])).rows[0];
  return {
    pupilId,
    sections: share.sections,
    notShared: [],
    basis: 'consent',
    endsOn: share.until.slice(0, 10),
    profile: card.profile,
    schoolCareer: card.career,
    lob: timeline.activities,
    reflections: timeline.reflections,
    applications: card.applications,
  };
}

async function logClass(client, actor, groupId, request, idempotencyKey) {
  const route = `POST /groups/${groupId}/activities`;
  const hash = createHash('sha256').update(JSON.stringify(request)).digest();
  await q(
    client,
    'take',
    `insert into idempotency (actor_id, key, route, body_hash, at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [actor.actor_id, idempotencyKey, route, hash, new Date()],
  );
  const logId = randomUUID();
  const pupils = request.pupils.map(({ pupilId, remark = '' }) => ({ id: randomUUID(), pupilId, remark }));
  const { rowCount } = await q(client, 'log', logForGroupSql, [
    actor.school_id,
    true,
    actor.actor_id,
    logId,
    groupId,
    request.type,
    request.title,
    '',
    request.startsOn,
    null,
    '',
    null,
    '',
    request.competences,
    new Date(),
    JSON.stringify(pupils),
  ]);
  await audit(
    client,
    pupils.map(({ id, pupilId }) => ({
      chain: 'pupil',
      chainId: pupilId,
      action: 'activity.logged',
      role: 'decaan',
      sections: ['lob'],
      subjectIds: [id],
    })),
  );
  const answer = { logId, pupils: rowCount };
  await q(client, 'keep', 'update idempotency set response = $3 where actor_id = $1 and key = $2', [
    actor.actor_id,
    idempotencyKey,
    JSON.stringify({ body: answer }),
  ]);
  return answer;
}

const server = http.createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', async () => {
    try {
      const id = request.url.split('/').at(request.method === 'GET' ? -1 : -2);
      const answer = await inTransaction(request, (client, actor) =>
        request.method === 'GET'
          ? dossier(client, actor, id)
          : logClass(client, actor, id, JSON.parse(body), request.headers['idempotency-key']),
      );
      response.writeHead(answer ? (request.method === 'GET' ? 200 : 201) : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    } catch (error) {
      process.stderr.write(`${error.message}\n`);
      response.writeHead(500).end();
    }
  });
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('disconnect', () => process.exit(0));
