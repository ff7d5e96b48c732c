import path from 'node:path';
import type { z } from 'zod';
import { type Problem, contradictions, productionRefusals } from './refusals.js';
import { type Settings, settings } from './schema.js';

/** All settings as one tree; paths are absolute. */
export interface Config {
  readonly environment: Settings['NODE_ENV'];
  /** `trustProxy`: addresses whose word on who asks is believed, as Express reads them. */
  readonly web: { readonly host: string; readonly port: number; readonly trustProxy: string };
  readonly metrics: { readonly port: number };
  readonly dataDirectory: string;
  /** Lists of indicators beside those of the program, or in their place. */
  readonly cataloguesDirectory?: string;
  readonly clock: Settings['NRM_CLOCK'];
  readonly demo: { readonly enabled: boolean; readonly password?: string };
  readonly database: {
    /** Runtime role, possibly through a pooler. */
    readonly url: string;
    /** Past a pooler: LISTEN and advisory locks. */
    readonly directUrl: string;
    readonly sweepUrl: string;
    readonly relayUrl: string;
    /** Owner of the schema; only migrations and seeding need it. */
    readonly ownerUrl?: string;
    readonly poolSize: number;
  };
  /** Where the queues live; without it they live in PostgreSQL. */
  readonly redisUrl?: string;
  /** Letters to officials; without it none is sent. `publicUrl` is where a link in a letter leads. */
  readonly mail?: { readonly smtpUrl: string; readonly from: string; readonly publicUrl: string };
  readonly keys:
    | { readonly provider: 'file'; readonly file: string }
    | { readonly provider: 'env'; readonly masterKey: string };
}

/** Thrown when settings are missing, malformed or refused: one line per setting with its remedy, no values. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(readonly problems: readonly Problem[]) {
    super(['Settings to mend:', ...problems.map((p) => `  ${p.setting}: ${p.remedy}`)].join('\n'));
  }
}

/** Reads and checks all settings. Throws ConfigurationError naming every fault at once. */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = settings.safeParse(given);
  if (!parsed.success)
    throw new ConfigurationError(parsed.error.issues.map((issue) => toProblem(issue, given)));
  const problems = [...contradictions(parsed.data), ...productionRefusals(parsed.data)];
  if (problems.length > 0) throw new ConfigurationError(problems);
  return toTree(parsed.data);
}

/** Where the installation key is, without the other settings. Throws ZodError for a malformed one. */
export function loadKeySettings(environment: NodeJS.ProcessEnv = process.env): Config['keys'] {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const read = settings
    .pick({ NRM_KEYS: true, NRM_KEY_FILE: true, NRM_MASTER_KEY: true, NRM_DATA_DIR: true })
    .parse(given);
  return keysOf(read, path.resolve(read.NRM_DATA_DIR));
}

/** The owner's address. Throws ConfigurationError when it is not set. */
export function requireOwnerUrl({ database }: Config): string {
  if (database.ownerUrl) return database.ownerUrl;
  const remedy =
    'migrations run as the owner of the schema; set postgres://nrm_owner:password@host:5432/database';
  throw new ConfigurationError([{ setting: 'DATABASE_OWNER_URL', remedy }]);
}

function toProblem(issue: z.core.$ZodIssue, given: object): Problem {
  const setting = String(issue.path[0]);
  if (setting in given) return { setting, remedy: issue.message };
  return {
    setting,
    remedy:
      'not set; `npm start` provides it with a server of its own, or where DATABASE_OWNER_URL may create roles',
  };
}

function toTree(from: Settings): Config {
  const dataDirectory = path.resolve(from.NRM_DATA_DIR);
  return {
    environment: from.NODE_ENV,
    web: { host: from.HOST, port: from.PORT, trustProxy: from.TRUST_PROXY },
    metrics: { port: from.METRICS_PORT },
    dataDirectory,
    cataloguesDirectory: from.NRM_CATALOGUES_DIR && path.resolve(from.NRM_CATALOGUES_DIR),
    clock: from.NRM_CLOCK,
    demo: { enabled: from.NRM_DEMO === '1', password: from.NRM_DEMO_PASSWORD },
    database: {
      url: from.DATABASE_URL,
      directUrl: from.DATABASE_DIRECT_URL ?? from.DATABASE_URL,
      sweepUrl: from.DATABASE_SWEEP_URL,
      relayUrl: from.DATABASE_RELAY_URL,
      ownerUrl: from.DATABASE_OWNER_URL,
      poolSize: from.DATABASE_POOL_SIZE,
    },
    redisUrl: from.REDIS_URL,
    mail: mailOf(from),
    keys: keysOf(from, dataDirectory),
  };
}

function mailOf({ NRM_SMTP_URL: smtpUrl, NRM_MAIL_FROM: from, NRM_PUBLIC_URL: publicUrl }: Settings) {
  return smtpUrl && from && publicUrl ? { smtpUrl, from, publicUrl } : undefined;
}

type KeySettings = Pick<Settings, 'NRM_KEYS' | 'NRM_KEY_FILE' | 'NRM_MASTER_KEY'>;

function keysOf(from: KeySettings, dataDirectory: string): Config['keys'] {
  if (from.NRM_KEYS === 'env') return { provider: 'env', masterKey: from.NRM_MASTER_KEY ?? '' };
  return {
    provider: 'file',
    file: path.resolve(from.NRM_KEY_FILE ?? path.join(dataDirectory, 'keys', 'master.key')),
  };
}
