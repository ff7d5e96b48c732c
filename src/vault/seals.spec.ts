import { randomUUID } from 'node:crypto';
import { moment, signedIn } from '../../test/access/demo-desk.js';
import { text, type VaultDesk, vaultDesk } from '../../test/access/vault-desk.js';
import { actingAs } from '../access/index.js';
import { nobody, SweepDatabase } from '../platform/index.js';
import { sealStatements, shredStatements, unsealStatements } from './seals.js';

let desk: VaultDesk;
beforeAll(async () => {
  desk = await vaultDesk();
});
afterAll(() => desk.close());

describe('sealing', () => {
  it('shuts at once for everybody but break-glass, stops the search, and can be undone', async () => {
    const { id, number } = await desk.caseWith([text('identity', 'Zərifə Örnəkli'), text('contact', 'zəng')]);
    const clinic = signedIn('clinic');
    const find = () =>
      desk.database.inTransaction(actingAs(clinic), (tx) => desk.index.find(tx, 'zarifa ornekli'));
    expect(await find()).toEqual([id]);
    await desk.write(sealStatements(id, ['identity'], moment), actingAs(clinic));
    const sealed = await desk.read('clinic', id);
    expect(sealed.shut.identity).toEqual({ sealed: true });
    expect(sealed.texts.map(({ value }) => value)).toEqual(['zəng']);
    expect(await find()).toEqual([]);
    await desk.glass.ask(clinic, { number, reason: 'təcili', compartments: ['identity'] });
    expect(await desk.values('clinic', id)).toEqual(['Zərifə Örnəkli', 'zəng']);
    expect(await desk.values('police', id)).toEqual(['zəng']);
    await desk.write(unsealStatements(id, ['identity']), actingAs(clinic));
    expect(await desk.values('police', id)).toEqual(['Zərifə Örnəkli', 'zəng']);
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
    const { id, number, refs } = await desk.caseWith([
      text('identity', 'Zərifə Örnəkli'),
      text('contact', 'zəng'),
    ]);
    expect(await desk.values('clinic', id)).toHaveLength(2);
    const sweep = new SweepDatabase({ url: desk.test.sweepUrl, poolSize: 1, name: 'spec' });
    await sweep.inTransaction(nobody, (tx) => tx.batch(shredStatements(id, ['identity'], moment)));
    await sweep.close();
    expect(await traces(id)).toEqual({ items: 1, names: 0, keys: 6 });
    await desk.glass.ask(signedIn('clinic'), { number, reason: 'təcili', compartments: ['identity'] });
    const opened = await desk.read('clinic', id);
    expect(opened.shut.identity).toEqual({ shredded: true });
    expect(opened.texts.map(({ value }) => value)).toEqual(['zəng']);
    expect(JSON.stringify(refs)).not.toContain('Zərifə');
  });

  it('works whoever gives the command, even a body that may not read, and fails for a case without keys', async () => {
    const { id } = await desk.caseWith([text('identity', 'ad')]);
    await desk.write(shredStatements(id, ['identity', 'contact'], moment), actingAs(signedIn('shelter')));
    expect(await traces(id)).toEqual({ items: 0, names: 0, keys: 5 });
    await expect(desk.write(shredStatements(randomUUID(), ['identity'], moment))).rejects.toMatchObject({
      code: 'P0002',
    });
  });

  it('leaves room for who comes back: the next text has a new key, the old stays gone', async () => {
    const { id } = await desk.caseWith([text('identity', 'köhnə ad')]);
    await desk.write(shredStatements(id, ['identity'], moment));
    const police = actingAs(signedIn('police'));
    const procedureId = randomUUID();
    const sealed = await desk.vault.seal(police, id, procedureId, [text('identity', 'yeni ad')]);
    const late = await desk.vault.seal(police, id, randomUUID(), [text('identity', 'gecikən ad')]);
    await desk.keep(id, procedureId, sealed, police);
    await expect(desk.write(late.statements(moment), police)).rejects.toMatchObject({ retryable: true });
    expect(await desk.values('clinic', id)).toEqual(['yeni ad']);
  });
});
