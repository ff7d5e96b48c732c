import type { Uuid } from '#libs/vocabulary';
import type { Tx } from '../platform/database/index.js';
import { instant } from './case-rows.js';
import { checkpointOf, newestRead } from './checkpoint-rows.js';

/** What is wrong with the series of checkpoints itself, at the checkpoint with this number. */
export interface SeriesFinding {
  readonly kind: 'checkpointsMissing' | 'caseMissing';
  readonly number: number;
  readonly message: string;
}

export interface CheckpointSeries {
  /** What to keep elsewhere: whoever has it can tell whether this series, or any before it, was cut or replaced. */
  readonly newest: { readonly number: number; readonly at: string; readonly signature: string } | null;
  readonly findings: readonly SeriesFinding[];
}

const gaps = `
  select number, before, at from (
    select number, previous, at, lag(number, 1, 0) over series as before, lag(signature) over series as sealed
    from checkpoints window series as (order by number)) each
  where number <> before + 1 or previous is distinct from sealed order by number`;

const lost = `
  select case_id as "caseId", max(number) as number, max(at) as at from checkpoints k
  where not exists (select 1 from cases c where c.id = k.case_id) group by case_id order by 2`;

/** Looks through the whole series: for who sees every case (the sweep, the Coordinator). Cut at its end it looks whole. */
export async function checkpointSeries(tx: Tx): Promise<CheckpointSeries> {
  const [newest, broken, gone] = await tx.batch([
    newestRead,
    { name: 'checkpoints_broken', text: gaps, values: [] },
    { name: 'checkpoints_of_none', text: lost, values: [] },
  ]);
  const [last] = (newest?.rows ?? []).map(checkpointOf);
  const missing = (broken?.rows ?? []).map((row) => missingBefore(row as unknown as Gap));
  const caseless = (gone?.rows ?? []).map((row) => missingCase(row as unknown as Lost));
  return {
    newest: last ? { number: last.number, at: last.at, signature: last.signature } : null,
    findings: [...missing, ...caseless],
  };
}

interface Gap {
  readonly number: number;
  readonly before: number;
  readonly at: Date;
}

function missingBefore({ number, before, at }: Gap): SeriesFinding {
  const place = `checkpoint ${number} of ${instant(at)}`;
  const message =
    number === before + 1
      ? `Before ${place} stands another one than when it was signed.`
      : `Before ${place} are missing: ${before + 1} to ${number - 1}.`;
  return { kind: 'checkpointsMissing', number, message };
}

interface Lost {
  readonly caseId: Uuid;
  readonly number: number;
  readonly at: Date;
}

const missingCase = ({ caseId, number, at }: Lost): SeriesFinding => ({
  kind: 'caseMissing',
  number,
  message: `Case ${caseId} is gone since its checkpoint of ${instant(at)}.`,
});
