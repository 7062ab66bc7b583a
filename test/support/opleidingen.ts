import type { Agent, TestApp } from './app.js';
import { newKey } from './app.js';

export const path = '/api/v1/opleidingen';
export const kok = { crebo: '25180', name: 'Kok', niveau: 2, leerweg: 'bbl' };

const header = 'crebo,kwalificatie,niveau,opleidingsdomein,prijsfactor,leerweg';
/** A crebo list as the regulation has it: quoted decimals, CRLF. */
export const list = (...rows: string[]): Buffer => Buffer.from([header, ...rows, ''].join('\r\n'));
/** Three rows, five programmes, two domeinen. */
export const horeca = list(
  '25180,Kok,2,Horeca en bakkerij,"1,30",BOL/BBL',
  '25182,Zelfstandig werkend kok,3,Horeca en bakkerij,"1,30",BOL/BBL',
  '25487,Praktijkopleider,4,Zorg en welzijn,"1,10",BBL',
);

export interface Problem {
  code: string;
  params?: object;
  fields: { field: string; code: string }[];
}
export const bodyOf = async <T>(answer: PromiseLike<{ body: unknown }>): Promise<T> => (await answer).body as T;
export const refusal = (answer: PromiseLike<{ body: unknown }>): Promise<Problem> => bodyOf<Problem>(answer);

export const uploadList = (agent: Agent, file: Buffer | null, locationId: string, name = 'crebo.csv') => {
  const request = agent.post(`${path}/imports`).set('Idempotency-Key', newKey()).field('locationId', locationId);
  return file ? request.attach('file', file, name) : request;
};

interface OfferRow {
  crebo: string;
  name: string;
  niveau: number;
  leerweg: string;
}
/** All that is in the offer of a location, past row-level security. */
export async function offerAt(app: TestApp, location: string): Promise<OfferRow[]> {
  const { rows } = await app.owner.query<OfferRow>(
    'select crebo, name, niveau, leerweg from opleiding where location_id = $1 order by crebo, leerweg desc',
    [location],
  );
  return rows;
}

interface ChangeRow {
  actor_id: string;
  actor_role: string;
  subject_ids: string[];
}
/** What is on record of changes in the offer of a school. */
export async function changesOf(app: TestApp, school: string): Promise<ChangeRow[]> {
  const { rows } = await app.owner.query<ChangeRow>(
    `select actor_id, actor_role, subject_ids from audit_event
      where chain_id = $1 and chain = 'school' and action = 'opleiding.changed' order by seq`,
    [school],
  );
  return rows;
}
export async function refusalsAt(app: TestApp, school: string): Promise<number> {
  const { rowCount } = await app.owner.query(`select 1 from audit_event where chain_id = $1 and outcome = 'refused'`, [
    school,
  ]);
  return rowCount ?? 0;
}
