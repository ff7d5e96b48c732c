import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedServer, startPostgres } from './launch.mjs';
import { connected, provision } from './provision.mjs';
import { isAlive, until } from './running.mjs';

const launcher = path.resolve('tools/postgres/launch.mjs');
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'nrm-test-launch-'));
  chmodSync(directory, 0o755);
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** A process of its own that starts a server and waits; gives both process ids. */
async function startElsewhere(): Promise<{ parent: ChildProcess; server: number }> {
  const program = `import { startPostgres } from ${JSON.stringify(launcher)};
    const server = await startPostgres({ directory: ${JSON.stringify(directory)}, fast: true });
    process.stdout.write(String(server.pid)); setInterval(() => undefined, 1000);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output] = (await once(parent.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { parent, server: Number(output.toString()) };
}

async function value(server: EmbeddedServer): Promise<unknown> {
  const { rows } = await connected(server.urlOf('nrm_owner', 'spec_test'), (client) =>
    client.query('select * from kept'),
  );
  return rows;
}

describe('the embedded server', () => {
  it('leaves no process when its starter is killed', async () => {
    const { parent, server } = await startElsewhere();
    expect(isAlive(server)).toBe(true);
    parent.kill('SIGKILL');
    await until(() => !isAlive(server), 10_000, 'the server outlived its starter');
  });

  it('resumes with the data of the last start, also after being killed', async () => {
    const first = await startPostgres({ directory });
    await provision(first, 'spec_test');
    await connected(first.urlOf('nrm_owner', 'spec_test'), (client) =>
      client.query('create table kept as select 1914 as year'),
    );
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    await first.stop();
    const second = await startPostgres({ directory });
    expect(await value(second)).toEqual([{ year: 1914 }]);
    await second.stop();
    const third = await startPostgres({ directory });
    expect(await value(third)).toEqual([{ year: 1914 }]);
    await third.stop();
  });

  it('refuses a directory in use, and takes over one whose starter is gone', async () => {
    const { parent, server } = await startElsewhere();
    await expect(startPostgres({ directory, fast: true })).rejects.toThrow(`in use by process ${parent.pid}`);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    const mine = await startPostgres({ directory, fast: true });
    expect(isAlive(server)).toBe(false);
    await mine.stop();
  });

  it('asks everyone for a password, keeps each for its owner alone, and gives nobody more than needed', async () => {
    const server = await startPostgres({ directory, fast: true });
    await provision(server, 'spec_test');
    const places = path.join(directory, 'passwords');
    for (const role of readdirSync(places)) {
      expect(statSync(path.join(places, role)).mode & 0o777).toBe(0o600);
      const wrong = new URL(server.urlOf(role, 'postgres'));
      wrong.password = 'guess';
      await expect(connected(wrong.href, (client) => client.query('select 1'))).rejects.toThrow(/password/);
    }
    const { rows } = await connected(server.urlOf('superuser', 'spec_test'), (client) =>
      client.query(`select rolname from pg_roles where rolname like 'nrm\\_%'
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`),
    );
    expect(rows).toEqual([]);
    const rules = readFileSync(path.join(directory, 'cluster', 'pg_hba.conf'), 'utf8');
    expect(rules).not.toMatch(/^[^#]*\btrust\b/m);
    await server.stop();
  });
});
