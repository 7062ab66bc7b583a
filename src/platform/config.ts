import { Buffer } from 'node:buffer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  Max,
  Min,
  ValidateBy,
  type ValidationArguments,
  validateSync,
} from 'class-validator';
import { readSender } from './mail/mail-address.rules.js';
import { readSmtpUrl } from './mail/smtp-settings.rules.js';
import { keyFault, secretFault } from './secrets.rules.js';

/** Says what is wrong with a value, or nothing. */
type Fault = (value: unknown, config: Config) => string | undefined;

const Must = (fault: Fault): PropertyDecorator => {
  const of = (args?: ValidationArguments): string | undefined => fault(args?.value, args?.object as Config);
  const validator = { validate: (_: unknown, args?: ValidationArguments) => of(args) === undefined };
  return ValidateBy({ name: 'must', validator }, { message: (args) => of(args) ?? '' });
};

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const loopback = ['localhost', '127.0.0.1', '[::1]'];

const parseUrl = (value: unknown): URL | undefined =>
  typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;

const databaseUrlFault: Fault = (value) => {
  const url = parseUrl(value);
  const usable =
    url && /^postgres(ql)?:$/.test(url.protocol) && url.hostname && url.username && url.pathname.length > 1;
  return usable ? undefined : 'must look like postgres://login:password@host:5432/database';
};

const publicUrlFault: Fault = (value, { production }) => {
  const url = parseUrl(value);
  if (!url || !/^https?:$/.test(url.protocol) || `${url.protocol}//${url.host}` !== value)
    return 'must look like https://dossier.example.nl, without a path';
  if (production && url.protocol === 'http:' && !loopback.includes(url.hostname))
    return 'must start with https:// in production (http only on this machine itself)';
  return undefined;
};

/** Weaker than the advice for passwords is for tests only, which would otherwise spend their time on it. */
const atLeast = (least: number): Fault => {
  return (value, { nodeEnv }) =>
    nodeEnv === 'test' || (value as number) >= least
      ? undefined
      : `must be at least ${least} (less only with NODE_ENV=test)`;
};

/**
 * All that can be set from outside. A property `poolSize` is read from the environment variable `POOL_SIZE`.
 */
export class Config {
  /** `production` asks for secrets from outside and https; `test` allows cheap password hashes. */
  readonly nodeEnv: string = 'development';

  /** The login that owns the database. Unset: a PostgreSQL of our own, in `databaseDir`. */
  @IsOptional()
  @Must(databaseUrlFault)
  readonly databaseUrl?: string = undefined;

  /** Where the embedded PostgreSQL keeps its data. */
  @IsNotEmpty({ message: 'must name a folder' })
  readonly databaseDir: string = '.data/postgres';

  /** 0: any free port. */
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be from 0 to 65535' })
  @Max(65_535, { message: 'must be from 0 to 65535' })
  readonly port: number = 3000;

  @IsNotEmpty({ message: 'must name an address to listen on' })
  readonly host: string = '127.0.0.1';

  /** Where people find the service. https makes the cookies secure. */
  @Must(publicUrlFault)
  readonly publicUrl: string = '';

  /** Signs and derives: the passwords of the database roles, tokens. */
  @Must(secretFault)
  readonly appSecret: string = '';

  /** Chains the audit records: 32 bytes in base64. */
  @Must((value, { appSecret }) => (value === appSecret && value ? 'must differ from APP_SECRET' : keyFault(value)))
  readonly auditKey: string = '';

  /** Signs the heads of the audit: 32 bytes in base64. Unset: derived from the key of the audit. */
  @Must((value, { auditKey, appSecret }) =>
    value === ''
      ? undefined
      : value === auditKey || value === appSecret
        ? 'must differ from other keys'
        : keyFault(value),
  )
  readonly auditSigningKey: string = '';

  /** Where the signed heads are added to: a file outside the database, best on another machine. */
  readonly auditHeadsFile: string = '';

  @IsIn(logLevels, { message: `must be one of ${logLevels.join(', ')}` })
  readonly logLevel: (typeof logLevels)[number] = 'info';

  /** A file with the identity providers of schools; see the README. */
  @IsOptional()
  readonly oidcProviders?: string = undefined;

  /** Connections to the database per role. */
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be from 1 to 100' })
  @Max(100, { message: 'must be from 1 to 100' })
  readonly poolSize: number = 10;

  /** How many proxies stand before us: so many addresses in X-Forwarded-For are believed. */
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be from 0 to 10' })
  @Max(10, { message: 'must be from 0 to 10' })
  readonly trustProxy: number = 0;

  /** The mail server. Unset: a mailbox on a page where the product is tried out, and no mail elsewhere. */
  @IsOptional()
  @Must((value) =>
    typeof value === 'string' && readSmtpUrl(value)
      ? undefined
      : 'must look like smtps://login:password@host:465 or smtp://login:password@host:587 (with ?tls=no only on this machine itself)',
  )
  readonly smtpUrl?: string = undefined;

  /** Who messages come from. */
  @Must((value, { smtpUrl }) =>
    (value === '' && !smtpUrl) || readSender(value as string)
      ? undefined
      : 'must look like Doorstroomdossier <noreply@example.nl>',
  )
  readonly mailFrom: string = '';

  /** Whether this process runs the background jobs too. Of several processes one is enough. */
  @IsBoolean({ message: 'must be true or false' })
  readonly runJobs: boolean = true;

  @IsInt({ message: 'must be a whole number' })
  @Must(atLeast(19_456))
  @Min(8, { message: 'must be at least 8' })
  @Max(1_048_576, { message: 'must be at most 1048576' })
  readonly argon2MemoryKib: number = 19_456;

  @IsInt({ message: 'must be a whole number' })
  @Must(atLeast(2))
  @Min(1, { message: 'must be at least 1' })
  @Max(20, { message: 'must be at most 20' })
  readonly argon2Time: number = 2;

  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be from 1 to 16' })
  @Max(16, { message: 'must be from 1 to 16' })
  readonly argon2Parallelism: number = 1;

  /** Everything is invented and the logins are printed; the demo command sets it. */
  @IsBoolean({ message: 'must be true or false' })
  @Must((value, { production }) => (value === true && production ? 'must not be set in production' : undefined))
  readonly demo: boolean = false;

  constructor(env: Partial<Record<string, string>>) {
    for (const name of settings(this)) {
      // An empty variable is how compose files and shells say "not set".
      const text = env[variableOf(name)]?.trim();
      if (text) Object.assign(this, { [name]: parse(text, this[name]) });
    }
    const port = typeof this.port === 'number' ? `:${this.port}` : ''; // a faulty one is told once
    this.auditHeadsFile ||= `${this.databaseDir}.audit-heads`;
    this.publicUrl = (this.publicUrl || `http://${localName(this.host)}${port}`).replace(/\/$/, '');
  }

  get production(): boolean {
    return this.nodeEnv === 'production';
  }

  get secureCookies(): boolean {
    return this.publicUrl.startsWith('https:');
  }

  /**
   * `local`: messages come on a page that everyone can open, links and all. So only in the demo, and for who develops on
   * this machine itself.
   */
  get mail(): 'smtp' | 'local' | 'off' {
    if (this.smtpUrl) return 'smtp';
    const onThisMachine =
      loopback.includes(new URL(this.publicUrl).hostname) && [...loopback, '::1'].includes(this.host);
    return !this.production && (this.demo || onThisMachine) ? 'local' : 'off';
  }

  get auditKeyBytes(): Buffer {
    return Buffer.from(this.auditKey, 'base64');
  }

  get auditSigningKeyBytes(): Buffer | undefined {
    return this.auditSigningKey ? Buffer.from(this.auditSigningKey, 'base64') : undefined;
  }
}

type Setting = Exclude<
  keyof Config,
  'production' | 'secureCookies' | 'mail' | 'auditKeyBytes' | 'auditSigningKeyBytes'
>;

/** The settings themselves: fields are own properties; what is computed from them is a getter. */
const settings = (config: Config): Setting[] => Object.keys(config) as Setting[];

export const variableOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** Takes the text for what the default is; what cannot be read stays as it is, for validation to refuse. */
function parse(text: string, byDefault: unknown): unknown {
  if (typeof byDefault === 'number') return /^\d{1,9}$/.test(text) ? Number(text) : text;
  if (typeof byDefault === 'boolean')
    return { true: true, 1: true, false: false, 0: false }[text.toLowerCase()] ?? text;
  return text;
}

/** An address to open, for an address to listen on. */
function localName(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** The configuration is not usable; the message names every fault and never a value. */
export class ConfigError extends Error {
  constructor(readonly faults: { variable: string; message: string }[]) {
    const lines = faults.map(({ variable, message }) => `  ${variable} ${message}`);
    super(`The configuration is not usable. Set these environment variables right:\n${lines.join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Reads and checks the configuration; throws one error with all faults. Depends on `env` alone. */
export function readConfig(env: Partial<Record<string, string>>): Config {
  const config = new Config(env);
  const faults = validateSync(config).flatMap(({ property, constraints }) => {
    // One message a setting: of several, the others follow from it.
    const [message] = Object.values(constraints ?? {}).reverse();
    return message ? [{ variable: variableOf(property), message }] : [];
  });
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(config);
}
