import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../free-port.mjs';
import { Person, say, scene, until } from './ground.mjs';

/** `npm run try:redis-loss`: the queues are lost with everything in them; then the clocks are counted. */
if (spawnSync('redis-server', ['--version']).status !== 0) {
  say('This scene needs the program redis-server (Debian: apt-get install redis-server).');
  process.exit(2);
}

const port = await freePort();
const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'nrm-try-redis-'));
const redis = spawn(
  'redis-server',
  [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    directory,
    '--save',
    '',
    '--maxmemory-policy',
    'noeviction',
  ],
  { stdio: 'ignore' },
);
const gone = new Promise((resolve) => redis.once('exit', resolve));

try {
  await scene('Redis dies with every queue in it: what is lost?', async (place) => {
    const queues = { REDIS_URL: `redis://127.0.0.1:${port}` };
    const web = await place.web(queues);
    place.worker(queues);
    const police = await Person.signedIn(web.origin, 'police', place.password);
    const cases = await Promise.all(Array.from({ length: 5 }, () => police.open()));
    for (const { id } of cases)
      await police.give(id, 'identification', 'presume', { grounds: 'Sənədi alınıb.' });
    const running = await counted(place, `select count(*)::int as n from deadlines where state = 'running'`);
    say(
      `${cases.length} cases; ${running} deadlines run. Each is a row of PostgreSQL; Redis only holds a wake-up for it.`,
    );
    redis.kill('SIGKILL');
    await gone;
    say('  Redis is killed, with everything it held, and does not come back.');
    const { number } = await police.open();
    say(`  The police open another case meanwhile: ${number}.`);
    await place.sql('select advance_domain_clock($1)', [30 * 3_600_000]);
    const from = Date.now();
    const due = `select count(*)::int as n from deadlines where state = 'running' and due_at <= now_domain()`;
    say(`  Thirty hours pass: ${await counted(place, due)} deadlines are due.`);
    await until('everything due has fired', async () => (await counted(place, due)) === 0);
    say(
      `  The sweep found them all ${((Date.now() - from) / 1000).toFixed(0)} s later (every 15 s it looks by itself).`,
    );
    const passed = await counted(
      place,
      `select count(*)::int as n from timeline_entries where command like '%Passed'`,
    );
    const twice = await counted(
      place,
      `select count(*)::int as n from (select 1 from timeline_entries where command like '%Passed'
         group by case_id, procedure_id, command, happened_at having count(*) > 1) as same`,
    );
    say(`  ${passed} entries of clocks, ${twice} of them twice.`);
    const sound = await place.verify();
    return sound && twice === 0 && passed > 0;
  });
} finally {
  redis.kill('SIGKILL');
  fs.rmSync(directory, { recursive: true, force: true });
}

async function counted({ sql }, text) {
  return Number((await sql(text))[0].n);
}
