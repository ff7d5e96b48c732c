export { EntityReads, readsOptions } from './data-source.js';
export { Database, type DatabaseOptions, RelayDatabase, SweepDatabase } from './database.js';
export { DatabaseError, type DatabaseErrorKind } from './database-error.js';
export { type Identity, nobody } from './identity.js';
export { Lanes } from './lanes.js';
export { migrate, pendingMigrations } from './migrate.js';
export { assertRuntimeRole } from './runtime-role.js';
export type { Limits, Rows, Statement, Tx } from './transaction.js';
