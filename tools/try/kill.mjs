import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../free-port.mjs';
import { Person, say, scene, until } from './ground.mjs';

/** `npm run try:kill`: both processes are killed in the middle of work; then everything is counted. */
const commands = 60;

await scene('Killing the processes in the middle of work: what is lost?', async (place) => {
  const PORT_OF_TRY = await freePort();
  let web = await place.web({ PORT_OF_TRY });
  const police = await Person.signedIn(web.origin, 'police', place.password);
  const cases = await Promise.all(Array.from({ length: 6 }, () => police.open()));
  say(
    `${cases.length} cases are opened. An officer writes ${commands} steps into them, and the web process is killed twice.`,
  );
  const jobs = Array.from({ length: commands }, (_, n) => ({
    caseId: cases[n % cases.length].id,
    key: randomUUID(),
  }));
  const writing = write(police, jobs);
  for (const part of [0.3, 0.6]) {
    await until('some are written', () => jobs.filter(({ done }) => done).length >= commands * part);
    await web.kill();
    say(`  kill -9 of the web process after ${jobs.filter(({ done }) => done).length} answers`);
    web = await place.web({ PORT_OF_TRY });
  }
  await writing;
  say(`  ${jobs.filter(({ tries }) => tries > 1).length} steps had to be sent again, with the key they had`);
  const entries = await counted(
    place,
    `select count(*)::int as n from timeline_entries where command = 'recordSafeContact'`,
  );
  say(`  ${entries} entries for ${commands} steps`);
  const fired = await clocks(place, police, cases);
  const sound = await place.verify();
  return entries === commands && fired && sound;
});

/** Writes them all, a few at a time; what has no answer is sent again until it has one. */
async function write(police, jobs) {
  const waiting = [...jobs];
  const one = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      job.tries = 0;
      while (!job.done) {
        job.tries += 1;
        job.done = await step(police, job).catch(() => false);
        if (!job.done) await pause(20);
      }
    }
  };
  await Promise.all(Array.from({ length: 4 }, one));
}

async function step(police, { caseId, key }) {
  const { revision } = await police.get(`/cases/${caseId}`);
  const body = { procedure: 'caseFile', command: 'recordSafeContact', data: { safeContact: 'yalnız səhər' } };
  const headers = { 'idempotency-key': key, 'if-match': `"${revision}"` };
  return (await police.post(`/cases/${caseId}/commands`, body, headers)).status === 200;
}

/** Four days pass, and the worker dies twice while it catches up. */
async function clocks(place, police, cases) {
  for (const { id } of cases)
    await police.give(id, 'identification', 'presume', { grounds: 'Sənədi alınıb.' });
  await place.sql(`select advance_domain_clock($1)`, [4 * 24 * 3_600_000]);
  const due = await counted(
    place,
    `select count(*)::int as n from deadlines where state = 'running' and due_at <= now_domain()`,
  );
  say(`\nFour days pass at once: ${due} deadlines are due. The worker is killed twice while it catches up.`);
  const firedNow = `select count(*)::int as n from timeline_entries where command like '%Passed'`;
  for (const share of [0.2, 0.9]) {
    const worker = place.worker();
    await until('some have fired', async () => (await counted(place, firedNow)) >= due * share);
    await worker.kill();
    say(`  kill -9 of the worker after ${await counted(place, firedNow)} of them`);
    // What the dead worker held would come free by itself some seconds later.
    await place.sql(`update deadlines set sweep_after = null where state = 'running'`);
    await place.sql('update outbox_messages set available_at = clock_timestamp() where done_at is null');
  }
  place.worker();
  const open = `select (select count(*) from deadlines where state = 'running' and due_at <= now_domain())
    + (select count(*) from outbox_messages where done_at is null) as n`;
  await until('everything due has fired', async () => (await counted(place, open)) === 0);
  const twice = await counted(
    place,
    `select count(*)::int as n from (select 1 from timeline_entries where command like '%Passed'
       group by case_id, procedure_id, command, happened_at having count(*) > 1) as same`,
  );
  const passed = await counted(
    place,
    `select count(*)::int as n from timeline_entries where command like '%Passed'`,
  );
  say(`  ${passed} entries of clocks, ${twice} of them twice; nothing waits`);
  return twice === 0 && passed >= due;
}

async function counted({ sql }, text) {
  return Number((await sql(text))[0].n);
}
