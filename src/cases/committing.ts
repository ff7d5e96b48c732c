import { Injectable } from '@nestjs/common';
import type { Decision } from '#libs/rulebook';
import type { Facts } from '#libs/vocabulary';
import { crashPoint } from '../platform/crash-points/index.js';
import type { Statement, Tx } from '../platform/database/index.js';
import { Vault, type Sealed } from '../vault/index.js';
import { caseReads, recordOf, type CaseRecord } from './case-rows.js';
import { EffectWriters } from './effect-writers.js';
import { law } from './law.js';
import type { Alongside } from './prepared.js';
import { recordsOf } from './records.js';
import { CaseFault, type CommandResult } from './requests.js';

type Answered = Pick<CommandResult, 'firstSeq' | 'lastSeq' | 'revision'>;

interface Given {
  readonly isNew: boolean;
  readonly sealed?: Sealed;
  readonly receipt?: (answered: Answered) => Statement;
  /** What a code shown once is derived from. */
  readonly seed?: string;
  readonly alongside?: Alongside | undefined;
}

/** The last round trip of a command: everything it writes, with COMMIT. */
@Injectable()
export class Committing {
  constructor(
    private readonly vault: Vault,
    private readonly writers: EffectWriters,
  ) {}

  async commit(
    tx: Tx,
    record: CaseRecord,
    decision: Decision,
    { isNew, sealed, receipt, seed, alongside }: Given,
  ): Promise<CommandResult> {
    const taking = { law, record, decision, texts: sealed?.refs ?? [], writers: this.writers, isNew };
    const { entries, row, view, statements } = recordsOf(taking);
    const firstSeq = record.row.headSeq + 1;
    const code = decision.steps.some((s) => s.effects.some((e) => e.type === 'seal' && e.returnCode));
    const shownOnce = code && seed ? this.vault.returnCode(row.id, seed) : undefined;
    const all = [
      ...(alongside?.(record.now) ?? []),
      ...statements,
      ...(sealed?.statements(record.now) ?? []),
      ...(shownOnce ? [shownOnce.statement(record.now)] : []),
      ...(receipt ? [receipt({ firstSeq, lastSeq: row.headSeq, revision: row.revision })] : []),
    ];
    crashPoint('before-commit');
    await tx.commitWith(ordered(all));
    crashPoint('after-commit');
    const before = new Set(record.view.instances);
    const changed = view.instances.filter((instance) => !before.has(instance));
    const { id: caseId, number, revision, headSeq: lastSeq } = row;
    const result = {
      caseId,
      number,
      revision,
      firstSeq,
      lastSeq,
      repeated: false,
      written: { entries, changed, participants: participantsAfter(record, decision) },
    };
    return shownOnce ? { ...result, once: { returnCode: shownOnce.code } } : result;
  }

  /** The answer to a key seen before. Nothing is written; a code shown once is derived again from the key. */
  async repeat(
    tx: Tx,
    earlier: Record<string, unknown>,
    fingerprint: string,
    seed: string,
  ): Promise<CommandResult> {
    if (earlier['request_hash'] !== fingerprint) throw new CaseFault('idempotency-key-reused');
    const caseId = String(earlier['case_id']);
    const record = recordOf(await tx.batch(caseReads(caseId, { lock: false })));
    if (!record) throw new CaseFault('not-found');
    const { number } = record.row;
    const revision = Number(earlier['revision'] ?? record.row.revision);
    const [firstSeq, lastSeq] = [Number(earlier['first_seq']), Number(earlier['last_seq'])];
    const result = { caseId, number, revision, firstSeq, lastSeq, repeated: true };
    const returnCode = await this.vault.returnCodeAgain(tx, caseId, seed);
    return returnCode ? { ...result, once: { returnCode } } : result;
  }
}

function participantsAfter({ participants }: CaseRecord, { steps }: Decision): Facts['participants'] {
  const after = { ...participants };
  for (const effect of steps.flatMap(({ effects }) => effects)) {
    if (effect.type === 'participate' && after[effect.bodyId] !== 'full') after[effect.bodyId] = effect.level;
    if (effect.type !== 'endParticipation') continue;
    if (effect.keeps) after[effect.bodyId] = effect.keeps;
    else delete after[effect.bodyId];
  }
  return after;
}

/**
 * A key that is renewed for this command is sealed after it. Participation that ends must be the last write of all:
 * row-level security needs it for the rest; what is left of it begins after that.
 */
function ordered(statements: readonly Statement[]): Statement[] {
  const last = ['vault_sealed', 'participation_ended', 'participation_kept'];
  const named = (name: string) => statements.filter((statement) => statement.name === name);
  return [...statements.filter(({ name }) => !name || !last.includes(name)), ...last.flatMap(named)];
}
