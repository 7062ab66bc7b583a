// `npm run bench`: ratios, measured in turns in one run. `-- --json` for one line; `-- walls` (bare, audit, sign-in) for a part.
import { buildWhenStale } from '../../src/demo/build.mjs';

buildWhenStale();
const { openStage, settings } = await import('./stage.mjs');
const { fill } = await import('./data.mjs');
const { fillRegion } = await import('./region.mjs');
const { audit } = await import('./audit.bench.mjs');
const { bare } = await import('./bare.bench.mjs');
const { signIn } = await import('./sign-in.bench.mjs');
const { walls } = await import('./walls.bench.mjs');

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const json = process.argv.includes('--json');
const wanted = (part) => words.length === 0 || words.includes(part);
const say = (text) => json || process.stdout.write(`${text}\n`);

const stage = await openStage();
const ratios = {};
const rest = {};
try {
  const rich = await stage.database('bench', (client) => fill(client));
  // Each part gets a copy of its own: what one of them writes is in nobody else's way.
  if (wanted('bare')) Object.assign(ratios, await bare(stage, await stage.copy(rich, 'bench_bare', 'select'), say));
  if (wanted('audit')) Object.assign(ratios, await audit(stage, await stage.copy(rich, 'bench_audit', 'select'), say));
  if (wanted('sign-in')) rest.signIn = await signIn(stage, await stage.copy(rich, 'bench_sign_in', 'select'), say);
  if (wanted('walls')) {
    say('filling a region of 100,000 pupils …');
    const region = await stage.database('bench_region', async (client) => {
      const data = await fill(client);
      await fillRegion(client);
      return data;
    });
    const { report, scans } = await walls(stage, region, say);
    Object.assign(ratios, report);
    rest.scans = scans;
  }
} finally {
  await stage.close();
}
if (json) process.stdout.write(`${JSON.stringify({ ...ratios, ...rest })}\n`);
else {
  say('\n                        ratio      one    other  p50 ms  p99 ms  bytes');
  for (const [name, one] of Object.entries(ratios)) {
    const { ratio, p50ms, p99ms, bytes } = one;
    const [[mine, rate], [other, otherRate]] = Object.entries(one).slice(1, 3);
    say(
      `  ${name.padEnd(20)} ${ratio.toFixed(2).padStart(6)} ${String(rate).padStart(7)}/s ${String(otherRate).padStart(6)}/s ${String(p50ms).padStart(6)} ${String(p99ms).padStart(7)} ${String(bytes).padStart(6)}  ${mine} against ${other}`,
    );
  }
  if (rest.signIn)
    say(
      `\nSign-in under ${rest.signIn.tries} wrong tries: ${rest.signIn.p50ms} ms, at most ${rest.signIn.maxMs} ms (quiet: ${rest.signIn.quietMs} ms).`,
    );
  if (rest.scans) {
    const { plans, found } = rest.scans;
    say(`Of ${plans} plans ${found.length} read more than 10,000 rows one by one.`);
    for (const { table, rows, sql } of found)
      say(`  ${table}: ${rows} rows in ${sql.replace(/\s+/g, ' ').slice(0, 160)}`);
  }
  say(`\n${settings.rounds} rounds of ${settings.seconds} s in turns.`);
}
process.exit(0);
