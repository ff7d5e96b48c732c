import { ModuleMocker } from 'jest-mock';

const ofJest = ['EVENT_HANDLERS', 'JEST_STATE_SYMBOL'];

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

  /** Forgets a suite that has ended: what Jest keeps of it holds on to all that it loaded. */
  async teardown() {
    process.exit = this.#exit;
    for (const key of Object.getOwnPropertySymbols(globalThis))
      if (ofJest.includes(key.description)) delete globalThis[key];
  }

  exportConditions() {
    return this.#conditions;
  }

  getVmContext() {
    return globalThis;
  }
}
