import { randomBytes, randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { compartments } from '#libs/vocabulary';
import type { Compartment } from '#libs/vocabulary';
import { type DemoDesk, demoDesk, moment, signedIn } from '../../test/access/demo-desk.js';
import {
  actingAs,
  BreakGlassService,
  type DemoUsername,
  type Ground,
  InstallationKeys,
} from '../access/index.js';
import { LocalKey, type Statement, SweepDatabase, nobody } from '../platform/index.js';
import { BlindIndex } from './blind-index.js';
import { DataKeys } from './data-keys.js';
import { isCommitted, type VaultText } from './items.js';
import { ReadingRoom } from './reading-room.js';
import { ReturnCodes } from './return-codes.js';
import { assertSameKey } from './same-key.js';
import { sealStatements, shredStatements, unsealStatements } from './seals.js';
import { NoSuchCompartment, Vault } from './vault.js';

let desk: DemoDesk;
let vault: Vault;
let index: BlindIndex;
let dataKeys: DataKeys;

beforeAll(async () => {
  Logger.overrideLogger(false);
  desk = await demoDesk();
  dataKeys = new DataKeys(desk.provider);
  index = new BlindIndex(desk.keys);
  const room = new ReadingRoom(desk.database, desk.records, dataKeys);
  vault = new Vault(desk.database, dataKeys, index, new ReturnCodes(desk.keys), desk.keys, room);
});
afterAll(() => desk.close());

const text = (compartment: Compartment, value: string, field = 'note'): VaultText => ({
  compartment,
  field,
  value,
});
const write = (statements: readonly Statement[], as = nobody) =>
  desk.database.inTransaction(as, (tx) => tx.batch(statements));
const everything = compartments.map((compartment) => text(compartment, `sirr: ${compartment}`));

/** A case with these texts in which the clinic, the police and the State Shelter (preview) take part. */
async function caseWith(texts: readonly VaultText[] = everything) {
  const { id, number } = await desk.addCase({
    clinic: 'full',
    'police-baku-nasimi': 'full',
    'state-shelter': 'preview',
  });
  const sealed = await vault.sealNew(id, randomUUID(), texts);
  await write(sealed.statements(moment));
  return { id, number, refs: sealed.refs };
}

async function read(username: DemoUsername, caseId: string, wanted: readonly Compartment[] = compartments) {
  const identity = signedIn(username);
  const ground = (await desk.grounds.of(identity, caseId)) as Ground;
  return vault.open(identity, ground, caseId, wanted, 'case-page');
}
const values = async (...args: Parameters<typeof read>) =>
  (await read(...args)).texts.map(({ value }) => value).sort();
const recordCount = async (caseId: string) =>
  (await desk.past('select count(*)::int as n from access_records where case_id = $1', [caseId])).rows[0]
    .n as number;

describe('reading', () => {
  it('opens what the role may know and types the rest as restricted', async () => {
    const { id, refs } = await caseWith();
    const opened = await read('clinic', id);
    expect(opened.texts.map(({ compartment, value }) => [compartment, value]).sort()).toEqual([
      ['contact', 'sirr: contact'],
      ['health', 'sirr: health'],
      ['identity', 'sirr: identity'],
    ]);
    expect(opened.texts.map(({ item }) => item).every((item) => refs.some((ref) => ref.item === item))).toBe(
      true,
    );
    expect(opened.shut).toEqual(
      Object.fromEntries(
        ['location', 'statement', 'child', 'criminal'].map((one) => [one, { restricted: true }]),
      ),
    );
    expect(opened.damaged).toEqual([]);
  });

  it('opens nothing in preview, to overseers, or to a body whose participation ended on the way', async () => {
    const { id } = await caseWith();
    expect(await values('shelter', id)).toEqual([]);
    expect(await values('coordinator', id)).toEqual([]);
    const pretended: Ground = { kind: 'participation', level: 'full' };
    const opened = await vault.open(signedIn('ngo'), pretended, id, ['identity'], 'case-page');
    expect(opened).toEqual({ texts: [], damaged: [], shut: { identity: { restricted: true } } });
    const glass: Ground = {
      kind: 'breakGlass',
      grantId: randomUUID(),
      compartments: ['identity'],
      expiresAt: new Date(Date.now() + 1000),
    };
    expect((await vault.open(signedIn('ngo'), glass, id, ['identity'], 'x')).shut).toEqual({
      identity: { restricted: true },
    });
  });

  it('is recorded before it happens: who, what, by which ground, for which purpose', async () => {
    const { id } = await caseWith();
    await read('clinic', id, ['health', 'criminal']);
    const clinic = signedIn('clinic');
    const records = await desk.database.inTransaction(actingAs(clinic), (tx) => desk.records.ofCase(tx, id));
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      accountId: clinic.accountId,
      what: 'compartments',
      compartments: ['health'],
      ground: 'participation',
      detail: 'case-page',
    });
    await read('shelter', id);
    expect(await recordCount(id)).toBe(1);
  });

  it('stays shut while the access record cannot be written; the case itself stays visible', async () => {
    const { id } = await caseWith();
    await desk.past('revoke insert on access_records from nrm_runtime');
    try {
      expect(await read('clinic', id, ['identity', 'criminal'])).toEqual({
        texts: [],
        damaged: [],
        shut: { identity: { unavailable: true }, criminal: { restricted: true } },
      });
      const header = await desk.database.inTransaction(actingAs(signedIn('clinic')), (tx) =>
        tx.query('select number from cases where id = $1', [id]),
      );
      expect(header.count).toBe(1);
    } finally {
      await desk.past('grant insert on access_records to nrm_runtime');
    }
    expect(await values('clinic', id, ['identity'])).toEqual(['sirr: identity']);
  });

  it('by break-glass opens what was granted, and records it as such, until the grant is over', async () => {
    const { id, number } = await caseWith();
    const ngo = signedIn('ngo');
    const service = new BreakGlassService(desk.database, desk.records, desk.keys);
    await service.ask(ngo, { number, reason: 'təcili', compartments: ['contact'] });
    const ground = (await desk.grounds.of(ngo, id)) as Ground;
    const opened = await vault.open(ngo, ground, id, ['contact', 'identity'], 'emergency');
    expect(opened.texts.map(({ value }) => value)).toEqual(['sirr: contact']);
    expect(opened.shut).toEqual({ identity: { restricted: true } });
    const { rows } = await desk.past(
      "select ground, compartments from access_records where case_id = $1 and what = 'compartments'",
      [id],
    );
    expect(rows).toEqual([{ ground: 'breakGlass', compartments: ['contact'] }]);
    await desk.past('update break_glass_grants set expires_at = clock_timestamp() where case_id = $1', [id]);
    expect((await vault.open(ngo, ground, id, ['contact'], 'emergency')).shut).toEqual({
      contact: { restricted: true },
    });
  });
});

describe('ciphertext', () => {
  const itemOf = async (caseId: string, compartment: Compartment) =>
    (
      await desk.past('select * from vault_items where case_id = $1 and compartment = $2', [
        caseId,
        compartment,
      ])
    ).rows[0];

  it('holds no word of the person, and neither does a reference', async () => {
    const { id, refs } = await caseWith([text('identity', 'Aygün Misallı', 'person')]);
    const { rows } = await desk.past(
      'select to_jsonb(i)::text as row, ciphertext from vault_items i where case_id = $1',
      [id],
    );
    expect(rows[0].ciphertext.includes(Buffer.from('Misall'))).toBe(false);
    expect(JSON.stringify(refs) + rows[0].row).not.toContain('Misall');
    expect(refs).toEqual([
      {
        field: 'person',
        compartment: 'identity',
        item: expect.any(String),
        commitment: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('commits each text to its place: equal texts differ, and only the right one is recognised', async () => {
    const { id, refs } = await caseWith([text('identity', 'eyni söz'), text('identity', 'eyni söz')]);
    const [one, other] = refs;
    if (!one || !other) throw new Error('two texts, two references');
    expect(one.commitment).not.toBe(other.commitment);
    const { rows } = await desk.past(
      "select wrapped from vault_keys where case_id = $1 and compartment = 'identity'",
      [id],
    );
    const key = await dataKeys.unwrap(id, 'identity', rows[0].wrapped);
    expect([isCommitted(one, 'eyni söz', key), isCommitted(one, 'başqa söz', key)]).toEqual([true, false]);
  });

  it.each([
    ['another field', "update vault_items set field = 'other' where id = $1"],
    ['another item', 'update vault_items set id = gen_random_uuid() where id = $1'],
    [
      'a changed byte',
      'update vault_items set ciphertext = set_byte(ciphertext, 30, get_byte(ciphertext, 30) # 1) where id = $1',
    ],
  ])('does not open as %s: it is damaged, the rest still opens', async (_how, sql) => {
    const { id } = await caseWith([text('identity', 'bir'), text('contact', 'iki')]);
    await desk.past(sql, [(await itemOf(id, 'identity')).id]);
    const opened = await read('clinic', id);
    expect(opened.texts.map(({ value }) => value)).toEqual(['iki']);
    expect(opened.damaged).toHaveLength(1);
  });

  it('does not open in another compartment or another case, even with its key carried along', async () => {
    const one = await caseWith([text('criminal', 'cinayət')]);
    const other = await caseWith([text('contact', 'əlaqə')]);
    const stolen = await itemOf(one.id, 'criminal');
    await desk.past("update vault_items set compartment = 'health' where id = $1", [stolen.id]);
    expect(await values('clinic', one.id, ['health'])).toEqual([]);
    await desk.past(
      `update vault_keys set wrapped = (select wrapped from vault_keys where case_id = $1 and compartment = 'criminal')
       where case_id = $2 and compartment = 'health'`,
      [one.id, other.id],
    );
    await desk.past("update vault_items set case_id = $2, compartment = 'health' where id = $1", [
      stolen.id,
      other.id,
    ]);
    const opened = await read('clinic', other.id);
    expect(opened.texts.map(({ value }) => value)).toEqual(['əlaqə']);
    expect(opened.damaged).toEqual([stolen.id]);
  });

  it('has a key of its own per case and compartment', async () => {
    const [one, two] = [await vault.newCaseKeys(randomUUID()), await vault.newCaseKeys(randomUUID())];
    const all = [...one.keys.values(), ...two.keys.values()].flatMap(({ encryption, commitment }) => [
      encryption.toString('hex'),
      commitment.toString('hex'),
    ]);
    expect(new Set(all).size).toBe(compartments.length * 4);
  });
});

describe('writing', () => {
  it('adds to a case that exists, also for a body that may not read what it wrote', async () => {
    const { id } = await caseWith([]);
    const shelter = actingAs(signedIn('shelter'));
    const sealed = await vault.seal(shelter, id, randomUUID(), [text('health', 'yer yoxdur', 'reason')]);
    await write(sealed.statements(moment), shelter);
    expect(await values('shelter', id)).toEqual([]);
    expect(await values('clinic', id)).toEqual(['yer yoxdur']);
  });

  it('is refused to a body without a ground', async () => {
    const { id } = await caseWith([]);
    const attempt = vault.seal(actingAs(signedIn('ngo')), id, randomUUID(), [text('health', 'x')]);
    await expect(attempt).rejects.toThrow(NoSuchCompartment);
  });

  it('of nothing needs no key', async () => {
    const sealed = await vault.seal(nobody, randomUUID(), randomUUID(), []);
    expect([sealed.refs, sealed.statements(moment)]).toEqual([[], []]);
  });
});

describe('sealing', () => {
  it('shuts at once for everybody but break-glass, stops the search, and can be undone', async () => {
    const { id, number } = await caseWith([text('identity', 'Zərifə Örnəkli'), text('contact', 'zəng')]);
    const clinic = signedIn('clinic');
    const find = () =>
      desk.database.inTransaction(actingAs(clinic), (tx) => index.find(tx, 'zarifa ornekli'));
    expect(await find()).toEqual([id]);
    await write(sealStatements(id, ['identity'], moment), actingAs(clinic));
    const sealed = await read('clinic', id);
    expect(sealed.shut.identity).toEqual({ sealed: true });
    expect(sealed.texts.map(({ value }) => value)).toEqual(['zəng']);
    expect(await find()).toEqual([]);
    const service = new BreakGlassService(desk.database, desk.records, desk.keys);
    await service.ask(clinic, { number, reason: 'təcili', compartments: ['identity'] });
    expect(await values('clinic', id)).toEqual(['Zərifə Örnəkli', 'zəng']);
    expect(await values('police', id)).toEqual(['zəng']);
    await write(unsealStatements(id, ['identity']), actingAs(clinic));
    expect(await values('police', id)).toEqual(['Zərifə Örnəkli', 'zəng']);
    expect(await find()).toEqual([id]);
  });
});

describe('shredding', () => {
  const traces = async (caseId: string) =>
    (
      await desk.past(
        `select (select count(*) from vault_items where case_id = $1)::int as items,
           (select count(*) from blind_index where case_id = $1)::int as names,
           (select count(*) from vault_keys where case_id = $1 and wrapped is not null)::int as keys`,
        [caseId],
      )
    ).rows[0];

  it('by the sweep deletes key, ciphertext and index; not even break-glass or a kept key brings it back', async () => {
    const { id, number, refs } = await caseWith([
      text('identity', 'Zərifə Örnəkli'),
      text('contact', 'zəng'),
    ]);
    expect(await values('clinic', id)).toHaveLength(2);
    const sweep = new SweepDatabase({ url: desk.test.sweepUrl, poolSize: 1, name: 'spec' });
    await sweep.inTransaction(nobody, (tx) => tx.batch(shredStatements(id, ['identity'], moment)));
    await sweep.close();
    expect(await traces(id)).toEqual({ items: 1, names: 0, keys: 6 });
    const service = new BreakGlassService(desk.database, desk.records, desk.keys);
    await service.ask(signedIn('clinic'), { number, reason: 'təcili', compartments: ['identity'] });
    const opened = await read('clinic', id);
    expect(opened.shut.identity).toEqual({ shredded: true });
    expect(opened.texts.map(({ value }) => value)).toEqual(['zəng']);
    expect(JSON.stringify(refs)).not.toContain('Zərifə');
  });

  it('works whoever gives the command, even a body that may not read, and fails for a case without keys', async () => {
    const { id } = await caseWith([text('identity', 'ad')]);
    await write(shredStatements(id, ['identity', 'contact'], moment), actingAs(signedIn('shelter')));
    expect(await traces(id)).toEqual({ items: 0, names: 0, keys: 5 });
    await expect(write(shredStatements(randomUUID(), ['identity'], moment))).rejects.toMatchObject({
      code: 'P0002',
    });
  });

  it('leaves room for who comes back: the next text has a new key, the old stays gone', async () => {
    const { id } = await caseWith([text('identity', 'köhnə ad')]);
    await write(shredStatements(id, ['identity'], moment));
    const police = actingAs(signedIn('police'));
    const sealed = await vault.seal(police, id, randomUUID(), [text('identity', 'yeni ad')]);
    const late = await vault.seal(police, id, randomUUID(), [text('identity', 'gecikən ad')]);
    await write(sealed.statements(moment), police);
    await expect(write(late.statements(moment), police)).rejects.toMatchObject({ retryable: true });
    expect(await values('clinic', id)).toEqual(['yeni ad']);
  });
});

describe('return codes', () => {
  it('are stored as a hash, found however they are copied, and lead back once', async () => {
    const { id } = await caseWith([]);
    const codes = new ReturnCodes(desk.keys);
    const { code, statement } = vault.returnCode(id, 'account:key');
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    await write([statement(moment)]);
    const { rows } = await desk.past('select code_hash from return_codes where case_id = $1', [id]);
    expect(rows[0].code_hash).toMatch(/^[0-9a-f]{64}$/);
    const find = (given: string) =>
      desk.database.inTransaction(nobody, (tx) => codes.find(tx, given, randomUUID()));
    expect(await find(code)).toBe(id);
    expect(
      await find(code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')),
    ).toBe(id);
    expect(await find('AAAA-AAAA-AAAA-AAAA')).toBeNull();
    await write([codes.useStatement(id, code, moment)], actingAs(signedIn('ngo'), id));
    expect(await find(code)).toBeNull();
  });

  it('are shown again for the same request and for no other', async () => {
    const { id } = await caseWith([]);
    const { code, statement } = vault.returnCode(id, 'account:key');
    const again = (seed: string) =>
      desk.database.inTransaction(nobody, (tx) => vault.returnCodeAgain(tx, id, seed));
    expect(await again('account:key')).toBeUndefined();
    await write([statement(moment)]);
    expect(await again('account:key')).toBe(code);
    expect(await again('account:other')).toBeUndefined();
  });

  it('are limited in number of tries', async () => {
    const codes = new ReturnCodes(desk.keys);
    const attempt = () => desk.database.inTransaction(nobody, (tx) => codes.find(tx, 'AAAA', 'me'));
    for (let tries = 0; tries < 10; tries += 1) await attempt();
    await expect(attempt()).rejects.toThrow('too many tries');
  });
});

describe('search', () => {
  it('finds by any spelling, every word counting, only among cases one may know', async () => {
    const name = 'Məmmədova Xumar Cavad qızı';
    const { id } = await caseWith([text('identity', name), text('health', 'Nadir')]);
    const find = (username: DemoUsername, words: string) =>
      desk.database.inTransaction(actingAs(signedIn(username)), (tx) => index.find(tx, words));
    expect(await find('clinic', 'Мамедова Хумар')).toEqual([id]);
    expect(await find('clinic', 'khumar')).toEqual([id]);
    expect(await find('clinic', 'xumar başqa')).toEqual([]);
    expect(await find('clinic', 'nadir')).toEqual([]);
    for (const other of ['shelter', 'ngo', 'coordinator', 'supervisor'] as const) {
      expect([other, await find(other, 'xumar')]).toEqual([other, []]);
    }
  });

  it('keeps no words, and another installation has other tokens', async () => {
    const elsewhere = new BlindIndex(await InstallationKeys.from(new LocalKey('env', randomBytes(32))));
    expect(elsewhere.searchTokens('xumar')).not.toEqual(index.searchTokens('xumar'));
    expect(index.searchTokens('xumar')[0]?.toString('utf8')).not.toContain('umar');
  });
});

describe('the installation key', () => {
  it('is the same at every start, or the start fails', async () => {
    await assertSameKey(desk.database, desk.keys);
    await assertSameKey(desk.database, desk.keys);
    const other = await InstallationKeys.from(new LocalKey('env', randomBytes(32)));
    await expect(assertSameKey(desk.database, other)).rejects.toThrow('not the one');
  });

  it('gives requests a fingerprint that does not depend on the order of fields', () => {
    expect(vault.fingerprint({ a: 1, b: 'x' })).toBe(vault.fingerprint({ b: 'x', a: 1 }));
    expect(vault.fingerprint({ a: 1 })).not.toBe(vault.fingerprint({ a: 2 }));
  });

  it('leaves at most 2000 unwrapped keys in memory', async () => {
    const keys = new DataKeys(desk.provider);
    for (let n = 0; n < 2_050; n += 1) {
      const caseId = randomUUID();
      const wrapped = await desk.provider.wrap(randomBytes(32), ['vault key', caseId, 'health']);
      await keys.unwrap(caseId, 'health', wrapped);
    }
    expect(keys.held).toBe(2_000);
  });
});
