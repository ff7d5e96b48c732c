import { z } from 'zod';

const text = z.string().trim().min(1);
const port = z.coerce.number().int().min(0).max(65_535);
const postgresUrl = text.refine((value) => hasProtocol(value, ['postgres:', 'postgresql:']), {
  error: 'write it as postgres://user:password@host:5432/database',
});
const redisUrl = text.refine((value) => hasProtocol(value, ['redis:', 'rediss:']), {
  error: 'write it as redis://host:6379',
});
const smtpUrl = text.refine((value) => hasProtocol(value, ['smtp:', 'smtps:']), {
  error: 'write it as smtp://user:password@host:587',
});
const webUrl = text.refine((value) => hasProtocol(value, ['http:', 'https:']), {
  error: 'write it as https://nrm.example.az',
});
const masterKey = text.refine((value) => Buffer.from(value, 'base64').length === 32, {
  error: 'write 32 random bytes in base64, as `openssl rand -base64 32` prints them',
});

/** Every setting the application reads; an empty value counts as not set. */
export const settings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: text.default('127.0.0.1'),
  PORT: port.default(3000),
  TRUST_PROXY: text.default('loopback'),
  METRICS_PORT: port.default(9464),
  NRM_DATA_DIR: text.default('.data'),
  NRM_CATALOGUES_DIR: text.optional(),
  NRM_CLOCK: z.enum(['real', 'training']).default('real'),
  NRM_DEMO: z.enum(['0', '1']).default('0'),
  NRM_DEMO_PASSWORD: text.optional(),
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_DIRECT_URL: postgresUrl.optional(),
  DATABASE_SWEEP_URL: postgresUrl,
  DATABASE_RELAY_URL: postgresUrl,
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(64).default(8),
  REDIS_URL: redisUrl.optional(),
  NRM_SMTP_URL: smtpUrl.optional(),
  NRM_MAIL_FROM: z.email({ error: 'write one address, such as noreply@example.az' }).optional(),
  NRM_PUBLIC_URL: webUrl.optional(),
  NRM_KEYS: z.enum(['file', 'env']).default('file'),
  NRM_KEY_FILE: text.optional(),
  NRM_MASTER_KEY: masterKey.optional(),
});

export type Settings = z.infer<typeof settings>;

function hasProtocol(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}
