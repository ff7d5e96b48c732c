import { Inject, Injectable, Logger } from '@nestjs/common';
import { CaseFault } from '../cases/index.js';
import { crashPoint } from '../platform/crash-points/index.js';
import { Carried } from './carried.js';
import { CLOCK_DOOR, type ClockDoor } from './clock-door.js';
import { type DueDeadline, DueDeadlines } from './due-deadlines.js';
import { Reminders } from './reminders.js';

/** What one round did. `stale`: the statechart had stopped or moved the clock before. */
export interface SweepReport {
  readonly fired: number;
  readonly stale: number;
  readonly failed: number;
  readonly reminders: number;
  /** Floors and placements of voided duplicates that reached the case that remains. */
  readonly carried: number;
}

type Result = 'fired' | 'stale' | 'failed';

const batch = 64;
/** Cases worked on at once: as many as the sweep's connections, less the one that claims. */
const lanes = 2;

/**
 * Fires every deadline that is due, each as a command of its own, with the reminders between them, in due order within
 * a case. The same work whoever asks for it: the clock on the wall, a wake-up, the training clock. Any number may run
 * at once.
 */
@Injectable()
export class Sweep {
  private readonly logger = new Logger(Sweep.name);

  constructor(
    private readonly due: DueDeadlines,
    private readonly reminders: Reminders,
    private readonly carried: Carried,
    @Inject(CLOCK_DOOR) private readonly door: ClockDoor,
  ) {}

  /** Works until nothing more is due, or `signal` says to stop. Throws DatabaseError when PostgreSQL is away. */
  async round(signal?: AbortSignal): Promise<SweepReport> {
    let reminders = await this.reminders.round();
    const carried = await this.carryAll(signal);
    const results: Result[] = [];
    while (!signal?.aborted) {
      const claimed = await this.due.claim(batch);
      if (claimed.length === 0) break;
      reminders += await this.reminders.before(claimed);
      results.push(...(await this.work(claimed, signal)));
    }
    if (results.length > 0) reminders += await this.reminders.round();
    const count = (wanted: Result) => results.filter((result) => result === wanted).length;
    return { fired: count('fired'), stale: count('stale'), failed: count('failed'), reminders, carried };
  }

  private async carryAll(signal?: AbortSignal): Promise<number> {
    if (signal?.aborted) return 0;
    const floors = await this.carry(await this.carried.floors(batch), (one) => this.door.carryFloor(one));
    const placements = await this.carried.placements(batch);
    return floors + (await this.carry(placements, (one) => this.door.carryPlacement(one)));
  }

  private async carry<T extends { toCaseId: string }>(
    claimed: readonly T[],
    work: (one: T) => Promise<unknown>,
  ): Promise<number> {
    let carried = 0;
    for (const one of claimed) {
      try {
        await work(one);
        carried += 1;
      } catch (error) {
        this.logger.error(`carrying to case ${one.toCaseId}: ${faultOf(error)}`);
      }
    }
    return carried;
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
    this.logger.error(`deadline ${id}: ${faultOf(error)}`);
    await this.due.failed(id);
    return 'failed';
  }
}

const faultOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown fault');
