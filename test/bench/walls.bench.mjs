// What row-level security costs in a region of 100,000 pupils: the product with it against the product without it, and the
// plans of everything that it asked.
import { readFileSync } from 'node:fs';
import { listApplicants, listClasses, readDossiers } from './bare.bench.mjs';
import { inTurns } from './stage.mjs';

export const withoutWalls = `do $$ declare t record; begin
  for t in select relname from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace loop
    execute format('alter table %I disable row level security', t.relname);
  end loop; end $$`;

export async function walls(stage, region, say) {
  const open = await stage.copy(region, 'bench_open', withoutWalls);
  const sides = {
    walls: await stage.start('./app-server.mjs', region),
    open: await stage.start('./app-server.mjs', open),
  };
  const report = {
    'rls: dossier': await inTurns('rls: dossier', sides, () => readDossiers(region.data), say),
    'rls: 50 applicants': await inTurns('rls: 50 applicants', sides, () => listApplicants(region.data), say),
    'rls: class of 30': await inTurns('rls: class of 30', sides, () => listClasses(region.data), say),
  };
  return { report, scans: await scans(stage, region) };
}

/** Every statement of a few requests, also inside functions, as the server planned and ran it. */
async function scans(stage, region) {
  const from = readFileSync(stage.logFile, 'utf8').length;
  await stage.asSuperuser(region.name, async (client) => {
    for (const setting of [
      `session_preload_libraries = 'auto_explain'`,
      `auto_explain.log_min_duration = 0`,
      `auto_explain.log_analyze = on`,
      `auto_explain.log_nested_statements = on`,
      `auto_explain.log_format = 'json'`,
    ])
      await client.query(`alter role dsd_app in database ${region.name} set ${setting}`);
  });
  const url = await stage.start('./app-server.mjs', region);
  const { intaker, decaan, pupils, classes } = region.data;
  const ask = async (path, { token }, words) => {
    // Seven times: from the sixth on a prepared statement may have its generic plan.
    for (let time = 0; time < 7; time++) {
      const answer = await fetch(url + path, {
        headers: { authorization: `Bearer ${token}`, ...(words ? { 'search-words': words } : {}) },
      });
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      await answer.arrayBuffer();
    }
  };
  for (const pupil of pupils.slice(0, 5)) await ask(`/api/v1/dossiers/${pupil}`, intaker);
  await ask('/api/v1/dossiers', intaker);
  await ask('/api/v1/dossiers', intaker, 'meter');
  await ask('/api/v1/groups', decaan);
  for (const { group } of classes.slice(0, 2)) await ask(`/api/v1/groups/${group}/pupils`, decaan);
  await ask(`/api/v1/dossiers/${pupils[1]}`, decaan);
  await new Promise((resolve) => setTimeout(resolve, 500)); // the log is written when a statement ends
  const log = readFileSync(stage.logFile, 'utf8').slice(from);
  const plans = [...log.matchAll(/plan:\n(\t?\{[\s\S]*?\n\t?\})\n/g)].map(([, plan]) => JSON.parse(plan));
  const found = plans.flatMap((plan) =>
    nodes(plan.Plan)
      .filter(big)
      .map((node) => ({ table: node['Relation Name'], rows: scanned(node), sql: plan['Query Text'] })),
  );
  return { plans: plans.length, found };
}

const nodes = (plan) => [plan, ...(plan.Plans ?? []).flatMap(nodes)];
const scanned = (node) => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
const big = (node) => node['Node Type'] === 'Seq Scan' && scanned(node) > 10_000;
