import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from './schema.js';

/** One setting that is wrong, and what to do about it. */
export interface Problem {
  readonly setting: string;
  readonly remedy: string;
}

type Check = (settings: Settings) => readonly Problem[];

/** What no environment may have: settings that contradict one another. */
export function contradictions(settings: Settings): Problem[] {
  const noKey = settings.NRM_KEYS === 'env' && !settings.NRM_MASTER_KEY;
  return [
    ...(noKey
      ? [problem('NRM_MASTER_KEY', 'NRM_KEYS=env takes the key from here; set it, or choose NRM_KEYS=file')]
      : []),
    ...halfMail(settings),
  ];
}

/** A letter needs a server, a sender and a place to lead to. */
function halfMail(settings: Settings): Problem[] {
  const names = ['NRM_SMTP_URL', 'NRM_MAIL_FROM', 'NRM_PUBLIC_URL'] as const;
  const missing = names.filter((name) => !settings[name]);
  if (missing.length === names.length) return [];
  return missing.map((name) =>
    problem(name, `mail needs all of ${names.join(', ')}; set it, or none of them`),
  );
}

/** What only production refuses, because people in danger depend on it. */
export function productionRefusals(settings: Settings): Problem[] {
  return settings.NODE_ENV === 'production' ? checks.flatMap((check) => check(settings)) : [];
}

const checks: readonly Check[] = [needsRedis, noDemo, noTrainingClock, noDefaultSecrets, keyApartFromData];

function needsRedis({ REDIS_URL }: Settings): Problem[] {
  if (REDIS_URL) return [];
  return [problem('REDIS_URL', 'production keeps its queues in Redis; set redis://host:6379')];
}

function noDemo({ NRM_DEMO, NRM_DEMO_PASSWORD }: Settings): Problem[] {
  return [
    ...(NRM_DEMO === '1' ? [problem('NRM_DEMO', 'demo accounts and cases are refused; remove it')] : []),
    ...(NRM_DEMO_PASSWORD ? [problem('NRM_DEMO_PASSWORD', 'there are no demo accounts; remove it')] : []),
  ];
}

function noTrainingClock({ NRM_CLOCK }: Settings): Problem[] {
  return NRM_CLOCK === 'real' ? [] : [problem('NRM_CLOCK', 'deadlines of real people run on NRM_CLOCK=real')];
}

const addresses = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'DATABASE_DIRECT_URL'] as const;
const moreAddresses = ['DATABASE_SWEEP_URL', 'DATABASE_RELAY_URL', 'REDIS_URL'] as const;
const guessable = new Set(['change-me', 'changeme', 'password', 'postgres', 'secret', 'nrm', 'test']);

function noDefaultSecrets(settings: Settings): Problem[] {
  const weak = [...addresses, ...moreAddresses].filter((name) => hasGuessablePassword(settings[name]));
  const remedies = weak.map((name) =>
    problem(name, 'its password is a default one; set a generated password'),
  );
  const key = settings.NRM_MASTER_KEY && Buffer.from(settings.NRM_MASTER_KEY, 'base64');
  if (!key || new Set(key).size > 8) return remedies;
  return [...remedies, problem('NRM_MASTER_KEY', 'this is no random key; take `openssl rand -base64 32`')];
}

function hasGuessablePassword(address: string | undefined): boolean {
  return address !== undefined && guessable.has(new URL(address).password);
}

/** A copy of the data directory must not carry the key that opens it. */
function keyApartFromData({ NRM_KEYS, NRM_KEY_FILE, NRM_DATA_DIR }: Settings): Problem[] {
  if (NRM_KEYS !== 'file') return [];
  if (!NRM_KEY_FILE) {
    return [problem('NRM_KEY_FILE', 'name a file outside NRM_DATA_DIR, or give the key with NRM_KEYS=env')];
  }
  const way = path.relative(whereItIs(NRM_DATA_DIR), whereItIs(NRM_KEY_FILE));
  const inside = way === '' || !(way.split(path.sep)[0] === '..' || path.isAbsolute(way));
  return inside ? [problem('NRM_KEY_FILE', 'the key lies inside NRM_DATA_DIR; move it elsewhere')] : [];
}

/** Follows symbolic links of the part of the path that exists. */
function whereItIs(name: string): string {
  const full = path.resolve(name);
  if (existsSync(full)) return realpathSync(full);
  const parent = path.dirname(full);
  return parent === full ? full : path.join(whereItIs(parent), path.basename(full));
}

function problem(setting: string, remedy: string): Problem {
  return { setting, remedy };
}
