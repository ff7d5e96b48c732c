import { Module, type OnModuleInit } from '@nestjs/common';
import { CasesModule, EffectWriters } from '../cases/index.js';
import { DeadlineList } from './deadline-list.js';
import { HandoffList } from './handoff-list.js';
import { closeTask, openTask } from './task-writers.js';
import { Worklist } from './worklist.js';

/** The read side: what each body has to do. Owns the views and the tasks. */
@Module({
  imports: [CasesModule],
  providers: [Worklist, DeadlineList, HandoffList],
  exports: [Worklist, DeadlineList, HandoffList],
})
export class WorklistsModule implements OnModuleInit {
  constructor(private readonly writers: EffectWriters) {}

  onModuleInit(): void {
    this.writers.register('openTask', openTask);
    this.writers.register('closeTask', closeTask);
  }
}
