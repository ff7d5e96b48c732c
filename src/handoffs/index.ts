export { HandoffsModule } from './handoffs.module.js';
export { type BoxQuery, type HandoffDuty, type HandoffItem, HandoffsService } from './handoffs.service.js';
