import { CaseFault, type ClockRequest } from '../../src/cases/index.js';
import { noteOverdue, startDeadline, stopDeadline } from '../../src/deadlines/deadline-writers.js';
import { nobody, type SweepDatabase } from '../../src/platform/database/index.js';
import { refuse } from '../../libs/vocabulary/src/index.js';

/** A deadline that the passing of another starts, as a statechart would. */
export interface FollowOn {
  readonly name: string;
  readonly milliseconds: number;
}

type Row = { due: Date; now: Date; procedure: string; seq: number; [column: string]: unknown };

/**
 * The part of a case room that the sweep meets, without statecharts: locks the case, asks the deadline's row, writes
 * what the real writers write, commits, and records it. Two of them may share one record.
 */
export class RecordingDoor {
  /** Cases whose commands fail. */
  readonly broken = new Set<string>();
  /** Deadlines, by name, that the statechart says are not running. */
  readonly notRunning = new Set<string>();
  /** Deadlines, by name, that the statechart says run until then. */
  readonly until = new Map<string, Date>();
  readonly followOns = new Map<string, FollowOn>();
  readonly fired: { caseId: string; name: string; at: Date }[] = [];

  constructor(private readonly database: SweepDatabase) {}

  carryFloor(): Promise<void> {
    return Promise.resolve();
  }

  carryPlacement(): Promise<void> {
    return Promise.resolve();
  }

  async clock({ caseId, procedureId, deadline }: ClockRequest): Promise<void> {
    if (this.broken.has(caseId)) throw new Error('this case cannot be decided');
    const at = await this.database.inTransaction(nobody, async (tx) => {
      await tx.query('select 1 from cases where id = $1 for update', [caseId]);
      const { rows } = await tx.query<Row>(
        `select d.due_at as due, d.procedure, now_domain() as now, c.head_seq as seq
         from deadlines d join cases c on c.id = d.case_id
         where d.procedure_id = $1 and d.name = $2 and d.state = 'running'`,
        [procedureId, deadline],
      );
      const [row] = rows;
      if (!row || this.notRunning.has(deadline)) throw refused('clock-not-running');
      const due = this.until.get(deadline) ?? row.due;
      if (due > row.now) throw refused('clock-not-due', due);
      const place = placeOf(caseId, row);
      const follow = this.followOns.get(deadline);
      await tx.commitWith([
        { text: 'update cases set head_seq = head_seq + 1 where id = $1', values: [caseId] },
        ...stopDeadline({ type: 'stopDeadline', procedureId, name: deadline, state: 'passed' }, place),
        ...noteOverdue({ type: 'noteOverdue', procedureId, name: deadline }, place),
        ...(follow ? startDeadline(startOf(procedureId, follow, row.now), place) : []),
      ]);
      return row.now;
    });
    this.fired.push({ caseId, name: deadline, at });
  }
}

const refused = (code: string, until?: Date): CaseFault =>
  new CaseFault('refused', { refusal: refuse(code, { until: until?.toISOString() }) });

export const placeOf = (caseId: string, { procedure, now, seq }: Pick<Row, 'procedure' | 'now' | 'seq'>) => ({
  caseId,
  seq: seq + 1,
  procedure,
  command: 'test',
  now: now.toISOString(),
  happenedAt: now.toISOString(),
  actorId: null,
  actorBodyId: null,
});

export const startOf = (
  procedureId: string,
  { name, milliseconds }: FollowOn,
  start: Date,
  ladder = false,
) => ({
  type: 'startDeadline' as const,
  procedureId,
  name,
  startedAt: start.toISOString(),
  dueAt: new Date(start.getTime() + milliseconds).toISOString(),
  provisional: false,
  duration: 'PT1H',
  legalBasis: 'test',
  verified: false,
  ladder,
  protects: 'body' as const,
});
