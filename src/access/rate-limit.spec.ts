import { type DemoDesk, demoDesk } from '../../test/access/demo-desk.js';
import { Database } from '../platform/index.js';
import { RateLimit, TooManyTries } from './rate-limit.js';

let desk: DemoDesk;
let other: Database;
beforeAll(async () => {
  desk = await demoDesk();
  other = new Database({ url: desk.test.runtimeUrl, poolSize: 1, name: 'another process' });
});
afterAll(async () => {
  await other.close();
  await desk.close();
});

const limited = { tries: 2, seconds: 60 };

describe('a rate limit', () => {
  it('stops one key after so many tries, says when to come back, and forgets on demand', async () => {
    const limit = new RateLimit(desk.database, 'one', limited);
    await limit.count('a');
    await limit.count('a');
    const refusal = await limit.count('a').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(TooManyTries);
    expect((refusal as TooManyTries).retryAfterSeconds).toBeGreaterThan(50);
    await limit.count('b');
    await limit.forget('a');
    await expect(limit.count('a')).resolves.toBeUndefined();
  });

  it('counts the tries of all processes together, and those of another limit apart', async () => {
    const [here, there] = [desk.database, other].map((database) => new RateLimit(database, 'two', limited));
    await here?.count('a');
    await there?.count('a');
    await expect(here?.count('a')).rejects.toThrow(TooManyTries);
    await expect(there?.count('a')).rejects.toThrow(TooManyTries);
    await expect(new RateLimit(other, 'three', limited).count('a')).resolves.toBeUndefined();
  });
});
