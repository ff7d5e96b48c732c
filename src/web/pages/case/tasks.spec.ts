import { describe, expect, it } from '@jest/globals';
import { procedures, taskLabels } from '#libs/procedures';
import type { CaseHeader } from '../../../cases/index.js';
import { tasksShown } from './tasks.js';

const id = '00000000-0000-4000-8000-000000000001';
const caseOf = (type: string, ...commands: string[]) => {
  const allowed = commands.map((command) => ({ command }));
  return { id, procedures: [{ id, type, allowed }] } as unknown as CaseHeader;
};

describe('a task', () => {
  it('leads to its step where the reader may take it', () => {
    const [task] = tasksShown(['reflection-elapsed'], caseOf('reflection', 'recordDecision'), {
      role: 'socialWorker',
      language: 'en',
    });
    expect(task).toEqual({
      label: taskLabels['reflection-elapsed'],
      href: `/cases/${id}/commands/reflection/recordDecision?procedureId=${id}`,
    });
  });

  it('says whose step it is to a role that can only ask for it', () => {
    const owner = { role: 'caseOfficer', language: 'en' } as const;
    const [task] = tasksShown(['reflection-elapsed'], caseOf('reflection'), owner);
    expect(task?.roles).toContain('NGO');
    expect(task).not.toHaveProperty('href');
  });

  it('says nothing more where the step is the reader’s but not possible now, nor where there is none', () => {
    const reader = { role: 'guardianshipOfficer', language: 'az' } as const;
    expect(tasksShown(['visit', 'no-desk', 'invented'], caseOf('guardianship'), reader)).toEqual([
      { label: taskLabels.visit },
      { label: taskLabels['no-desk'] },
      { label: 'invented' },
    ]);
  });

  it('names only steps that the law has', () => {
    const everything = Object.entries(procedures).map(([type, { commands }]) => ({
      id,
      type,
      allowed: Object.keys(commands).map((command) => ({ command })),
    }));
    const header = { id, procedures: everything } as unknown as CaseHeader;
    const shown = tasksShown(Object.keys(taskLabels), header, { role: 'ombudsman', language: 'en' });
    expect(shown.filter(({ href }) => href)).toHaveLength(12);
  });
});
