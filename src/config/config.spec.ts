import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigurationError, loadConfig, requireOwnerUrl } from './index.js';
import { settings } from './schema.js';

const addressOf = (role: string, password = 'pV7xkq2') => `postgres://${role}:${password}@db:5432/nrm`;
const development = {
  DATABASE_URL: addressOf('nrm_runtime'),
  DATABASE_SWEEP_URL: addressOf('nrm_sweep'),
  DATABASE_RELAY_URL: addressOf('nrm_relay'),
};
const production = {
  ...development,
  NODE_ENV: 'production',
  REDIS_URL: 'redis://queue:6379',
  NRM_DATA_DIR: '/srv/nrm/data',
  NRM_KEY_FILE: '/srv/nrm-key/master.key',
};

function problemsOf(environment: NodeJS.ProcessEnv): string[] {
  try {
    loadConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.problems.map((problem) => problem.setting);
  }
}

describe('settings', () => {
  it('need only the addresses of the database in development', () => {
    const config = loadConfig(development);
    expect(config.web).toEqual({ host: '127.0.0.1', port: 3000, trustProxy: 'loopback' });
    expect(config.clock).toBe('real');
    expect(config.database.directUrl).toBe(development.DATABASE_URL);
    expect(config.keys).toEqual({ provider: 'file', file: path.resolve('.data/keys/master.key') });
  });

  it('name every missing and malformed one at once, and quote no value', () => {
    const faults = { PORT: 'eighty', DATABASE_URL: 'mysql://root:hunter2@db', NRM_CLOCK: 'fast' };
    expect(problemsOf(faults).sort()).toEqual(
      ['DATABASE_RELAY_URL', 'DATABASE_SWEEP_URL', 'DATABASE_URL', 'NRM_CLOCK', 'PORT'].sort(),
    );
    expect(() => loadConfig(faults)).toThrow(/DATABASE_URL: write it as postgres:/);
    expect(() => loadConfig(faults)).not.toThrow(/hunter2|eighty/);
  });

  it('treat an empty value as not set', () => {
    expect(loadConfig({ ...development, PORT: '', REDIS_URL: ' ' })).toMatchObject({ web: { port: 3000 } });
    expect(problemsOf({ ...development, DATABASE_URL: '' })).toEqual(['DATABASE_URL']);
  });

  it('ask for the key that NRM_KEYS=env promises, and for its length', () => {
    const key = randomBytes(32).toString('base64');
    expect(problemsOf({ ...development, NRM_KEYS: 'env' })).toEqual(['NRM_MASTER_KEY']);
    expect(problemsOf({ ...development, NRM_KEYS: 'env', NRM_MASTER_KEY: 'c2hvcnQ=' })).toEqual([
      'NRM_MASTER_KEY',
    ]);
    expect(loadConfig({ ...development, NRM_KEYS: 'env', NRM_MASTER_KEY: key }).keys).toEqual({
      provider: 'env',
      masterKey: key,
    });
  });

  it('give the owner address only where it is set', () => {
    expect(() => requireOwnerUrl(loadConfig(development))).toThrow('DATABASE_OWNER_URL');
    const ownerUrl = addressOf('nrm_owner');
    expect(requireOwnerUrl(loadConfig({ ...development, DATABASE_OWNER_URL: ownerUrl }))).toBe(ownerUrl);
  });
});

describe('production', () => {
  it('starts when everything is as it should be', () => {
    expect(problemsOf(production)).toEqual([]);
  });

  it.each([
    ['queues without Redis', { REDIS_URL: '' }, 'REDIS_URL'],
    ['demo data', { NRM_DEMO: '1' }, 'NRM_DEMO'],
    ['a demo password', { NRM_DEMO_PASSWORD: 'nar-və-heyva-12' }, 'NRM_DEMO_PASSWORD'],
    ['the training clock', { NRM_CLOCK: 'training' }, 'NRM_CLOCK'],
    ['a default database password', { DATABASE_URL: addressOf('nrm_runtime', 'change-me') }, 'DATABASE_URL'],
    [
      'a default owner password',
      { DATABASE_OWNER_URL: addressOf('nrm_owner', 'postgres') },
      'DATABASE_OWNER_URL',
    ],
    ['a default Redis password', { REDIS_URL: 'redis://:secret@queue:6379' }, 'REDIS_URL'],
    [
      'a master key that is no random one',
      { NRM_KEYS: 'env', NRM_MASTER_KEY: Buffer.alloc(32).toString('base64') },
      'NRM_MASTER_KEY',
    ],
    ['no key file', { NRM_KEY_FILE: '' }, 'NRM_KEY_FILE'],
    [
      'a key file inside the data directory',
      { NRM_KEY_FILE: '/srv/nrm/data/keys/master.key' },
      'NRM_KEY_FILE',
    ],
    ['a key file that is the data directory', { NRM_KEY_FILE: '/srv/nrm/data/.' }, 'NRM_KEY_FILE'],
  ])('refuses %s, which development accepts', (_what, change, setting) => {
    expect(problemsOf({ ...production, ...change })).toEqual([setting]);
    expect(problemsOf({ ...production, ...change, NODE_ENV: 'development' })).toEqual([]);
  });

  it('sees through a link that leads the key into the data directory', () => {
    const place = mkdtempSync(path.join(tmpdir(), 'nrm-config-'));
    symlinkSync(place, `${place}-link`);
    const change = { NRM_DATA_DIR: place, NRM_KEY_FILE: `${place}-link/master.key` };
    expect(problemsOf({ ...production, ...change })).toEqual(['NRM_KEY_FILE']);
    rmSync(`${place}-link`);
    rmSync(place, { recursive: true });
  });

  it('allows a key file in a directory whose name merely begins alike', () => {
    expect(problemsOf({ ...production, NRM_KEY_FILE: '/srv/nrm/data-keys/master.key' })).toEqual([]);
  });
});

describe('.env.example', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n');
  const example = Object.fromEntries(
    lines
      .filter((line) => /^#?[A-Z_]+=/.test(line))
      .map((line) => line.replace('#', '').split(/=(.*)/s).slice(0, 2)),
  ) as Record<string, string>;

  it('lists exactly the settings that are read', () => {
    expect(Object.keys(example).sort()).toEqual(Object.keys(settings.shape).sort());
  });

  it('is accepted in development, and states the defaults', () => {
    const bare = loadConfig(development);
    const { web, metrics, clock, demo, keys, dataDirectory } = loadConfig(example);
    expect({ web, metrics, clock, demo, keys, dataDirectory }).toEqual({
      web: bare.web,
      metrics: bare.metrics,
      clock: bare.clock,
      demo: bare.demo,
      keys: bare.keys,
      dataDirectory: bare.dataDirectory,
    });
  });

  it('is refused in production as it stands', () => {
    expect(problemsOf({ ...example, NODE_ENV: 'production' })).toContain('DATABASE_URL');
  });
});
