import { Redis } from 'ioredis';
import { hasRedis, testRedis } from './test-redis.js';

(hasRedis() ? describe : describe.skip)('a Redis per spec file', () => {
  it('answers, comes back empty after a kill, and ends', async () => {
    const server = await testRedis();
    const client = new Redis(server.url);
    client.on('error', () => undefined);
    await client.set('key', 'value');
    await server.kill();
    await server.restart();
    expect(await client.get('key')).toBeNull();
    client.disconnect();
    await server.stop();
    const late = new Redis(server.url, { lazyConnect: true, retryStrategy: () => null });
    late.on('error', () => undefined);
    await expect(late.connect()).rejects.toThrow();
  });
});
