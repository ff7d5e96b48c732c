export { type Config, ConfigurationError, loadConfig, loadKeySettings, requireOwnerUrl } from './config.js';
export { CONFIG, ConfigModule } from './config.module.js';
export { crashAt } from './crash-at.js';
export type { Problem } from './refusals.js';
