import { signCheckpoint, type Checkpoint, type CheckpointKey, type Head } from '#libs/timeline';
import type { Uuid } from '#libs/vocabulary';
import { DatabaseError, nobody, type Database, type Tx } from '../platform/database/index.js';
import { instant } from './case-rows.js';
import { checkpointOf, checkpointsAdded, newestRead } from './checkpoint-rows.js';

const perBatch = 500;

/** How many heads were signed, and how many no longer meet what was signed of their case before: these are left out. */
export interface CheckpointRound {
  readonly written: number;
  readonly contradicting: number;
}

interface MovedHead extends Head {
  readonly caseId: Uuid;
  /** Whether the last checkpoint of the case is still in its timeline. */
  readonly stands: boolean;
}

const movedHeads = `
  select c.id as "caseId", c.head_seq as seq, c.head_hash as hash,
    k.seq is null or (c.head_seq > k.seq and exists (
      select 1 from timeline_entries e where e.case_id = c.id and e.seq = k.seq and e.hash = k.hash)) as stands
  from cases c left join lateral (
    select seq, hash from checkpoints where case_id = c.id order by seq desc limit 1) k on true
  where ($1::uuid is null or c.id > $1) and (c.head_seq, c.head_hash) is distinct from (k.seq, k.hash)
  order by c.id limit $2`;

/**
 * Signs the head of every case that moved since its last checkpoint. `database`: the sweep's. Where another process
 * writes at the same time, one of them looks again.
 */
export async function writeCheckpoints(
  database: Pick<Database, 'inTransaction'>,
  key: CheckpointKey,
): Promise<CheckpointRound> {
  let [after, written, contradicting]: [Uuid | null, number, number] = [null, 0, 0];
  for (;;) {
    const batch = await database.inTransaction(nobody, (tx) => nextBatch(tx, after));
    const signed = series(batch, key);
    if (signed.length > 0 && !(await kept(database, signed))) continue;
    written += signed.length;
    contradicting += batch.heads.length - signed.length;
    after = batch.heads.at(-1)?.caseId ?? null;
    if (batch.heads.length < perBatch) return { written, contradicting };
  }
}

interface Batch {
  readonly heads: readonly MovedHead[];
  readonly last: Checkpoint | undefined;
  /** Wall time. */
  readonly at: string;
}

async function nextBatch(tx: Tx, after: Uuid | null): Promise<Batch> {
  const [moved, last, clock] = await tx.batch([
    { name: 'heads_moved', text: movedHeads, values: [after, perBatch] },
    newestRead,
    { name: 'wall_time', text: 'select clock_timestamp() as signed_at', values: [] },
  ]);
  const heads = (moved?.rows ?? []) as unknown as MovedHead[];
  return { heads, last: last?.rows.map(checkpointOf)[0], at: instant(clock?.rows[0]?.['signed_at']) };
}

function series({ heads, last, at }: Batch, { id: keyId, privateKey }: CheckpointKey): Checkpoint[] {
  let before = last;
  return heads
    .filter(({ stands }) => stands)
    .map(({ caseId, seq, hash }) => {
      const [number, previous] = [(before?.number ?? 0) + 1, before?.signature ?? null];
      before = signCheckpoint({ number, previous, caseId, seq, hash, at, keyId }, privateKey);
      return before;
    });
}

async function kept(
  database: Pick<Database, 'inTransaction'>,
  signed: readonly Checkpoint[],
): Promise<boolean> {
  try {
    await database.inTransaction(nobody, (tx) => tx.batch([checkpointsAdded(signed)]));
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && error.kind === 'unique') return false;
    throw error;
  }
}
