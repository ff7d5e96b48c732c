import { randomBytes, randomUUID } from 'node:crypto';
import { compartments } from '#libs/vocabulary';
import type { Compartment } from '#libs/vocabulary';
import { moment, signedIn } from '../../test/access/demo-desk.js';
import { text, type VaultDesk, vaultDesk } from '../../test/access/vault-desk.js';
import { actingAs, InstallationKeys } from '../access/index.js';
import { CannotDecrypt, encrypt, LocalKey, nobody } from '../platform/index.js';
import { DataKeys } from './data-keys.js';
import { isCommitted } from './items.js';
import { assertSameKey } from './same-key.js';
import { shredStatements } from './seals.js';
import { NoSuchCompartment } from './vault.js';

let desk: VaultDesk;
beforeAll(async () => {
  desk = await vaultDesk();
});
afterAll(() => desk.close());

describe('ciphertext', () => {
  const itemOf = async (caseId: string, compartment: Compartment) =>
    (
      await desk.past('select * from vault_items where case_id = $1 and compartment = $2', [
        caseId,
        compartment,
      ])
    ).rows[0];

  it('holds no word of the person, and neither does a reference', async () => {
    const { id, refs } = await desk.caseWith([text('identity', 'Aygün Misallı', 'person')]);
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
    const { id, refs } = await desk.caseWith([text('identity', 'eyni söz'), text('identity', 'eyni söz')]);
    const [one, other] = refs;
    if (!one || !other) throw new Error('two texts, two references');
    expect(one.commitment).not.toBe(other.commitment);
    const { rows } = await desk.past(
      "select wrapped from vault_keys where case_id = $1 and compartment = 'identity'",
      [id],
    );
    const key = await desk.dataKeys.unwrap(id, 'identity', rows[0].wrapped);
    expect([isCommitted(one, 'eyni söz', key), isCommitted(one, 'başqa söz', key)]).toEqual([true, false]);
  });

  it.each([
    ['another field', "update vault_items set field = 'other' where id = $1"],
    ['another item', 'update vault_items set id = gen_random_uuid() where id = $1'],
    [
      'a changed byte',
      'update vault_items set ciphertext = set_byte(ciphertext, 30, get_byte(ciphertext, 30) # 1) where id = $1',
    ],
  ])('does not open as %s: it is altered, the rest still opens', async (_how, sql) => {
    const { id } = await desk.caseWith([text('identity', 'bir'), text('contact', 'iki')]);
    await desk.past(sql, [(await itemOf(id, 'identity')).id]);
    const opened = await desk.read('clinic', id);
    expect(opened.texts.map(({ value }) => value)).toEqual(['iki']);
    expect(opened.altered).not.toEqual([]);
  });

  it('is altered where other words were put in its place, even under the right key', async () => {
    const { id } = await desk.caseWith([text('identity', 'bir'), text('contact', 'iki')]);
    const { id: item, field } = await itemOf(id, 'identity');
    const { rows } = await desk.past(
      "select wrapped from vault_keys where case_id = $1 and compartment = 'identity'",
      [id],
    );
    const { encryption } = await desk.dataKeys.unwrap(id, 'identity', rows[0].wrapped);
    const forged = encrypt(encryption, Buffer.from('başqa', 'utf8'), [id, 'identity', item, field]);
    await desk.past('update vault_items set ciphertext = $2 where id = $1', [item, forged]);
    const opened = await desk.read('clinic', id);
    expect(opened.texts.map(({ value }) => value)).toEqual(['iki']);
    expect(opened.altered).toEqual([item]);
  });

  it('does not open in another compartment or another case, even with its key carried along', async () => {
    const one = await desk.caseWith([text('criminal', 'cinayət')]);
    const other = await desk.caseWith([text('contact', 'əlaqə')]);
    const stolen = await itemOf(one.id, 'criminal');
    await desk.past("update vault_items set compartment = 'health' where id = $1", [stolen.id]);
    expect(await desk.values('clinic', one.id, ['health'])).toEqual([]);
    await desk.past(
      `update vault_keys set wrapped = (select wrapped from vault_keys where case_id = $1 and compartment = 'criminal')
       where case_id = $2 and compartment = 'health'`,
      [one.id, other.id],
    );
    await desk.past("update vault_items set case_id = $2, compartment = 'health' where id = $1", [
      stolen.id,
      other.id,
    ]);
    const opened = await desk.read('clinic', other.id);
    expect(opened.texts.map(({ value }) => value)).toEqual(['əlaqə']);
    expect(opened.altered).toEqual([stolen.id]);
  });

  it('has a key of its own per case and compartment', async () => {
    const [one, two] = [
      await desk.vault.newCaseKeys(randomUUID()),
      await desk.vault.newCaseKeys(randomUUID()),
    ];
    const all = [...one.keys.values(), ...two.keys.values()].flatMap(({ encryption, commitment }) => [
      encryption.toString('hex'),
      commitment.toString('hex'),
    ]);
    expect(new Set(all).size).toBe(compartments.length * 4);
  });
});

describe('writing', () => {
  it('adds to a case that exists, also for a body that may not read what it wrote', async () => {
    const { id } = await desk.caseWith([]);
    const shelter = actingAs(signedIn('shelter'));
    const procedureId = randomUUID();
    const sealed = await desk.vault.seal(shelter, id, procedureId, [text('health', 'yer yoxdur', 'reason')]);
    await desk.keep(id, procedureId, sealed, shelter);
    expect(await desk.values('shelter', id)).toEqual([]);
    expect(await desk.values('clinic', id)).toEqual(['yer yoxdur']);
  });

  it('is refused to a body without a ground', async () => {
    const { id } = await desk.caseWith([]);
    const attempt = desk.vault.seal(actingAs(signedIn('ngo')), id, randomUUID(), [text('health', 'x')]);
    await expect(attempt).rejects.toThrow(NoSuchCompartment);
  });

  it('is refused when the key was shredded after the text was encrypted, and goes on under a new one', async () => {
    const { id } = await desk.caseWith([]);
    const clinic = actingAs(signedIn('clinic'));
    const procedureId = randomUUID();
    const seal = () => desk.vault.seal(clinic, id, procedureId, [text('health', 'yara', 'reason')]);
    await desk.write((await seal()).statements(moment), clinic);
    const late = await seal();
    await desk.write(shredStatements(id, ['health'], moment), clinic);
    await expect(desk.write(late.statements(moment), clinic)).rejects.toMatchObject({
      kind: 'serialization',
    });
    desk.vault.forget(id);
    await desk.keep(id, procedureId, await seal(), clinic);
    expect(await desk.values('clinic', id)).toEqual(['yara']);
  });

  it('of nothing needs no key', async () => {
    const sealed = await desk.vault.seal(nobody, randomUUID(), randomUUID(), []);
    expect([sealed.refs, sealed.statements(moment)]).toEqual([[], []]);
  });
});

describe('the installation key', () => {
  it('is the same at every start, or the start fails', async () => {
    await assertSameKey(desk.database, desk.keys);
    await assertSameKey(desk.database, desk.keys);
    const other = await InstallationKeys.from(new LocalKey('env', randomBytes(32)));
    await expect(assertSameKey(desk.database, other)).rejects.toThrow('not the one');
  });

  it('wraps a data key for one case and one compartment', async () => {
    const [caseId, other] = [randomUUID(), randomUUID()];
    const { values } = (await desk.vault.newCaseKeys(caseId)).statements(moment)[0] ?? { values: [] };
    const wrapped = (values[2] as Buffer[])[compartments.indexOf('health')];
    await expect(desk.dataKeys.unwrap(caseId, 'contact', wrapped)).rejects.toThrow(CannotDecrypt);
    await expect(desk.dataKeys.unwrap(other, 'health', wrapped)).rejects.toThrow(CannotDecrypt);
    await expect(desk.dataKeys.unwrap(caseId, 'health', wrapped)).resolves.toBeDefined();
  });

  it('gives requests a fingerprint that does not depend on the order of fields', () => {
    expect(desk.vault.fingerprint({ a: 1, b: 'x' })).toBe(desk.vault.fingerprint({ b: 'x', a: 1 }));
    expect(desk.vault.fingerprint({ a: 1 })).not.toBe(desk.vault.fingerprint({ a: 2 }));
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
