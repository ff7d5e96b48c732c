import { randomUUID } from 'node:crypto';
import { compartments } from '#libs/vocabulary';
import { signedIn } from '../../test/access/demo-desk.js';
import { text, type VaultDesk, vaultDesk } from '../../test/access/vault-desk.js';
import { actingAs, type Ground } from '../access/index.js';

let desk: VaultDesk;
beforeAll(async () => {
  desk = await vaultDesk();
});
afterAll(() => desk.close());

const everything = compartments.map((compartment) => text(compartment, `sirr: ${compartment}`));

const recordCount = async (caseId: string) =>
  (await desk.past('select count(*)::int as n from access_records where case_id = $1', [caseId])).rows[0]
    .n as number;

describe('reading', () => {
  it('opens what the role may know and types the rest as restricted', async () => {
    const { id, refs } = await desk.caseWith(everything);
    const opened = await desk.read('clinic', id);
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
    expect(opened.altered).toEqual([]);
  });

  it('opens the same by an id in capitals, and takes no text for altered', async () => {
    const { id } = await desk.caseWith(everything);
    const opened = await desk.read('clinic', id.toUpperCase());
    expect(opened).toEqual(await desk.read('clinic', id));
    expect(opened.texts).toHaveLength(3);
    expect((await desk.past('select 1 from altered_texts where case_id = $1', [id])).rows).toEqual([]);
  });

  it('opens nothing in preview, to overseers, or to a body whose participation ended on the way', async () => {
    const { id } = await desk.caseWith(everything);
    expect(await desk.values('shelter', id)).toEqual([]);
    expect(await desk.values('coordinator', id)).toEqual([]);
    const pretended: Ground = { kind: 'participation', level: 'full' };
    const opened = await desk.vault.open(signedIn('ngo'), pretended, id, ['identity'], 'case-page');
    expect(opened).toEqual({ texts: [], altered: [], shut: { identity: { restricted: true } } });
    const glass: Ground = {
      kind: 'breakGlass',
      grantId: randomUUID(),
      compartments: ['identity'],
      expiresAt: new Date(Date.now() + 1000),
    };
    expect((await desk.vault.open(signedIn('ngo'), glass, id, ['identity'], 'x')).shut).toEqual({
      identity: { restricted: true },
    });
  });

  it('is recorded before it happens: who, what, by which ground, for which purpose', async () => {
    const { id } = await desk.caseWith(everything);
    await desk.read('clinic', id, ['health', 'criminal']);
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
    await desk.read('shelter', id);
    expect(await recordCount(id)).toBe(1);
  });

  it('stays shut while the access record cannot be written; the case itself stays visible', async () => {
    const { id } = await desk.caseWith(everything);
    await desk.past('revoke insert on access_records from nrm_runtime');
    try {
      expect(await desk.read('clinic', id, ['identity', 'criminal'])).toEqual({
        texts: [],
        altered: [],
        shut: { identity: { unavailable: true }, criminal: { restricted: true } },
      });
      const header = await desk.database.inTransaction(actingAs(signedIn('clinic')), (tx) =>
        tx.query('select number from cases where id = $1', [id]),
      );
      expect(header.count).toBe(1);
    } finally {
      await desk.past('grant insert on access_records to nrm_runtime');
    }
    expect(await desk.values('clinic', id, ['identity'])).toEqual(['sirr: identity']);
  });

  it('by break-glass opens what was granted, and records it as such, until the grant is over', async () => {
    const { id, number } = await desk.caseWith(everything);
    const ngo = signedIn('ngo');
    await desk.glass.ask(ngo, { number, reason: 'təcili', compartments: ['contact'] });
    const ground = (await desk.grounds.of(ngo, id)) as Ground;
    const opened = await desk.vault.open(ngo, ground, id, ['contact', 'identity'], 'emergency');
    expect(opened.texts.map(({ value }) => value)).toEqual(['sirr: contact']);
    expect(opened.shut).toEqual({ identity: { restricted: true } });
    const { rows } = await desk.past(
      "select ground, compartments from access_records where case_id = $1 and what = 'compartments'",
      [id],
    );
    expect(rows).toEqual([{ ground: 'breakGlass', compartments: ['contact'] }]);
    await desk.past('update break_glass_grants set expires_at = clock_timestamp() where case_id = $1', [id]);
    expect((await desk.vault.open(ngo, ground, id, ['contact'], 'emergency')).shut).toEqual({
      contact: { restricted: true },
    });
  });
});
