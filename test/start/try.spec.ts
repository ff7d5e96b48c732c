import { spawnSync } from 'node:child_process';
import { isFull } from '../support/size.js';
import { hasRedis } from '../support/test-redis.js';

/** Each scene builds where needed, starts a server of its own and clears it away. */
const patience = 300_000;
const told: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  tamper: [
    /(The ruler of the database[^]*){6}/,
    /entry 3 edited/,
    /Entry 2 is missing/,
    /procedure .* is not what/,
  ],
  kill: ['60 entries for 60 steps', '0 of them twice'],
  'redis-loss': ['0 of them twice'],
};
const everyday = ['tamper'];
const full = [...everyday, 'kill', ...(hasRedis() ? ['redis-loss'] : [])];

describe('the scenes to try', () => {
  it.each(isFull ? full : everyday)(
    '%s: nothing is lost, and what is done is found',
    (name) => {
      const { status, stdout } = spawnSync(process.execPath, [`tools/try/${name}.mjs`], { encoding: 'utf8' });
      for (const words of told[name] ?? []) expect(stdout).toMatch(words);
      expect(stdout).not.toContain('NOT FOUND');
      expect(stdout).toContain('Nothing is lost.');
      expect(status).toBe(0);
    },
    patience,
  );
});
