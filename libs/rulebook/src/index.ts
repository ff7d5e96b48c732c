export * from './law.js';
export * from './step.js';
export * from './decide.js';
export * from './evolve.js';
export * from './allowed.js';
export { migrate } from './migrate.js';
export { clockName } from './clocks.js';
export * from './proofs/index.js';
