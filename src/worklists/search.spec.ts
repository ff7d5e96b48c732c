import { type AccessRecords, type BreakGlassService, type Identity, TooManyTries } from '../access/index.js';
import type { Database } from '../platform/index.js';
import type { BlindIndex } from '../vault/index.js';
import { Search } from './search.js';
import type { Worklist } from './worklist.js';

describe('looking for a case', () => {
  it('is limited for each account, whatever page or program asks', async () => {
    const recorded: string[] = [];
    const tried = new Map<unknown, number>();
    const query = async (_sql: string, [key]: readonly unknown[]) => {
      const points = (tried.get(key) ?? 0) + 1;
      tried.set(key, points);
      return { rows: [{ points, expire: Date.now() + 60_000 }] };
    };
    const inTransaction = async (_as: unknown, work: (tx: object) => unknown) => work({ query });
    const search = new Search(
      { inTransaction } as unknown as Database,
      { find: async () => [] } as unknown as BlindIndex,
      {
        add: async (_: Identity, { what }: { what: string }) => recorded.push(what),
      } as unknown as AccessRecords,
      { openCases: async () => [] } as unknown as BreakGlassService,
      { some: async () => [] } as unknown as Worklist,
    );
    const police = { accountId: 'one' } as Identity;
    for (let n = 0; n < 30; n += 1) await search.find(police, 'Aysel');
    await expect(search.find(police, 'Aysel')).rejects.toThrow(TooManyTries);
    expect(recorded).toHaveLength(30);
    await expect(search.find({ accountId: 'other' } as Identity, 'Aysel')).resolves.toEqual({ items: [] });
  });
});
