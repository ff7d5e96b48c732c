import { checkpointDatabase } from '../../tools/nrm/checkpoint.js';
import { signingKey } from '../../tools/nrm/keys.js';
import { verifyDatabase, verifyFile } from '../../tools/nrm/verify.js';
import { connected } from '../../tools/postgres/provision.mjs';
import { startApplication, type TestApplication } from '../support/application.js';
import type { Client } from '../support/client.js';

interface Finding {
  readonly kind: string;
  readonly seq: number | null;
}

interface Tampering {
  /** What somebody does who rules over the database; `$1` is the case. */
  readonly sql: readonly string[];
  /** What is found, by entry; for a stored instance no entry is wrong. */
  readonly found: readonly Finding[];
}

const renumber = (from: number, to: number) =>
  `update timeline_entries set seq = ${to} where case_id = $1 and seq = ${from}`;
const copied = (columns: string) =>
  `insert into timeline_entries (case_id, seq, cause_seq, type, version, recorded_at, happened_at, actor_id, actor_role,
     actor_body_id, procedure, procedure_id, machine, command, from_state, to_state, links, legal_basis, plan_version,
     payload, previous_hash, hash)
   select case_id, ${columns}, actor_id, actor_role, actor_body_id, procedure, procedure_id, machine, command,
     from_state, to_state, links, legal_basis, plan_version, payload, hash, md5(hash) || md5(previous_hash)
   from timeline_entries where case_id = $1`;

const tamperings: Readonly<Record<string, Tampering>> = {
  'an edited payload': {
    sql: [`update timeline_entries set payload = payload || '{"x": 1}' where case_id = $1 and seq = 3`],
    found: [{ kind: 'edited', seq: 3 }],
  },
  'an edited actor': {
    sql: [
      `update timeline_entries set actor_id = (select id from accounts where username = 'police2')
       where case_id = $1 and seq = 1`,
    ],
    found: [{ kind: 'edited', seq: 1 }],
  },
  'an earlier moment': {
    sql: [
      `update timeline_entries set happened_at = happened_at - interval '1 day' where case_id = $1 and seq = 4`,
    ],
    found: [{ kind: 'edited', seq: 4 }],
  },
  'an entry with a new hash': {
    sql: [`update timeline_entries set hash = repeat('a', 64) where case_id = $1 and seq = 2`],
    found: [{ kind: 'edited', seq: 2 }],
  },
  'a deleted entry': {
    sql: ['delete from timeline_entries where case_id = $1 and seq = 3'],
    found: [{ kind: 'deleted', seq: 3 }],
  },
  'a deleted first entry': {
    sql: ['delete from timeline_entries where case_id = $1 and seq = 1'],
    found: [{ kind: 'deleted', seq: 1 }],
  },
  'a truncated timeline': {
    sql: ['delete from timeline_entries where case_id = $1 and seq > 4'],
    found: [{ kind: 'truncated', seq: 5 }],
  },
  'a timeline truncated with its head': {
    sql: [
      'delete from timeline_entries where case_id = $1 and seq > 4',
      `update cases set head_seq = 4, head_hash = (select hash from timeline_entries where case_id = $1 and seq = 4)
       where id = $1`,
    ],
    found: [
      { kind: 'replayDiffers', seq: null },
      { kind: 'replayDiffers', seq: null },
    ],
  },
  'an inserted entry': {
    sql: [
      'update timeline_entries set seq = seq + 100 where case_id = $1 and seq > 2',
      'update timeline_entries set seq = seq - 99 where case_id = $1 and seq > 100',
      `${copied('3, null, type, version, recorded_at, happened_at')} and seq = 2`,
    ],
    found: [
      { kind: 'edited', seq: 3 },
      { kind: 'edited', seq: 4 },
      { kind: 'edited', seq: 5 },
      { kind: 'inserted', seq: 6 },
    ],
  },
  'an entry appended without the door': {
    sql: [
      `${copied(`seq + 1, null, type, version, recorded_at, happened_at`)}
       order by seq desc limit 1`,
    ],
    found: [{ kind: 'inserted', seq: 6 }],
  },
  'two entries in each other’s place': {
    sql: [renumber(2, 900), renumber(3, 2), renumber(900, 3)],
    found: [
      { kind: 'inserted', seq: 2 },
      { kind: 'deleted', seq: 2 },
      { kind: 'inserted', seq: 3 },
    ],
  },
  'a stored instance in another state': {
    sql: [
      `update procedure_instances set state = 'identified' where case_id = $1 and type = 'identification'`,
    ],
    found: [{ kind: 'replayDiffers', seq: null }],
  },
  'a clock of a stored instance put forward': {
    sql: [
      `update procedure_instances set clocks = jsonb_set(clocks, '{inform,dueAt}', '"2014-07-24T00:00:00.000Z"')
       where case_id = $1 and type = 'reflection'`,
    ],
    found: [{ kind: 'replayDiffers', seq: null }],
  },
  'a stored instance that is gone': {
    sql: [`delete from procedure_instances where case_id = $1 and type = 'reflection'`],
    found: [{ kind: 'replayDiffers', seq: null }],
  },
};

let application: TestApplication;
let police: Client;
let coordinator: Client;

beforeAll(async () => {
  application = await startApplication();
  police = await application.signIn('police');
  coordinator = await application.signIn('coordinator');
}, 120_000);
afterAll(() => application.close());

/** A presumed victim: a timeline of several procedures. */
async function presumed(): Promise<{ id: string; number: string }> {
  const { body } = await police.open({ consent: { referToMainDepartment: 'yes' } });
  const { status } = await police.give(body.id, 'identification', 'presume', { grounds: 'Borc əsarəti.' });
  expect(status).toBe(200);
  return body;
}

async function tamper(caseId: string, sql: readonly string[]): Promise<void> {
  await connected(application.database.superuserUrl, async (client) => {
    for (const text of sql) {
      const { rowCount } = await client.query(text, text.includes('$1') ? [caseId] : []);
      expect(rowCount).toBeGreaterThan(0);
    }
  });
}

/** What `npm run nrm -- timeline verify --case` says of a case. */
async function toldByCommandLine(number: string): Promise<{ sound: boolean; found: readonly Finding[] }> {
  const said: string[] = [];
  const { publicKey } = await signingKey(application.environment);
  const asked = { number, publicKey };
  const sound = await verifyDatabase(application.database.sweepUrl, asked, (line) => said.push(line));
  return { sound, found: said.flatMap(findingOf) };
}

/** A line as a finding: `AZ-2016-000001: entry 3 edited: …`, or of a procedure whose entries tell otherwise. */
function findingOf(line: string): Finding[] {
  const [, seq, kind = ''] = /: entry (\d+) (\w+): /.exec(line) ?? [];
  if (seq !== undefined) return [{ kind, seq: Number(seq) }];
  return / is not what its entries tell$/.test(line) ? [{ kind: 'replayDiffers', seq: null }] : [];
}

/** What the interface says of a case to who oversees timelines. */
async function toldByInterface(caseId: string): Promise<readonly Finding[]> {
  const { body } = await coordinator.get<{ items: { id: string; findings: Finding[] }[] }>(
    '/supervision/integrity?limit=1000',
  );
  return (body.items.find(({ id }) => id === caseId)?.findings ?? []).map(({ kind, seq }) => ({ kind, seq }));
}

it.each(Object.entries(tamperings))('finds and names %s', async (_what, tampering) => {
  const { id, number } = await presumed();
  expect(await toldByCommandLine(number)).toEqual({ sound: true, found: [] });
  expect(await toldByInterface(id)).toEqual([]);
  await tamper(id, tampering.sql);
  expect(await toldByCommandLine(number)).toEqual({ sound: false, found: tampering.found });
  expect(await toldByInterface(id)).toEqual(tampering.found);
});

it('finds in a file that was taken away what was changed in it afterwards', async () => {
  const { id } = await presumed();
  const { body } = await coordinator.get(`/cases/${id}/timeline/export`);
  const whole = JSON.stringify(body);
  const found = (text: string) => {
    const said: string[] = [];
    return { sound: verifyFile(text, (line) => said.push(line)), found: said.flatMap(findingOf) };
  };
  expect(found(whole)).toEqual({ sound: true, found: [] });
  const changed = found(whole.replace('"command":"presume"', '"command":"signal"'));
  expect(changed).toMatchObject({ sound: false, found: [{ kind: 'edited' }] });
  expect(found('no JSON')).toEqual({ sound: false, found: [] });
});

describe('by the rights of the database', () => {
  const kept = ['timeline_entries', 'access_records', 'command_receipts', 'checkpoints'];
  const attacks = kept.flatMap((table) => [
    `update ${table} set ${table === 'access_records' ? 'what = what' : 'case_id = case_id'}`,
    `delete from ${table}`,
    `truncate ${table}`,
    `alter table ${table} disable row level security`,
    `drop table ${table}`,
  ]);

  it.each(['runtimeUrl', 'sweepUrl', 'relayUrl'] as const)(
    '%s cannot change what was written',
    async (url) => {
      for (const attack of attacks)
        await connected(application.database[url], async (client) => {
          await expect(client.query(attack)).rejects.toMatchObject({ code: '42501' });
        });
    },
  );

  it('has something to change there', async () => {
    await checkpointDatabase(
      application.database.sweepUrl,
      await signingKey(application.environment),
      () => 0,
    );
    const rows = await application.sql(
      kept.map((table) => `select count(*) > 0 as there from ${table}`).join(' union '),
    );
    expect(rows).toEqual([{ there: true }]);
  });
});
