import { chain, emptyHead, publicKeyText, signCheckpoint } from '#libs/timeline';
import { InstallationKeys } from '../../src/access/index.js';
import { checkpointOf, entryOf } from '../../src/cases/index.js';
import { CheckpointRounds } from '../../src/cases/checkpoint-rounds.js';
import { SweepDatabase } from '../../src/platform/index.js';
import { checkpointDatabase } from '../../tools/nrm/checkpoint.js';
import { signingKey, verifyingKey } from '../../tools/nrm/keys.js';
import { verifyDatabase } from '../../tools/nrm/verify.js';
import { connected } from '../../tools/postgres/provision.mjs';
import { startApplication, type TestApplication } from '../support/application.js';
import type { Client } from '../support/client.js';
import { until } from '../support/until.js';

/** What the owner of the schema does so well that chain, head and replay agree: only what was signed contradicts it. */
let application: TestApplication;
let police: Client;
let coordinator: Client;
beforeAll(async () => {
  application = await startApplication();
  [police, coordinator] = await Promise.all([
    application.signIn('police'),
    application.signIn('coordinator'),
  ]);
}, 120_000);
afterAll(() => application.close());

interface Case {
  readonly id: string;
  readonly number: string;
}

async function opened(): Promise<Case> {
  const { body } = await police.open({ consent: { referToMainDepartment: 'yes' } });
  return body;
}

const key = () => signingKey(application.environment);

/** What `timeline checkpoint` says, and whether all was well. */
async function signed(): Promise<{ well: boolean; said: string[] }> {
  const said: string[] = [];
  const well = await checkpointDatabase(application.database.sweepUrl, await key(), (line) =>
    said.push(line),
  );
  return { well, said };
}

async function verified(asked: { number?: string; kept?: string } = {}) {
  const { publicKey } = await key();
  const said: string[] = [];
  const whole = { ...asked, publicKey };
  const sound = await verifyDatabase(application.database.sweepUrl, whole, (line) => said.push(line));
  return { sound, said: said.filter((line) => !/checked\.$/.test(line)) };
}

interface Integrity {
  readonly items: readonly (Case & { readonly findings: readonly { kind: string; message: string }[] })[];
  readonly checkpoints: { newest: { number: number; signature: string }; findings: { kind: string }[] };
}

const audited = async () => (await coordinator.get<Integrity>('/supervision/integrity?limit=1000')).body;
const foundBy = ({ items }: Integrity, { id }: Case) =>
  items.find((one) => one.id === id)?.findings.map(({ kind }) => kind) ?? [];

const checkpointsOf = async ({ id }: Case) =>
  (await application.sql('select * from checkpoints where case_id = $1 order by seq', [id])).map(
    checkpointOf,
  );

/** Says that every step rested on another law, hashes every entry anew and sets the head. */
async function rewrite({ id }: Case): Promise<void> {
  const rows = await application.sql('select * from timeline_entries where case_id = $1 order by seq', [id]);
  const { entries, head } = chain(
    rows.map(entryOf).map(({ hash: _, previousHash: __, ...core }) => ({ ...core, legalBasis: ['other'] })),
    emptyHead(id),
  );
  await connected(application.database.ownerUrl, async (client) => {
    for (const { seq, hash, previousHash, legalBasis } of entries)
      await client.query(
        'update timeline_entries set hash = $3, previous_hash = $4, legal_basis = $5 where case_id = $1 and seq = $2',
        [id, seq, hash, previousHash, JSON.stringify(legalBasis)],
      );
    await client.query('update cases set head_hash = $2 where id = $1', [id, head.hash]);
  });
}

const asOwner = (text: string, values: unknown[] = []) =>
  connected(application.database.ownerUrl, (client) => client.query(text, values));

describe('a checkpoint', () => {
  it('is written of what moved, once, and told with the public key', async () => {
    const one = await opened();
    const { well, said } = await signed();
    expect([well, said[0]]).toEqual([true, '1 timelines signed.']);
    expect(said).toContainEqual(`public key: ${publicKeyText((await key()).publicKey)}`);
    expect((await signed()).said[0]).toBe('0 timelines signed.');
    expect(await verified()).toMatchObject({ sound: true });
    expect(said.at(-1)).toContain((await checkpointsOf(one))[0]?.signature);
    expect((await audited()).checkpoints).toMatchObject({ newest: { number: 1 }, findings: [] });
  });

  it('is written by the worker with the same key, however many write at once', async () => {
    const cases = await Promise.all([opened(), opened(), opened()]);
    const workers = [0, 1].map(
      () => new CheckpointRounds(application.app.get(SweepDatabase), application.app.get(InstallationKeys)),
    );
    workers.forEach((worker) => worker.onApplicationBootstrap());
    await until('every head is signed', async () =>
      (await Promise.all(cases.map(checkpointsOf))).every((kept) => kept.length === 1),
    );
    await Promise.all(workers.map((worker) => worker.onModuleDestroy()));
    expect(await verified()).toMatchObject({ sound: true });
  });

  it('stays true while the case goes on', async () => {
    const one = await opened();
    await signed();
    await police.give(one.id, 'identification', 'presume', { grounds: 'Borc əsarəti.' });
    expect(await verified(one)).toMatchObject({ sound: true });
    await signed();
    expect(await checkpointsOf(one)).toHaveLength(2);
    expect(foundBy(await audited(), one)).toEqual([]);
  });

  it('can be checked by who has but the public key', async () => {
    const text = publicKeyText((await key()).publicKey);
    const url = application.database.sweepUrl;
    const check = (publicKey: string) =>
      verifyingKey(publicKey).then((read) => verifyDatabase(url, { publicKey: read }, () => 0));
    expect(await check(text)).toBe(true);
    const other = await signingKey({
      NRM_KEYS: 'env',
      NRM_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
    });
    expect(await check(publicKeyText(other.publicKey))).toBe(false);
  });
});

describe('finds by a checkpoint', () => {
  it('a timeline rewritten with its head, which nothing else shows', async () => {
    const [before, after] = [await opened(), await opened()];
    await rewrite(before);
    expect(await verified(before)).toMatchObject({ sound: true });
    await signed();
    await rewrite(after);
    const { sound, said } = await verified(after);
    expect([sound, said]).toEqual([false, [expect.stringMatching(/Rewritten since the checkpoint of 20/)]]);
    expect(said[0]).toContain(after.number);
    expect(foundBy(await audited(), after)).toEqual(['rewritten']);
    const page = await police.raw<string>(
      'POST',
      `//cases/${after.id}/timeline/verify?lang=en`,
      `_csrf=${police.csrfToken}`,
      {
        'content-type': 'application/x-www-form-urlencoded',
      },
    );
    expect(page.body).toContain('rewritten since the checkpoint');
    expect((await signed()).well).toBe(false);
    expect(await checkpointsOf(after)).toHaveLength(1);
  });

  it('a timeline cut with its head below it', async () => {
    const one = await opened();
    await police.give(one.id, 'identification', 'presume', { grounds: 'Borc əsarəti.' });
    await signed();
    await asOwner('delete from timeline_entries where case_id = $1 and seq > 4', [one.id]);
    await asOwner(
      `update cases set head_seq = 4, head_hash = (select hash from timeline_entries where case_id = $1 and seq = 4)
       where id = $1`,
      [one.id],
    );
    const { said } = await verified(one);
    expect(said).toEqual([expect.stringMatching(/entry 5 truncated: .* at the checkpoint of 20/)]);
    expect(foundBy(await audited(), one)).toEqual(['truncated']);
  });

  it.each(['with its signature left', 'signed with another key'])('one forged to fit, %s', async (how) => {
    const one = await opened();
    await signed();
    await rewrite(one);
    const [real] = await checkpointsOf(one);
    const [head] = await application.sql<{ hash: string }>(
      'select head_hash as hash from cases where id = $1',
      [one.id],
    );
    const { algorithm: _, signature: old, ...claim } = { ...real, ...head } as NonNullable<typeof real>;
    const another = await signingKey({
      NRM_KEYS: 'env',
      NRM_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
    });
    const signature = how.includes('another') ? signCheckpoint(claim, another.privateKey).signature : old;
    await asOwner('update checkpoints set hash = $2, signature = $3 where case_id = $1', [
      one.id,
      head?.hash,
      signature,
    ]);
    expect((await verified(one)).said).toEqual([
      expect.stringMatching(/checkpointForged: Checkpoint \d+ of 20/),
    ]);
    expect(foundBy(await audited(), one)).toEqual(['checkpointForged']);
  });

  it('a case that was removed whole', async () => {
    const one = await opened();
    await signed();
    await connected(application.database.superuserUrl, async (client) => {
      await client.query('set session_replication_role = replica');
      await client.query('delete from timeline_entries where case_id = $1', [one.id]);
      await client.query('delete from cases where id = $1', [one.id]);
    });
    const line = expect.stringContaining(`caseMissing: Case ${one.id} is gone since its checkpoint of 20`);
    expect((await verified()).said).toContainEqual(line);
    expect((await audited()).checkpoints.findings).toContainEqual(
      expect.objectContaining({ kind: 'caseMissing' }),
    );
  });
});

describe('the series', () => {
  it('shows one that was taken out or exchanged', async () => {
    const one = await opened();
    await signed();
    await opened();
    await signed();
    const [gone] = await checkpointsOf(one);
    await asOwner('delete from checkpoints where number = $1', [gone?.number]);
    const next = (gone?.number ?? 0) + 1;
    const missing = `Before checkpoint ${next} of`;
    expect((await verified()).said).toContainEqual(
      expect.stringContaining(`checkpoint ${next} checkpointsMissing: ${missing}`),
    );
    expect((await audited()).checkpoints.findings).toContainEqual(
      expect.objectContaining({ kind: 'checkpointsMissing', number: next }),
    );
  });

  it('cut off at its end looks whole, except to who kept one of those', async () => {
    const one = await opened();
    await signed();
    const [newest] = await checkpointsOf(one);
    const { said: before } = await verified({ kept: newest?.signature ?? '' });
    expect(before).not.toContainEqual(expect.stringContaining('that was kept'));
    await asOwner('delete from checkpoints where case_id = $1', [one.id]);
    await rewrite(one);
    expect(await verified(one)).toMatchObject({ sound: true });
    await signed();
    const { sound, said } = await verified({ kept: newest?.signature ?? '' });
    expect([sound, said]).toEqual([
      false,
      expect.arrayContaining([expect.stringContaining('The checkpoint that was kept is not there')]),
    ]);
  });
});

it('takes no step for a fault that is committed while a timeline is being verified', async () => {
  const one = await opened();
  await connected(application.database.superuserUrl, async (client) => {
    await client.query('begin');
    await client.query('lock table checkpoints in access exclusive mode');
    const verifying = verified({ number: one.number });
    await until('the verifier to stand before the checkpoints', async () => {
      const { rows } = await client.query(
        "select 1 from pg_locks where not granted and relation = 'checkpoints'::regclass",
      );
      return rows.length > 0;
    });
    expect((await police.give(one.id, 'identification', 'presume', { grounds: 'Sınaq' })).status).toBe(200);
    await client.query('commit');
    expect(await verifying).toEqual({ sound: true, said: [] });
  });
});
