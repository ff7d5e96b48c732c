export { type DeadlineItem, DeadlineList } from './deadline-list.js';
export { JustOpened, type Opened } from './just-opened.js';
export { News, type NewsCounts } from './news.js';
export { type Found, Search } from './search.js';
export { Worklist, type WorklistItem } from './worklist.js';
export {
  type DeadlineQuery,
  deadlineQuery,
  type Urgency,
  urgencies,
  type WorklistQuery,
  worklistQuery,
} from './worklist-query.js';
export { WorklistsModule } from './worklists.module.js';
