import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadConfig } from '../../src/config/index.js';
import { root } from '../architecture/planted-tree.js';
import { composeSchema } from './compose-schema.js';

const read = (name: string) => readFileSync(join(root, name), 'utf8');
const compose = read('docker-compose.yml');
const dockerfile = read('Dockerfile');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const example = [...read('.env.example').matchAll(/^(?:# ?)?([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name);

const whole = () => JSON.stringify(parse(compose, { merge: true }));
const faults = (file: unknown) =>
  composeSchema.safeParse(file).error?.issues.map(({ path }) => path.join('.'));

/** The file with one value set at a path of keys. */
function changed(keys: readonly string[], value: unknown): unknown {
  const file = JSON.parse(whole()) as Record<string, unknown>;
  const last = keys.at(-1) ?? '';
  const place = keys.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, file);
  place[last] = value;
  return file;
}

describe('docker-compose.yml', () => {
  const { services } = composeSchema.parse(JSON.parse(whole()));
  const ours = Object.entries(services).filter(([, { build }]) => build);

  it.each([
    ['services.web', 'services.web.comand', ['node']],
    ['services.web', 'services.web.depends_on.migrations', { condition: 'service_healthy' }],
    ['services.web', 'services.web.volumes', ['elsewhere:/data']],
    ['services.web.volumes.0', 'services.web.volumes', ['./catalogues:/catalogues']],
    ['services.web.ports.0', 'services.web.ports', ['3000:3000']],
    ['services.redis.healthcheck.interval', 'services.redis.healthcheck.interval', 5],
    ['services.redis.restart', 'services.redis.restart', 'never'],
    ['version', 'version', '3'],
  ])('would be refused at %s for a mistake in %s', (path, keys, value) => {
    expect(faults(changed(keys.split('.'), value))).toEqual([path]);
  });

  it('is in the form of the Compose specification', () => {
    expect(faults(JSON.parse(whole()))).toBeUndefined();
  });

  it('runs web, worker, migrations and provision as the scripts do', () => {
    const commands = ours.map(([name, { command }]) => [name, command?.join(' ')]);
    expect(Object.fromEntries(commands)).toEqual({
      web: scripts['start:web'],
      worker: scripts['start:worker'],
      migrate: scripts.migrate,
      provision: scripts.provision,
    });
  });

  it('uses only variables that .env.example explains', () => {
    const used = [...compose.matchAll(/\$\{([A-Z0-9_]+)/g)].map(([, name]) => name);
    expect(used).toContain('NRM_MASTER_KEY');
    expect(used.filter((name) => !example.includes(name))).toEqual([]);
  });

  it('gives our processes only settings that .env.example explains', () => {
    const given = ours.flatMap(([, { environment = {} }]) => Object.keys(environment));
    expect(given.filter((name) => !example.includes(name))).toEqual([]);
  });

  it('has no default for any secret', () => {
    const secrets = [...compose.matchAll(/\$\{(\w*(?:PASSWORD|KEY))([^}]*)\}/g)];
    expect(secrets.length).toBeGreaterThan(5);
    expect(secrets.filter(([, , rest]) => rest !== ':?').map(([text]) => text)).toEqual([]);
  });

  it.each(['web', 'worker', 'migrate'])('gives %s settings that production takes', (name) => {
    const values: Record<string, string> = {};
    const secret = (variable: string) =>
      (values[variable] ??= randomBytes(variable === 'NRM_MASTER_KEY' ? 32 : 24).toString('base64'));
    const filled = Object.entries(services[name].environment ?? {}).map(([key, text]) => [
      key,
      text.replace(/\$\{(\w+)(?::-([^}]*)|:\?)\}/g, (_, variable: string, standard?: string) =>
        standard === undefined ? encodeUnlessKey(variable, secret(variable)) : standard,
      ),
    ]);
    const image = { NRM_DATA_DIR: '/data', HOST: '0.0.0.0' };
    const config = loadConfig({ ...image, ...(Object.fromEntries(filled) as Record<string, string>) });
    expect(config.environment).toBe('production');
    expect(Boolean(config.database.ownerUrl)).toBe(name === 'migrate');
  });

  it('keeps the queues on disk and lets none be dropped', () => {
    const command = services.redis.command ?? [];
    expect(command[command.indexOf('--appendonly') + 1]).toBe('yes');
    expect(command[command.indexOf('--maxmemory-policy') + 1]).toBe('noeviction');
    expect(services.redis.volumes).toEqual(['redis:/data']);
  });

  it('asks every lasting service whether it is well, and starts nothing before its ground is there', () => {
    const lasting = Object.entries(services).filter(([, { restart }]) => restart !== 'no');
    expect(lasting.filter(([, { healthcheck }]) => !healthcheck).map(([name]) => name)).toEqual([]);
    expect(services.web.depends_on?.migrate.condition).toBe('service_completed_successfully');
    expect(services.migrate.depends_on?.provision.condition).toBe('service_completed_successfully');
    expect(services.provision.depends_on?.postgres.condition).toBe('service_healthy');
  });
});

const encodeUnlessKey = (variable: string, value: string) =>
  variable === 'NRM_MASTER_KEY' ? value : encodeURIComponent(value);

describe('Dockerfile', () => {
  const lines = dockerfile.split('\n').filter((line) => line && !line.startsWith('#'));
  const stages = lines
    .join('\n')
    .split(/^FROM /m)
    .slice(1);

  it('ends as a user without rights', () => {
    expect(stages.at(-1)).toMatch(/^USER node$/m);
  });

  it('uses only scripts that exist', () => {
    const used = [...dockerfile.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
    expect(used).toEqual(['build']);
    expect(used.filter((name) => !(name in scripts))).toEqual([]);
    expect(JSON.parse(/^CMD (.+)$/m.exec(dockerfile)?.[1] ?? '[]').join(' ')).toBe(scripts['start:web']);
  });

  it('copies only what is in the repository or in an earlier stage', () => {
    const names = [...dockerfile.matchAll(/^FROM .* AS (\w+)$/gm)].map(([, name]) => name);
    const copies = [...dockerfile.matchAll(/^COPY (?:--from=(\w+) )?(.+) \S+$/gm)];
    expect(copies.length).toBeGreaterThan(5);
    for (const [, stage, sources] of copies) {
      if (stage) expect(names).toContain(stage);
      else expect(sources.split(' ').filter((source) => !existsSync(join(root, source)))).toEqual([]);
    }
  });

  it('sets only what .env.example explains, and no secret', () => {
    const set = [...(stages.at(-1) ?? '').matchAll(/([A-Z_]+)=/g)].map(([, name]) => name);
    expect(set).toContain('NRM_DATA_DIR');
    expect(set.filter((name) => !example.includes(name) || /PASSWORD|KEY|URL/.test(name))).toEqual([]);
  });

  it('leaves what is secret or built elsewhere out of the image', () => {
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.env', '.data', '.git', 'node_modules', 'dist']));
  });
});
