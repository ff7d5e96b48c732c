import { randomBytes } from 'node:crypto';
import { moment, signedIn } from '../../test/access/demo-desk.js';
import { text, type VaultDesk, vaultDesk } from '../../test/access/vault-desk.js';
import { actingAs, type DemoUsername, InstallationKeys } from '../access/index.js';
import { LocalKey, nobody } from '../platform/index.js';
import { BlindIndex } from './blind-index.js';
import { ReturnCodes } from './return-codes.js';

let desk: VaultDesk;
beforeAll(async () => {
  desk = await vaultDesk();
});
afterAll(() => desk.close());

describe('return codes', () => {
  it('are stored as a hash, found however they are copied, and lead back once', async () => {
    const { id } = await desk.caseWith([]);
    const codes = new ReturnCodes(desk.keys, desk.database);
    const seeds = Array.from({ length: 500 }, (_, n) => `account:${n}`);
    const seed = seeds.find((one) => /0.*1|1.*0/.test(desk.vault.returnCode(id, one).code)) ?? '';
    const { code, statement } = desk.vault.returnCode(id, seed);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    await desk.write([statement(moment)]);
    const { rows } = await desk.past('select code_hash from return_codes where case_id = $1', [id]);
    expect(rows[0].code_hash).toMatch(/^[0-9a-f]{64}$/);
    const find = (given: string) => desk.database.inTransaction(nobody, (tx) => codes.find(tx, given));
    expect(await find(code)).toBe(id);
    expect(
      await find(code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')),
    ).toBe(id);
    expect(await find('AAAA-AAAA-AAAA-AAAA')).toBeNull();
    await desk.write([codes.useStatement(id, code, moment)], actingAs(signedIn('ngo'), id));
    expect(await find(code)).toBeNull();
  });

  it('are shown again for the same request and for no other', async () => {
    const { id } = await desk.caseWith([]);
    const { code, statement } = desk.vault.returnCode(id, 'account:key');
    const again = (seed: string) =>
      desk.database.inTransaction(nobody, (tx) => desk.vault.returnCodeAgain(tx, id, seed));
    expect(await again('account:key')).toBeUndefined();
    await desk.write([statement(moment)]);
    expect(await again('account:key')).toBe(code);
    expect(await again('account:other')).toBeUndefined();
  });

  it('are limited in number of tries', async () => {
    const codes = new ReturnCodes(desk.keys, desk.database);
    const attempt = () => codes.countTry('me');
    for (let tries = 0; tries < 10; tries += 1) await attempt();
    await expect(attempt()).rejects.toThrow('too many tries');
  });
});

describe('search', () => {
  it('finds by any spelling, every word counting, only among cases one may know', async () => {
    const name = 'Məmmədova Xumar Cavad qızı';
    const { id } = await desk.caseWith([text('identity', name), text('health', 'Nadir')]);
    const find = (username: DemoUsername, words: string) =>
      desk.database.inTransaction(actingAs(signedIn(username)), (tx) => desk.index.find(tx, words));
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
    expect(elsewhere.searchTokens('xumar')).not.toEqual(desk.index.searchTokens('xumar'));
    expect(desk.index.searchTokens('xumar')[0]?.toString('utf8')).not.toContain('umar');
  });
});
