import { Module, type OnModuleInit } from '@nestjs/common';
import { CasesModule, EffectWriters } from '../cases/index.js';
import { DeadlineList } from './deadline-list.js';
import { JustOpened } from './just-opened.js';
import { News } from './news.js';
import { Search } from './search.js';
import { closeTask, openTask } from './task-writers.js';
import { Worklist } from './worklist.js';

/** The read side: what each body has to do. Owns the views and the tasks. */
@Module({
  imports: [CasesModule],
  providers: [Worklist, DeadlineList, JustOpened, News, Search],
  exports: [Worklist, DeadlineList, JustOpened, News, Search],
})
export class WorklistsModule implements OnModuleInit {
  constructor(private readonly writers: EffectWriters) {}

  onModuleInit(): void {
    this.writers.register('openTask', openTask);
    this.writers.register('closeTask', closeTask);
  }
}
