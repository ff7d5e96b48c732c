export * from './clock/index.js';
export * from './database/index.js';
export * from './keys/index.js';
export { PlatformModule } from './platform.module.js';
