export type { ClockDoor } from './clock-door.js';
export { DeadlinesHealth, type DeadlinesState } from './deadlines-health.js';
export { DeadlinesModule, DeadlinesWorkerModule } from './deadlines.module.js';
export { Sweep, type SweepReport } from './sweep.js';
export { type Advanced, ClockFault, type ClockFaultCode, TrainingClock } from './training-clock.js';
export { walk } from './walk.js';
