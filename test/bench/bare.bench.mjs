// The product against node:http and pg with the same SQL: what the framework, the rules and the DTOs cost.
import { randomUUID } from 'node:crypto';
import { inTurns } from './stage.mjs';

export async function bare(stage, rich, say) {
  const { data } = rich;
  const sides = {
    product: await stage.start('./app-server.mjs', rich),
    bare: await stage.start('./bare-server.mjs', rich),
  };
  const activityFor = (pupils) =>
    JSON.stringify({
      type: 'open-day',
      title: 'Open dag',
      startsOn: '2026-10-01',
      competences: ['werkexploratie'],
      pupils: pupils.map((pupilId) => ({ pupilId })),
    });
  const classes = data.classes.map(({ group, pupils }) => ({ group, body: activityFor(pupils) }));
  let turn = 0;
  const logClass = () => ({
    connections: 4,
    headers: { authorization: `Bearer ${data.decaan.token}`, 'content-type': 'application/json' },
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          const { group, body } = classes[turn++ % classes.length]; // colleagues log for different classes
          const headers = { ...request.headers, 'idempotency-key': randomUUID() };
          return { ...request, path: `/api/v1/groups/${group}/activities`, body, headers };
        },
      },
    ],
  });
  return {
    dossier: await inTurns('dossier', sides, () => readDossiers(data), say),
    'log-class': await inTurns('log-class', sides, logClass, say),
  };
}

/** An intaker reads one shared dossier after another. */
export function readDossiers({ intaker, pupils }) {
  const pick = () => pupils[Math.floor(Math.random() * pupils.length)];
  return {
    connections: 10,
    headers: { authorization: `Bearer ${intaker.token}` },
    requests: [{ method: 'GET', setupRequest: (request) => ({ ...request, path: `/api/v1/dossiers/${pick()}` }) }],
  };
}

/** An intaker pages through the applicants, fifty at a time. */
export const listApplicants = ({ intaker }) => ({
  connections: 10,
  headers: { authorization: `Bearer ${intaker.token}` },
  requests: [{ method: 'GET', path: '/api/v1/dossiers' }],
});

/** A decaan looks at the pupils of one class after another. */
export function listClasses({ decaan, classes }) {
  let turn = 0;
  return {
    connections: 10,
    headers: { authorization: `Bearer ${decaan.token}` },
    requests: [
      {
        method: 'GET',
        setupRequest: (request) => ({
          ...request,
          path: `/api/v1/groups/${classes[turn++ % classes.length].group}/pupils`,
        }),
      },
    ],
  };
}
