export { type CaseAccess, CaseAccesses } from './case-access.js';
export { type BrokenCase, type IntegrityReport, TimelineIntegrity } from './integrity.js';
export { type LateEntry, LateEntries } from './late-entries.js';
export { ReviewSamples, type SampleToReview } from './review-samples.js';
export { SupervisionModule } from './supervision.module.js';
export { StuckProcedures, stuckReasons, type StuckProcedure } from './stuck.js';
