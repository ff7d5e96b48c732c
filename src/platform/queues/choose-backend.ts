import type { Config } from '../../config/index.js';
import { PostgresBackend } from './postgres-backend.js';
import type { QueueBackend } from './queue-backend.js';
import { RedisBackend } from './redis-backend.js';

/** Redis where the settings name one, else the application's own PostgreSQL. */
export function chooseBackend({ redisUrl, database }: Config): QueueBackend {
  return redisUrl ? new RedisBackend(redisUrl) : new PostgresBackend(database.directUrl);
}
