import { Inject, Injectable, Logger } from '@nestjs/common';
import { CaseFault } from '../cases/index.js';
import { crashPoint } from '../platform/crash-points/index.js';
import { CLOCK_DOOR, type ClockDoor } from './clock-door.js';
import { type DueDeadline, DueDeadlines } from './due-deadlines.js';
import { Reminders } from './reminders.js';

/** What one round did. `stale`: the statechart had stopped or moved the clock before. */
export interface SweepReport {
  readonly fired: number;
  readonly stale: number;
  readonly failed: number;
  readonly reminders: number;
}

type Result = 'fired' | 'stale' | 'failed';

const batch = 64;
/** Cases worked on at once: as many as the sweep's connections, less the one that claims. */
const lanes = 2;

/**
 * Fires every deadline that is due, each as a command of its own, in due order within a case. The same work whoever
 * asks for it: the clock on the wall, a wake-up, the training clock. Any number may run at once.
 */
@Injectable()
export class Sweep {
  private readonly logger = new Logger(Sweep.name);

  constructor(
    private readonly due: DueDeadlines,
    private readonly reminders: Reminders,
    @Inject(CLOCK_DOOR) private readonly door: ClockDoor,
  ) {}

  /** Works until nothing more is due, or `signal` says to stop. Throws DatabaseError when PostgreSQL is away. */
  async round(signal?: AbortSignal): Promise<SweepReport> {
    const reminders = await this.reminders.round();
    const results: Result[] = [];
    while (!signal?.aborted) {
      const claimed = await this.due.claim(batch);
      if (claimed.length === 0) break;
      results.push(...(await this.work(claimed, signal)));
    }
    const count = (wanted: Result) => results.filter((result) => result === wanted).length;
    return { fired: count('fired'), stale: count('stale'), failed: count('failed'), reminders };
  }

  private async work(claimed: readonly DueDeadline[], signal?: AbortSignal): Promise<Result[]> {
    const queue = [...claimed];
    const results: Result[] = [];
    const lane = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        results.push(await this.fire(next));
        if (signal?.aborted) return;
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    if (queue.length > 0) await this.due.released(queue.map(({ id }) => id));
    return results;
  }

  private async fire({ id, caseId, procedureId, name }: DueDeadline): Promise<Result> {
    try {
      await this.door.clock({ caseId, procedureId, deadline: name });
      crashPoint('after-firing-before-acknowledge');
      return 'fired';
    } catch (error) {
      return this.settle(id, error);
    }
  }

  /** What the statechart says decides over the row; anything else is a failure, tried again later. */
  private async settle(id: string, error: unknown): Promise<Result> {
    const refusal = error instanceof CaseFault ? error.detail.refusal : undefined;
    if (refusal?.code === 'clock-not-running') {
      await this.due.stopped(id);
      return 'stale';
    }
    if (refusal?.code === 'clock-not-due' && refusal.until) {
      await this.due.moved(id, refusal.until);
      return 'stale';
    }
    this.logger.error(`deadline ${id}: ${error instanceof Error ? error.message : 'unknown fault'}`);
    await this.due.failed(id);
    return 'failed';
  }
}
