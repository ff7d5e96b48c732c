export * from './people.js';
export * from './floor.js';
export * from './decision.js';
export * from './time.js';
export * from './closing.js';
export * from './children.js';
export * from './housing.js';
