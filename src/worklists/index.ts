export { cursorOf, pageOf, type Page } from './cursor.js';
export { type DeadlineItem, DeadlineList } from './deadline-list.js';
export { type HandoffItem, HandoffList } from './handoff-list.js';
export { Worklist, type WorklistItem } from './worklist.js';
export {
  type DeadlineQuery,
  deadlineQuery,
  type HandoffQuery,
  handoffQuery,
  limit,
  type Urgency,
  urgencies,
  type WorklistQuery,
  worklistQuery,
} from './worklist-query.js';
export { WorklistsModule } from './worklists.module.js';
