import { type DemoDesk, demoDesk, signedIn } from '../../test/access/demo-desk.js';
import { SweepDatabase } from '../platform/index.js';
import { Clearing } from './clearing.js';
import { RateLimit } from './rate-limit.js';

let desk: DemoDesk;
let sweep: SweepDatabase;
beforeAll(async () => {
  desk = await demoDesk();
  sweep = new SweepDatabase({ url: desk.test.sweepUrl, poolSize: 1, name: 'spec' });
});
afterAll(async () => {
  await sweep.close();
  await desk.close();
});

it('takes away sessions that ended more than a day ago and no others', async () => {
  const add = (name: string, expires: string, revoked: string) =>
    desk.past(
      `insert into sessions (token_hash, account_id, csrf_token, expires_at, revoked_at)
       values ($1, $2, 'x', now() + $3::interval, now() + $4::interval)`,
      [name, signedIn('police').accountId, expires, revoked],
    );
  await add('alive', '1 hour', null as never);
  await add('just over', '-1 hour', null as never);
  await add('just revoked', '1 hour', '-1 hour');
  await add('long over', '-25 hours', null as never);
  await add('long revoked', '1 hour', '-25 hours');
  expect(await new Clearing(sweep).round()).toBe(2);
  const { rows } = await desk.past('select token_hash from sessions order by 1');
  expect(rows.map((row) => row.token_hash)).toEqual(['alive', 'just over', 'just revoked']);
});

it('forgets tries that no longer count', async () => {
  await new RateLimit(desk.database, 'spec', { tries: 1, seconds: 900 }).count('a');
  await desk.past(`insert into tries values ('spec:old', 3, 1)`);
  await new Clearing(sweep).round();
  const { rows } = await desk.past('select key from tries');
  expect(rows).toEqual([{ key: expect.stringMatching(/^spec:[0-9a-f]{64}$/) }]);
});
