export {
  entryCoreSchema,
  type Entry,
  type EntryCore,
  type Head,
  type Link,
  type RestrictedEntry,
} from './entry.js';
export { canonical, chain, emptyHead, genesisHash, hashEntry } from './chain.js';
export { commit, commitmentMatches } from './commitment.js';
export {
  checkpointIsGenuine,
  checkpointSchema,
  signCheckpoint,
  type Checkpoint,
  type CheckpointClaim,
} from './checkpoint.js';
export { checkpointKey, publicKeyOf, publicKeyText, type CheckpointKey } from './checkpoint-key.js';
export { verifyAttested, type Attestation } from './attested.js';
export { isEntryType, payloadSchemas, readPayload, type EntryType, type PayloadOf } from './payloads.js';
export { verify } from './verify.js';
export type { Expected, Finding, FindingKind, Verdict } from './finding.js';
export type { GivenEntry } from './evidence.js';
export { exportTimeline, verifyExport, type TimelineExport } from './export.js';
