export * from './procedure.js';
export * from './machine.js';
