import { law } from './law.js';
import { placed } from './compartments.js';
import { readWish } from './wish.js';

const lateReason = 'Uydurma səbəb.';
const lieIn = (procedure: string, command: string, data: object) =>
  readWish(law, { procedure, command, procedureId: 'x', data, lateReason }).data.texts.map(
    ({ field, compartment }) => [field, compartment],
  );

it('keeps why a step comes late as close as the words of the step', () => {
  const visit = { outcome: 'well', visitors: ['school'], childSeenAlone: true };
  expect(lieIn('guardianship', 'recordVisit', visit)).toEqual([['lateReason', 'child']]);
  expect(lieIn('placement', 'admit', {})).toEqual([['lateReason', 'location']]);
  expect(lieIn('handoff', 'acknowledge', {})).toEqual([['lateReason', 'statement']]);
});

it('keeps from the police what is written by those who know the house, and nothing from who searches', () => {
  const note = [{ field: 'note', compartment: 'statement', value: 'Uydurma qeyd.' }] as const;
  const by = (
    role: 'shelterWorker' | 'guardianshipOfficer' | 'ngoWorker',
    procedure: string,
    command: string,
  ) => placed({ role }, { procedure, command }, note)[0]?.compartment;
  expect(by('shelterWorker', 'handoff', 'send')).toBe('location');
  expect(by('guardianshipOfficer', 'caseFile', 'close')).toBe('location');
  expect(by('shelterWorker', 'caseFile', 'open')).toBe('statement');
  expect(by('shelterWorker', 'missingPerson', 'report')).toBe('statement');
  expect(by('ngoWorker', 'handoff', 'send')).toBe('statement');
});
