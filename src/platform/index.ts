export * from './clock/index.js';
export * from './database/index.js';
export { PlatformModule } from './platform.module.js';
