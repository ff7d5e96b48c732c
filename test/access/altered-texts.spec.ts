import { startApplication, type TestApplication } from '../support/application.js';
import type { Client } from '../support/client.js';
import { signingKey } from '../../tools/nrm/keys.js';
import { verifyDatabase } from '../../tools/nrm/verify.js';

/** Somebody who rules over the database changes what a person said. No key is needed to move, swap or delete. */
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
afterAll(() => application?.close());

const contacts = ['Birinci nömrə', 'İkinci nömrə', 'Üçüncü nömrə'];

/** A case in which three safe contacts were recorded, one after the other. */
async function withContacts(): Promise<{ id: string; number: string; items: string[] }> {
  const { body } = await police.open();
  for (const safeContact of contacts) {
    const { status } = await police.give(body.id, 'caseFile', 'recordSafeContact', { safeContact });
    expect(status).toBe(200);
  }
  const rows = await application.sql<{ id: string }>(
    `select id from vault_items where case_id = $1 and compartment = 'contact' order by created_at`,
    [body.id],
  );
  return { ...body, items: rows.map(({ id }) => id) };
}

interface Read {
  readonly texts: readonly { value: string }[];
  readonly altered?: readonly string[];
}
const read = async (id: string) => (await police.get<Read>(`/cases/${id}/compartments/contact`)).body;

const attacks: Readonly<Record<string, { sql: string; altered: readonly number[] }>> = {
  'two ciphertexts swapped': {
    sql: `update vault_items i set ciphertext = o.ciphertext from vault_items o
          where (i.id, o.id) in (($1, $2), ($2, $1))`,
    altered: [0, 1],
  },
  'two whole texts swapped, so that the older one comes last': {
    sql: `update vault_items i set created_at = o.created_at from vault_items o
          where (i.id, o.id) in (($1, $2), ($2, $1))`,
    altered: [0, 1],
  },
  'an older ciphertext put back in the place of the newer one': {
    sql: `update vault_items i set ciphertext = o.ciphertext from vault_items o where i.id = $2 and o.id = $1`,
    altered: [1],
  },
  'the newer one deleted': { sql: `delete from vault_items where id = $2 and id <> $1`, altered: [1] },
};

it.each(Object.entries(attacks))('finds %s', async (_what, { sql, altered }) => {
  const { id, number, items } = await withContacts();
  expect(await read(id)).toMatchObject({ texts: contacts.map((value) => ({ value })) });
  await application.sql(sql, items.slice(0, 2));
  const wanted = altered.map((place) => items[place]);
  const opened = await read(id);
  expect([...(opened.altered ?? [])].sort()).toEqual([...wanted].sort());
  expect(opened.texts.map(({ value }) => value)).toEqual(
    contacts.filter((_, place) => !altered.includes(place)),
  );
  await read(id);
  const { body } = await coordinator.get<{ items: { id: string; findings: object[] }[] }>(
    '/supervision/integrity?limit=1000',
  );
  const findings = altered.map(() => ({ kind: 'alteredText', seq: expect.any(Number) }));
  expect(body.items.find((one) => one.id === id)?.findings).toMatchObject(findings);
  const said: string[] = [];
  const { publicKey } = await signingKey(application.environment);
  const asked = { number, publicKey };
  expect(await verifyDatabase(application.database.sweepUrl, asked, (line) => said.push(line))).toBe(false);
  expect(said.filter((line) => line.includes('alteredText'))).toHaveLength(altered.length);
});

it('says so in words on the page', async () => {
  const { id, items } = await withContacts();
  await application.sql('delete from vault_items where id = $1', [items[2]]);
  const form = new URLSearchParams({ purpose: 'contact', _csrf: police.csrfToken });
  const { body } = await police.raw<string>('POST', `//cases/${id}/open/contact?lang=en`, form.toString(), {
    'content-type': 'application/x-www-form-urlencoded',
  });
  expect(body).toContain('1 text was altered');
});

it('calls nothing altered that was shredded or is whole', async () => {
  const { id } = await withContacts();
  expect((await read(id)).altered).toBeUndefined();
  const rows = await application.sql('select 1 from altered_texts where case_id = $1', [id]);
  expect(rows).toEqual([]);
});
