export * from './requests.js';
export { EffectWriters, type EffectWriter, type EntryPlace } from './effect-writers.js';
export { FactSources } from './fact-sources.js';
export { CaseRoom } from './case-room.js';
export type { CarriedFloor } from './carried-floor.js';
export type { CarriedPlacement } from './carried-placement.js';
export { CaseReader, type CommandAnswer } from './case-reader.js';
export { Encounters } from './encounters.js';
export { CasesModule, CasesWorkerModule } from './cases.module.js';
export { checkpointOf, checkpointReads, newestRead } from './checkpoint-rows.js';
export { checkpointSeries, type CheckpointSeries } from './checkpoint-series.js';
export { writeCheckpoints } from './checkpoints.js';
export { integrityOf, type Integrity } from './replay.js';
export { commandSchema } from './command-schema.js';
export { lateCompartment, schemaFor } from './compartments.js';
export {
  isSearchForChild,
  wordsOf,
  type BlockedShown,
  type CaseHeader,
  type CommandShown,
  type DeadlineShown,
  type InstanceShown,
  type ProcedureShown,
  type StartShown,
} from './header.js';
export type { Banner } from './banners.js';
export { stepShown, type EntryShown, type TimelineItem } from './timeline-shown.js';
export { entryOf, entryReads } from './timeline-rows.js';
export { instanceOf } from './case-rows.js';
export { law } from './law.js';
export { statusOfRefusal } from './refusal-status.js';
export { clockDesk } from './owing.js';
export { fieldFaults, pointerOf } from './field-faults.js';
