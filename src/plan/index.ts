export { type Coverage, PlanCoverage } from './coverage.js';
export { type MeasureInFull, type MeasureShown, PlanMeasures } from './measures.js';
export { PlanModule } from './plan.module.js';
