export { type Config, ConfigurationError, loadConfig, requireOwnerUrl } from './config.js';
export { CONFIG, ConfigModule } from './config.module.js';
export { crashAt } from './crash-at.js';
export type { Problem } from './refusals.js';
