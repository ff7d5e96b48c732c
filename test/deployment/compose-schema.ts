import { z } from 'zod';

/** The part of the Compose specification (https://compose-spec.io) that we use; any other key is a mistake. */
const duration = z.string().regex(/^(\d+(\.\d+)?(us|ms|s|m|h))+$/);
const size = z.string().regex(/^\d+(b|k|m|g|kb|mb|gb)$/);
const words = z.array(z.string()).min(1);

const healthcheck = z.strictObject({
  test: words.refine(([first]) => ['CMD', 'CMD-SHELL'].includes(first), {
    error: 'begins with CMD or CMD-SHELL',
  }),
  interval: duration,
  timeout: duration,
  retries: z.int().positive(),
  start_period: duration.optional(),
});

const condition = z.enum(['service_started', 'service_healthy', 'service_completed_successfully']);

const service = z
  .strictObject({
    image: z.string(),
    build: z.string(),
    command: words,
    init: z.boolean(),
    restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']),
    read_only: z.boolean(),
    tmpfs: words,
    cap_drop: words,
    security_opt: words,
    stop_grace_period: duration,
    shm_size: size,
    environment: z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), z.string()),
    ports: z.array(z.string().regex(/^127\.0\.0\.1:.+:\d+$/, { error: 'publishes to the whole network' })),
    volumes: z.array(z.string().regex(/^([a-z]+:\/[a-z/]+|\.\/[a-z]+:\/[a-z]+:ro)$/)),
    healthcheck,
    depends_on: z.record(z.string(), z.strictObject({ condition })),
    networks: words,
  })
  .partial()
  .refine(({ image, build }) => image ?? build, { error: 'has neither image nor build' });

export const composeSchema = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/),
    services: z.record(z.string(), service),
    volumes: z.record(z.string(), z.null()),
    networks: z.record(z.string(), z.strictObject({ internal: z.boolean().optional() }).nullable()),
  })
  .catchall(z.unknown())
  .superRefine((file, context) => {
    for (const key of Object.keys(file)) {
      const known = ['name', 'services', 'volumes', 'networks'].includes(key) || key.startsWith('x-');
      if (!known) context.addIssue({ code: 'custom', path: [key], message: 'no such key' });
    }
    for (const [name, { depends_on = {}, networks = [], volumes = [] }] of Object.entries(file.services)) {
      const named = [
        ...Object.keys(depends_on).filter((other) => !(other in file.services)),
        ...networks.filter((network) => !(network in file.networks)),
        ...volumes.filter((volume) => !volume.startsWith('./') && !(volume.split(':')[0] in file.volumes)),
      ];
      for (const missing of named)
        context.addIssue({ code: 'custom', path: ['services', name], message: `${missing} is not defined` });
    }
  });
