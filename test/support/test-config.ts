import { type Config, loadConfig } from '../../src/config/index.js';
import type { TestDatabase } from './test-database.js';

/** Settings of a process that works on this test database; `more` as in the environment. */
export function testConfig(database: TestDatabase, more: NodeJS.ProcessEnv = {}): Config {
  return loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: database.runtimeUrl,
    DATABASE_SWEEP_URL: database.sweepUrl,
    DATABASE_RELAY_URL: database.relayUrl,
    ...more,
  });
}
