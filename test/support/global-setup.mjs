import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '../../tools/postgres/launch.mjs';
import { provisionRoles, connected, roles } from '../../tools/postgres/provision.mjs';
import { build } from '../../tools/start/build.mjs';

/**
 * What all specs of a run share, made when the first of them asks, so that pure specs wait for nothing: one PostgreSQL
 * (at the address in NRM_TEST_POSTGRES) and one build (at that address with `/build`). A random path keeps strangers on
 * this machine out.
 */
export default async function setUp() {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'nrm-test-'));
  fs.chmodSync(directory, 0o755);
  const run = { directory, starting: undefined, building: undefined };
  const secret = `/${randomUUID()}`;
  const steps = {
    [secret]: async () => (await (run.starting ??= start(directory))).access,
    [`${secret}/build`]: () => (run.building ??= build()),
  };
  const desk = http.createServer((request, response) => {
    response.setHeader('connection', 'close'); // a kept connection may close just as the next spec asks
    const step = steps[request.url];
    if (!step) return response.writeHead(404).end();
    return step().then(
      (made) => response.end(JSON.stringify(made)),
      (error) => response.writeHead(500).end(String(error.stack)),
    );
  });
  await new Promise((resolve) => desk.listen(0, '127.0.0.1', resolve));
  desk.unref();
  process.env.NRM_TEST_POSTGRES = `http://127.0.0.1:${desk.address().port}${secret}`;
  globalThis.testRun = { run, desk };
}

async function start(directory) {
  const server = await startPostgres({ directory: path.join(directory, 'postgres'), fast: true });
  await connected(server.urlOf('superuser', 'postgres'), (client) =>
    provisionRoles(client, server.passwordOf),
  );
  const passwords = Object.fromEntries(
    ['superuser', ...roles].map((role) => [role, server.passwordOf(role)]),
  );
  return { server, access: { port: server.port, passwords } };
}
