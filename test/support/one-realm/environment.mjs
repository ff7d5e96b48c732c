import { ModuleMocker } from 'jest-mock';

/** Node itself as it is, and not a copy of its globals for each suite: see `runtime.mjs`. Fake timers are not offered. */
export default class OneRealm {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern = null;
  #exit = process.exit;
  #conditions;

  /** Of Jest's configuration only `testEnvironmentOptions.customExportConditions` is read. */
  constructor({ projectConfig }) {
    this.#conditions = projectConfig.testEnvironmentOptions.customExportConditions;
  }

  async setup() {
    // Nothing to prepare; Jest calls it.
  }

  /** TypeORM remembers each entity class for ever: those of a suite that has ended would never be freed. */
  async teardown() {
    process.exit = this.#exit;
    delete globalThis.typeormMetadataArgsStorage;
  }

  exportConditions() {
    return this.#conditions;
  }

  getVmContext() {
    return globalThis;
  }
}
