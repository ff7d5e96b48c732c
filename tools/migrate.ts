import { loadConfig, requireOwnerUrl } from '../src/config/index.js';
import { chooseClock } from '../src/platform/clock/index.js';
import { migrate } from '../src/platform/database/index.js';

/** `npm run migrate`: brings the schema up to date as its owner and settles which clock the data lives on. */
try {
  const config = loadConfig();
  const ownerUrl = requireOwnerUrl(config);
  const applied = await migrate(ownerUrl);
  await chooseClock(ownerUrl, config.clock);
  process.stdout.write(applied.length > 0 ? `applied ${applied.join(', ')}\n` : 'schema is up to date\n');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
