import { type AccessRecords, type BreakGlassService, type Identity, TooManyTries } from '../access/index.js';
import type { Database } from '../platform/index.js';
import type { BlindIndex } from '../vault/index.js';
import { Search } from './search.js';
import type { Worklist } from './worklist.js';

describe('looking for a case', () => {
  it('is limited for each account, whatever page or program asks', async () => {
    const recorded: string[] = [];
    const search = new Search(
      { inTransaction: async () => [] } as unknown as Database,
      {} as BlindIndex,
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
