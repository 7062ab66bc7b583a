import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { withClient } from '../platform/database/connection.js';
import { openDatabase } from '../platform/database/database-server.js';
import { loadConfig } from '../platform/local-secrets.js';
import { publicKeyText, signingKey } from './heads-file.rules.js';
import { sealHeads, type SealOutcome, sealRestored } from './seal.service.js';

/**
 * `npm run audit:seal`: signs where the chains of the audit end now and adds it to the file of signed heads.
 * `-- --all`: every chain, for a new file. `-- --restored`: a back-up was put back, and what was lost is to be on record.
 * `-- --public-key`: prints the key by which the signatures can be checked, and does nothing.
 */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { all: { type: 'boolean' }, restored: { type: 'boolean' }, 'public-key': { type: 'boolean' } },
  });
  const config = loadConfig();
  const key = signingKey(config.auditKeyBytes, config.auditSigningKeyBytes);
  if (values['public-key']) {
    console.log(publicKeyText(key));
    return;
  }
  const database = await openDatabase(config);
  try {
    const options = { file: config.auditHeadsFile, key, all: values.all };
    if (values.restored)
      tell(
        await withClient(database.ownerUrl, (client) => sealRestored(client, options)),
        'that a back-up was put back',
      );
    const url = values.restored ? database.ownerUrl : database.jobsUrl;
    const outcome = await withClient(url, async (client) => {
      await client.query('begin');
      const sealed = await sealHeads(client, { ...options, all: values.all || values.restored });
      await client.query('commit');
      return sealed;
    });
    tell(outcome, 'where the chains end');
    if (outcome.shorter.length > 0) process.exitCode = 1;
  } finally {
    await database.close();
  }
}

function tell({ entry, heads, shorter }: SealOutcome, what: string): void {
  console.log(entry === null ? `Nothing to add on ${what}.` : `Entry ${entry}: ${what}, ${heads} chains.`);
  for (const chain of shorter.slice(0, 20)) console.error(`chain ${chain} is shorter than it was; run audit:verify`);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error && error.message ? error.message : `Sealing failed: ${String(error)}`);
  process.exitCode = 1;
});
