import type { Identity, Veils } from '../../access/index.js';
import type { CaseRoom } from '../../cases/index.js';
import { DatabaseError } from '../../platform/index.js';
import type { JustOpened } from '../../worklists/index.js';
import type { Page, PageContext } from '../http/index.js';
import { NewCaseController } from '../pages/new-case/new-case.controller.js';

const reader = { role: 'caseOfficer', bodyKind: 'police' } as Identity;
const here = { language: 'en', now: '2016-03-01T08:00:00.000Z' } as PageContext;
const bodies = { directory: async () => [] } as unknown as Veils;
const justOpened = { by: async () => [] } as unknown as JustOpened;
const opening = (error: Error) => {
  const room = { open: () => Promise.reject(error) } as unknown as CaseRoom;
  const typed = { note: 'Söz qalır', _key: 'the-first-key' };
  return new NewCaseController(room, bodies, justOpened).open(reader, here, 'adult', typed) as Promise<Page>;
};

describe('a form whose sending broke off', () => {
  it.each(['unavailable', 'locked', 'timed-out', 'outcome-unknown'] as const)(
    'keeps what was typed, and its key: %s',
    async (kind) => {
      const page = await opening(new DatabaseError(kind, 'away'));
      expect(page.more.status).toBe(503);
      expect(page.model).toMatchObject({ key: 'the-first-key' });
      expect(JSON.stringify(page.model)).toContain('Söz qalır');
    },
  );

  it('is not shown again for a defect of ours', async () => {
    await expect(opening(new DatabaseError('check', 'defect'))).rejects.toThrow('defect');
  });
});
