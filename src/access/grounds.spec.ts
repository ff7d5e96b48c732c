import { randomUUID } from 'node:crypto';
import { roles } from '#libs/vocabulary';
import { type DemoDesk, demoDesk, moment, signedIn } from '../../test/access/demo-desk.js';
import { nobody, type Statement } from '../platform/index.js';
import { actingAs } from './identity.js';
import { groundOf } from './grounds.js';
import { endParticipationStatement, participateStatement } from './participations.js';
import { demoAccounts, type DemoUsername } from './seed/demo-accounts.js';
import { demoBodies } from './seed/demo-bodies.js';
import { demoBodyId, seedDemoAccounts } from './seed/seed-demo-accounts.js';

let desk: DemoDesk;
beforeAll(async () => {
  desk = await demoDesk();
});
afterAll(() => desk.close());

const ground = (username: DemoUsername, caseId: string) => desk.grounds.of(signedIn(username), caseId);
const write = (...statements: Statement[]) =>
  desk.database.inTransaction(nobody, (tx) => tx.batch(statements));

describe('the ground to know a case', () => {
  it('is participation at its level, and nothing for any other body', async () => {
    const { id } = await desk.addCase({ 'police-baku-nasimi': 'full', 'state-shelter': 'preview' });
    expect(await ground('police', id)).toEqual({ kind: 'participation', level: 'full' });
    expect(await ground('shelter', id)).toEqual({ kind: 'participation', level: 'preview' });
    for (const other of ['police2', 'shelter2', 'ngo', 'investigator', 'admin', 'ombudsman'] as const) {
      expect([other, await ground(other, id)]).toEqual([other, null]);
    }
  });

  it('does not flow along the parent of a body', async () => {
    const { id } = await desk.addCase({
      'ngo-nar-shelter': 'full',
      mia: 'full',
      'local-executive-ganja': 'full',
    });
    expect([await ground('ngo', id), await ground('police', id), await ground('guardian2', id)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('ends with participation; a supervisor of that body still audits it, of another body never', async () => {
    const { id } = await desk.addCase({ 'police-baku-nasimi': 'full' });
    await write(endParticipationStatement(id, demoBodyId('police-baku-nasimi'), moment));
    expect(await ground('police', id)).toBeNull();
    expect(await ground('supervisor', id)).toEqual({ kind: 'oversight' });
    expect(await ground('shelterSupervisor', id)).toBeNull();
  });

  it('is oversight for the Coordinator, for the Ombudsman only in a sample, never for the administrator', async () => {
    const { id } = await desk.addCase({ administration: 'full' });
    expect(await ground('coordinator', id)).toEqual({ kind: 'oversight' });
    expect(await ground('ombudsman', id)).toBeNull();
    await desk.past("insert into review_samples (case_id, reason, sampled_at) values ($1, 'void', $2)", [
      id,
      moment,
    ]);
    expect(await ground('ombudsman', id)).toEqual({ kind: 'oversight' });
    expect(await ground('admin', id)).toBeNull();
  });

  it('by a sample opens the row policies for this one case and this one transaction', async () => {
    const sampled = await desk.addCase({});
    const other = await desk.addCase({});
    await desk.past("insert into review_samples (case_id, reason, sampled_at) values ($1, 'void', $2)", [
      sampled.id,
      moment,
    ]);
    const ombudsman = signedIn('ombudsman');
    const seen = await desk.database.inTransaction(actingAs(ombudsman), async (tx) => {
      await groundOf(tx, ombudsman, sampled.id);
      return (
        await tx.query<{ id: string }>('select id from cases where id = any($1)', [[sampled.id, other.id]])
      ).rows;
    });
    expect(seen).toEqual([{ id: sampled.id }]);
    const later = await desk.database.inTransaction(actingAs(ombudsman), (tx) =>
      tx.query('select id from cases where id = $1', [sampled.id]),
    );
    expect(later.count).toBe(0);
  });
});

describe('participation', () => {
  const bodyId = demoBodyId('clinic');
  const rowsOf = async (caseId: string) =>
    (
      await desk.past(
        'select level, ended_at from participations where case_id = $1 order by since, ended_at',
        [caseId],
      )
    ).rows;

  it.each([
    ['preview', 'full', 'full'],
    ['preview', 'serving', 'serving'],
    ['serving', 'full', 'full'],
    ['full', 'preview', 'full'],
    ['full', 'serving', 'full'],
    ['serving', 'preview', 'serving'],
  ] as const)('at %s, told %s, is %s', async (first, then, result) => {
    const caseId = randomUUID();
    await write(
      participateStatement(caseId, { bodyId, level: first }, moment),
      participateStatement(caseId, { bodyId, level: then }, moment),
    );
    expect(await rowsOf(caseId)).toEqual([{ level: result, ended_at: null }]);
  });

  it('that ended begins anew at its new level, in a row of its own', async () => {
    const caseId = randomUUID();
    const end = '2016-03-02T08:00:00.000Z';
    await write(
      participateStatement(caseId, { bodyId, level: 'full' }, moment),
      endParticipationStatement(caseId, bodyId, end),
      participateStatement(caseId, { bodyId, level: 'preview' }, end),
    );
    expect(await rowsOf(caseId)).toEqual([
      { level: 'full', ended_at: new Date(end) },
      { level: 'preview', ended_at: null },
    ]);
    expect(await ground('clinic', caseId)).toEqual({ kind: 'participation', level: 'preview' });
  });
});

describe('demo accounts', () => {
  it('play every role, and are added once', async () => {
    expect(new Set(Object.values(demoAccounts).map(({ role }) => role))).toEqual(new Set(roles));
    const count = async () =>
      (
        await desk.past(
          'select (select count(*) from accounts)::int as a, (select count(*) from bodies)::int as b',
        )
      ).rows[0];
    const before = await count();
    expect(before).toEqual({ a: Object.keys(demoAccounts).length, b: Object.keys(demoBodies).length });
    await desk.database.inTransaction(nobody, (tx) => seedDemoAccounts(tx, 'some other password'));
    expect(await count()).toEqual(before);
  });

  it('are the ones that are promised', () => {
    expect(Object.keys(demoAccounts).sort()).toEqual(
      (
        'admin clinic commission consul coordinator guardian guardian2 hotline investigator investigator2 lawyer local ' +
        'migration ngo ombudsman police police2 prosecutor reviewer school shelter shelter2 shelterSupervisor social supervisor'
      ).split(' '),
    );
  });
});
