import type { KeyLike } from 'node:crypto';
import { verifyExport, type Head, type Verdict } from '#libs/timeline';
import {
  checkpointOf,
  checkpointReads,
  checkpointSeries,
  entryOf,
  entryReads,
  instanceOf,
  integrityOf,
  law,
} from '../../src/cases/index.js';
import { Database, nobody, type Tx } from '../../src/platform/index.js';

type Say = (line: string) => void;

/** Checks an exported timeline by itself. */
export function verifyFile(text: string, say: Say): boolean {
  const file = parsed(text);
  if (file === undefined) {
    say('file: this is no JSON, and so no exported timeline.');
    return false;
  }
  const verdict = verifyExport(file);
  tell('file', verdict, say);
  return verdict.ok;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export interface Asked {
  /** One case; without it, every case and the series of checkpoints as a whole. */
  readonly number?: string | undefined;
  /** What checkpoints must be signed with. */
  readonly publicKey: KeyLike;
  /** Signature of a checkpoint that was kept elsewhere: it must still be there. */
  readonly kept?: string | undefined;
}

/** Checks chain, checkpoints and replay of every case, or of one. Reads codes only; the vault is not touched. */
export async function verifyDatabase(url: string, asked: Asked, say: Say): Promise<boolean> {
  const { number } = asked;
  const database = new Database({ url, poolSize: 1, name: 'nrm-verify', limits: { statement: 600_000 } });
  try {
    const cases = await database.inTransaction(nobody, (tx) => casesToCheck(tx, number));
    if (cases.length === 0) say(number ? `No case ${number}.` : 'No cases yet.');
    let sound = number === undefined || cases.length > 0;
    for (const one of cases) sound = (await verifyCase(database, one, asked.publicKey, say)) && sound;
    if (number === undefined) sound = (await verifySeries(database, asked, say)) && sound;
    say(`${cases.length} timelines checked.`);
    return sound;
  } finally {
    await database.close();
  }
}

async function verifySeries(database: Database, { kept }: Asked, say: Say): Promise<boolean> {
  const { series, there } = await database.inTransaction(nobody, async (tx) => ({
    series: await checkpointSeries(tx),
    there: await tx.query('select 1 from checkpoints where signature = $1', [kept ?? '']),
  }));
  for (const { kind, number, message } of series.findings) say(`checkpoint ${number} ${kind}: ${message}`);
  const { newest } = series;
  say(newest ? `Newest checkpoint: ${newest.number} of ${newest.at}.` : 'No checkpoints yet.');
  const cut = kept !== undefined && there.count === 0;
  if (cut) say('The checkpoint that was kept is not there: the series was cut off or replaced.');
  return series.findings.length === 0 && !cut;
}

interface CaseNamed {
  readonly id: string;
  readonly number: string;
}

async function casesToCheck(tx: Tx, number?: string): Promise<CaseNamed[]> {
  const { rows } = await tx.query(
    'select id, number from cases where $1::text is null or number = $1 order by number',
    [number ?? null],
  );
  return rows.map((row) => ({
    id: row['id'] as string,
    number: row['number'] as string,
  }));
}

async function verifyCase(
  database: Database,
  { id, number }: CaseNamed,
  publicKey: KeyLike,
  say: Say,
): Promise<boolean> {
  const read = (tx: Tx) =>
    tx.batch([
      { text: 'select head_seq as seq, head_hash as hash from cases where id = $1', values: [id] },
      checkpointReads(id),
      entryReads(id),
      { text: 'select * from procedure_instances where case_id = $1 order by position', values: [id] },
      { text: 'select seq, compartment from altered_texts where case_id = $1 order by seq', values: [id] },
    ]);
  const [heads, checkpoints, entries, instances, altered] = await database.inTransaction(nobody, read, {
    snapshot: true,
  });
  const head = heads?.rows[0] as unknown as Head;
  const stored = { id, instances: (instances?.rows ?? []).map(instanceOf) };
  const attestation = { checkpoints: (checkpoints?.rows ?? []).map(checkpointOf), publicKey };
  const { chain, differing } = integrityOf(
    law,
    stored,
    head,
    (entries?.rows ?? []).map(entryOf),
    attestation,
  );
  if (!chain.ok) tell(number, chain, say);
  for (const procedureId of differing)
    say(`${number}: procedure ${procedureId} is not what its entries tell`);
  for (const { seq, compartment } of altered?.rows ?? [])
    say(`${number}: entry ${seq} alteredText: a text in the compartment ${compartment} is another one now`);
  return chain.ok && differing.length === 0 && !altered?.count;
}

function tell(what: string, verdict: Verdict, say: Say): void {
  if (verdict.ok) return say(`${what}: ${verdict.entries} entries, chain whole`);
  for (const { kind, seq, message } of verdict.findings) say(`${what}: entry ${seq} ${kind}: ${message}`);
}
