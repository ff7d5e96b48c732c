import { Module, type OnModuleInit } from '@nestjs/common';
import { CaseRoom, CasesModule, EffectWriters } from '../cases/index.js';
import { OutboxConsumers, OutboxWorkerModule } from '../platform/outbox/index.js';
import { Carried } from './carried.js';
import { CLOCK_DOOR } from './clock-door.js';
import { noteOverdue, startDeadline, stopDeadline } from './deadline-writers.js';
import { DeadlinesHealth } from './deadlines-health.js';
import { DeadlinesWorker } from './deadlines-worker.js';
import { DueDeadlines } from './due-deadlines.js';
import { Reminders } from './reminders.js';
import { Sweep } from './sweep.js';
import { TrainingClock } from './training-clock.js';
import { WakeUps } from './wake-ups.js';

/** The clocks of the cases: what starts and ends them, who fires them, what is shown of them. Runs nothing. */
@Module({
  imports: [CasesModule],
  providers: [
    { provide: CLOCK_DOOR, useExisting: CaseRoom },
    Carried,
    DeadlinesHealth,
    DueDeadlines,
    Reminders,
    Sweep,
    TrainingClock,
    WakeUps,
  ],
  exports: [DeadlinesHealth, Sweep, TrainingClock, WakeUps],
})
export class DeadlinesModule implements OnModuleInit {
  constructor(
    private readonly writers: EffectWriters,
    private readonly consumers: OutboxConsumers,
  ) {}

  onModuleInit(): void {
    this.writers.register('startDeadline', startDeadline);
    this.writers.register('stopDeadline', stopDeadline);
    this.writers.register('noteOverdue', noteOverdue);
    this.consumers.register('deadlines', 'due-soon', () => []); // its arrival wakes the sweep, that is all
  }
}

/** Runs the sweep and takes wake-ups from the queue; imported by the worker process only. */
@Module({ imports: [DeadlinesModule, OutboxWorkerModule], providers: [DeadlinesWorker] })
export class DeadlinesWorkerModule {}
