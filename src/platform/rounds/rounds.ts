import { Logger } from '@nestjs/common';

/**
 * Work that comes round again: every `everyMs` of wall time, and at once when woken. One round at a time; a wake
 * during a round brings another. A failing round is reported and never ends the series.
 */
export class Rounds {
  private readonly logger: Logger;
  private timer?: NodeJS.Timeout;
  private running?: Promise<void>;
  private again = false;
  private stopped = true;

  constructor(
    name: string,
    private readonly everyMs: number,
    private readonly work: () => Promise<unknown>,
  ) {
    this.logger = new Logger(name);
  }

  start(): void {
    this.stopped = false;
    this.wake();
  }

  /** Brings the next round forward to now. */
  wake(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    this.running = this.round().finally(() => this.next());
  }

  /** Lets the present round finish and begins no other. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async round(): Promise<void> {
    try {
      await this.work();
    } catch (error) {
      this.logger.error(`round failed: ${error instanceof Error ? error.message : 'unknown fault'}`);
    }
  }

  private next(): void {
    this.running = undefined;
    if (this.stopped) return;
    if (this.again) {
      this.again = false;
      this.wake();
    } else {
      this.timer = setTimeout(() => this.wake(), this.everyMs);
    }
  }
}
