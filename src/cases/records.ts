import { evolve, type Decision, type Law, type Step } from '#libs/rulebook';
import { chain, type Entry } from '#libs/timeline';
import type { CaseView, Effect } from '#libs/vocabulary';
import type { Statement } from '../platform/database/index.js';
import { caseAdded, caseMoved, entryWrites, instanceWrites } from './case-writes.js';
import type { CaseRecord, CaseRow } from './case-rows.js';
import type { EffectWriters, EntryPlace } from './effect-writers.js';
import { entryCores } from './entries.js';
import type { TextRef } from '../vault/index.js';

export interface Records {
  readonly statements: readonly Statement[];
  readonly entries: readonly Entry[];
  readonly row: CaseRow;
  readonly view: CaseView;
}

interface Taking {
  readonly law: Law;
  readonly record: Pick<CaseRecord, 'row' | 'view'>;
  readonly decision: Decision;
  readonly texts: readonly TextRef[];
  readonly writers: EffectWriters;
  readonly isNew: boolean;
}

/** Everything that one decision writes, in order: the case, its instances, the entries, then each consequence. */
export function recordsOf({ law, record, decision, texts, writers, isNew }: Taking): Records {
  const { steps } = decision;
  const cores = entryCores(record.row.id, record.row.headSeq, steps, texts);
  const { entries, head } = chain(cores, { seq: record.row.headSeq, hash: record.row.headHash });
  const view = steps.reduce((so, step) => evolve(law, so, step), record.view);
  const row = {
    ...record.row,
    headSeq: head.seq,
    headHash: head.hash,
    revision: record.row.revision + (moves(steps) ? 1 : 0),
  };
  const statements = [
    ...(isNew ? [caseAdded(row, steps[0]?.recordedAt ?? '')] : [caseMoved(row)]),
    ...instanceWrites(record.view, view),
    entryWrites(entries),
    ...consequences(steps, entries, writers),
  ];
  return { statements, entries, row, view };
}

/** The clock bumps the revision of a case only when a state changes. */
const moves = (steps: readonly Step[]) =>
  steps.some((step) => step.actor.role !== 'clock' || step.from !== step.to);

/** A body's participation ends last: until then row-level security lets its own writes through. */
function consequences(
  steps: readonly Step[],
  entries: readonly Entry[],
  writers: EffectWriters,
): Statement[] {
  const all = steps.flatMap((step, index) =>
    step.effects.map((effect) => ({ effect, place: placeOf(step, entries[index]) })),
  );
  const last = ({ effect }: { effect: Effect }) => effect.type === 'endParticipation';
  return [...all.filter((e) => !last(e)), ...all.filter(last)].flatMap(({ effect, place }) => [
    ...writers.statements(effect, place),
  ]);
}

const placeOf = (step: Step, entry: Entry): EntryPlace => ({
  caseId: entry.caseId,
  seq: entry.seq,
  procedure: step.procedure,
  command: step.command,
  now: step.recordedAt,
  happenedAt: step.happenedAt,
  actorId: step.actor.id,
  actorBodyId: step.actor.bodyId,
});
