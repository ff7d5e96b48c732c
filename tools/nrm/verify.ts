import { verifyExport, type Head, type Verdict } from '#libs/timeline';
import { entryOf, entryReads, instanceOf, integrityOf, law } from '../../src/cases/index.js';
import { Database, nobody, type Tx } from '../../src/platform/index.js';

type Say = (line: string) => void;

/** Checks an exported timeline by itself. */
export function verifyFile(text: string, say: Say): boolean {
  const verdict = verifyExport(JSON.parse(text) as unknown);
  tell('file', verdict, say);
  return verdict.ok;
}

/** Checks chain and replay of every case, or of one by its number. Reads codes only; the vault is not touched. */
export async function verifyDatabase(url: string, number: string | undefined, say: Say): Promise<boolean> {
  const database = new Database({ url, poolSize: 1, name: 'nrm-verify', limits: { statement: 600_000 } });
  try {
    const cases = await database.inTransaction(nobody, (tx) => casesToCheck(tx, number));
    if (cases.length === 0) say(number ? `No case ${number}.` : 'No cases yet.');
    let sound = number === undefined || cases.length > 0;
    for (const one of cases) sound = (await verifyCase(database, one, say)) && sound;
    say(`${cases.length} timelines checked.`);
    return sound;
  } finally {
    await database.close();
  }
}

interface CaseHead {
  readonly id: string;
  readonly number: string;
  readonly head: Head;
}

async function casesToCheck(tx: Tx, number?: string): Promise<CaseHead[]> {
  const { rows } = await tx.query(
    'select id, number, head_seq, head_hash from cases where $1::text is null or number = $1 order by number',
    [number ?? null],
  );
  return rows.map((row) => ({
    id: row['id'] as string,
    number: row['number'] as string,
    head: { seq: row['head_seq'] as number, hash: row['head_hash'] as string },
  }));
}

async function verifyCase(database: Database, { id, number, head }: CaseHead, say: Say): Promise<boolean> {
  const [entries, instances, checkpoints, altered] = await database.inTransaction(nobody, (tx) =>
    tx.batch([
      entryReads(id),
      { text: 'select * from procedure_instances where case_id = $1 order by position', values: [id] },
      { text: 'select seq, hash from checkpoints where case_id = $1 order by seq', values: [id] },
      { text: 'select seq, compartment from altered_texts where case_id = $1 order by seq', values: [id] },
    ]),
  );
  const stored = { id, instances: (instances?.rows ?? []).map(instanceOf) };
  const kept = (checkpoints?.rows ?? []) as unknown as Head[];
  const { chain, differing } = integrityOf(law, stored, head, (entries?.rows ?? []).map(entryOf), kept);
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
