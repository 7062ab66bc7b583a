import { createPublicKey, type KeyObject } from 'node:crypto';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { headsOf, headsOfCopy, rowsOf, rowsOfCopy } from './audit-rows.reader.js';
import type { Fault } from './chain-check.rules.js';
import { type HeadsFile, readHeadsFile } from './heads-file.reader.js';
import { readPublicKey, signingKey } from './heads-file.rules.js';
import { type Counts, type Verification, verifyAll } from './verification.rules.js';

/**
 * Says whether the audit is what was written. A program of its own: it takes nothing from the application but how a row
 * is hashed and an entry signed, and nothing from the database but the rows.
 */
const usage = `Holds the audit against its key and the file of signed heads.

  DATABASE_URL=… AUDIT_KEY=… AUDIT_HEADS_FILE=… node dist/src/audit/verify.command.js [options]

  --rows FILE --heads FILE   an exported copy instead of a database (see README.md)
  --signed FILE              the file of signed heads; instead of AUDIT_HEADS_FILE
  --public-key KEY           whose signatures count, more than once if need be; instead of what follows from the keys
  --until MOMENT             leave out what was signed later: for a copy or back-up of that moment
  --json                     one line of JSON a fault, and one at the end

Exit status: 0 all is well, 1 faults were found, 2 it could not be checked.`;

const options = {
  rows: { type: 'string' },
  heads: { type: 'string' },
  signed: { type: 'string' },
  'public-key': { type: 'string', multiple: true },
  until: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;
type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
/** More than this nobody reads; the end counts them all. */
const SHOWN = 10_000;

async function run(): Promise<number> {
  const { values } = parseArgs({ options });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const key = Buffer.from(process.env.AUDIT_KEY ?? '', 'base64');
  if (key.length !== 32) throw new Error('AUDIT_KEY is missing, or not 32 bytes in base64');
  const file = values.signed ?? process.env.AUDIT_HEADS_FILE;
  const signed = file ? await readHeadsFile(file, keysOf(values, key), untilOf(values)) : null;
  const tell = teller(values.json === true);
  for (const text of signed?.faults ?? []) tell.file(text);
  const newest = signed?.newest;
  const given = {
    sealed: signed?.sealed ?? nothing(),
    sealedAt: newest ? Date.parse(newest.at) / 1000 : null,
    key,
  };
  const counts = values.rows
    ? await verifyAll(
        { ...given, rows: rowsOfCopy(values.rows), heads: headsOfCopy(required(values.heads)) },
        tell.chain,
      )
    : await ofDatabase(given, tell.chain);
  tell.end(counts, signed);
  return counts.faults + (signed?.faults.length ?? 0) > 0 ? 1 : 0;
}

/** Everything in one snapshot, taken after the signed heads were read: then no head there is newer than the rows. */
async function ofDatabase(
  given: Pick<Verification, 'sealed' | 'sealedAt' | 'key'>,
  tell: (fault: Fault) => void,
): Promise<Counts> {
  const client = new pg.Client({ connectionString: required(process.env.DATABASE_URL, 'DATABASE_URL') });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('set statement_timeout = 0; begin isolation level repeatable read read only');
    return await verifyAll({ ...given, rows: rowsOf(client), heads: headsOf(client) }, tell);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function keysOf(values: Values, auditKey: Buffer): KeyObject[] {
  const given = values['public-key'] ?? process.env.AUDIT_PUBLIC_KEY?.split(',');
  if (given) return given.map((text) => readPublicKey(text.trim()));
  const secret = process.env.AUDIT_SIGNING_KEY;
  return [createPublicKey(signingKey(auditKey, secret ? Buffer.from(secret, 'base64') : undefined))];
}

function untilOf({ until }: Values): Date | undefined {
  const moment = until === undefined ? undefined : new Date(until);
  if (moment && Number.isNaN(moment.getTime())) throw new Error(`--until ${until} is no moment`);
  return moment;
}

function required(value: string | undefined, name = '--heads'): string {
  if (!value) throw new Error(`${name} is missing`);
  return value;
}

async function* nothing(): AsyncGenerator<never> {}

interface Teller {
  file: (text: string) => void;
  chain: (fault: Fault) => void;
  end: (counts: Counts, signed: HeadsFile | null) => void;
}
function teller(json: boolean): Teller {
  let shown = 0;
  const write = (value: object, text: string): void => console.log(json ? JSON.stringify(value) : text);
  return {
    file: (text) => write({ kind: 'signed heads', text }, text),
    chain: (fault) => {
      if (++shown <= SHOWN)
        write(fault, `chain ${fault.chain} from row ${fault.row}: ${fault.kind} (row ${fault.row} ${fault.text})`);
    },
    end: (counts, signed) => write({ ...counts, ...summary(signed) }, sentences(counts, signed)),
  };
}

const summary = (signed: HeadsFile | null): object => ({
  entries: signed?.entries ?? 0,
  newest: signed?.newest?.at ?? null,
  torn: signed?.torn ?? 0,
  lost: signed?.lost ?? 0,
});

function sentences(counts: Counts, signed: HeadsFile | null): string {
  const n = (value: number): string => value.toLocaleString('en');
  const found = counts.faults + (signed?.faults.length ?? 0);
  const lines = [`Read ${n(counts.rows)} rows in ${n(counts.chains)} chains.`];
  if (!signed) lines.push('Without signed heads: a chain that vanished, or an old state put back, cannot be seen.');
  else if (!signed.newest) lines.push('The file of signed heads is empty.');
  else lines.push(`Held against ${n(signed.entries)} signed entries, the newest of ${signed.newest.at}.`);
  if (signed?.torn) lines.push(`${n(signed.torn)} entries were cut short by a crash and count for nothing.`);
  if (signed?.lost)
    lines.push(`${n(signed.lost)} signed rows were lost when a back-up was restored, as was written down then.`);
  lines.push(found === 0 ? 'All is as it was written.' : `${n(found)} faults, in ${n(counts.faultyChains)} chains.`);
  return lines.join('\n');
}

run().then(
  (status) => (process.exitCode = status),
  (error: unknown) => {
    console.error(
      `It could not be checked: ${error instanceof Error && error.message ? error.message : String(error)}`,
    );
    process.exitCode = 2;
  },
);
