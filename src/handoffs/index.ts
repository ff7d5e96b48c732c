export { HandoffsModule } from './handoffs.module.js';
export { type BoxQuery, type HandoffBody, type HandoffItem, HandoffsService } from './handoffs.service.js';
