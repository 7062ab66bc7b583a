import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Config, readConfig } from './config.js';

type Environment = Partial<Record<string, string>>;

/** The configuration of this process. Outside production, secrets that are not given are made once and kept. */
export function loadConfig(env: Environment = process.env): Config {
  const draft = new Config(env);
  if (draft.production || (draft.appSecret && draft.auditKey)) return readConfig(env);
  // Beside the data, not in them: the folder itself belongs to the user of the database server.
  const kept = keptSecrets(`${path.resolve(draft.databaseDir)}.secrets.json`);
  return readConfig({
    ...env,
    APP_SECRET: draft.appSecret || kept.APP_SECRET,
    AUDIT_KEY: draft.auditKey || kept.AUDIT_KEY,
  });
}

function keptSecrets(file: string): Environment {
  if (!fs.existsSync(file)) {
    const made = { APP_SECRET: randomBytes(48).toString('base64'), AUDIT_KEY: randomBytes(32).toString('base64') };
    const half = `${file}.${randomBytes(6).toString('hex')}`;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(half, JSON.stringify(made, null, 2), { mode: 0o600, flush: true });
    try {
      fs.linkSync(half, file); // two first starts at once must end with the same secrets
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      fs.rmSync(half);
    }
  }
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Environment;
  } catch (cause) {
    throw new Error(`The kept secrets in ${file} cannot be read; give this user access to it.`, { cause });
  }
}
