export { BlindIndex } from './blind-index.js';
export type { CaseKeys } from './data-keys.js';
export { type TextRef, type VaultText } from './items.js';
export type { Reach } from './reach.js';
export type { Opened, OpenText, Shut } from './reading-room.js';
export { ReturnCodes } from './return-codes.js';
export { sealStatements, shredStatements, unsealStatements } from './seals.js';
export { NoSuchCompartment, type Sealed, Vault } from './vault.js';
export { VaultModule } from './vault.module.js';
