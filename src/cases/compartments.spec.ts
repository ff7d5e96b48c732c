import { z } from 'zod';
import { law } from './law.js';
import { lateCompartment, placed, schemaFor } from './compartments.js';
import { commandSchema } from './command-schema.js';
import { procedures } from '#libs/procedures';
import { readWish } from './wish.js';

interface Shown {
  readonly properties: Readonly<Record<'note', object>>;
}
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
  expect(by('shelterWorker', 'placement', 'reportMissing')).toBe('statement');
  expect(by('ngoWorker', 'handoff', 'send')).toBe('statement');
});

it('tells who writes there who will read it', () => {
  const send = commandSchema(procedures['handoff']?.commands['send']?.schema ?? z.object({}));
  const noteFor = (role: 'shelterWorker' | 'ngoWorker' | 'caseOfficer') => {
    const { properties } = schemaFor(role, { procedure: 'handoff', command: 'send' }, send) as Shown;
    return properties.note;
  };
  expect(noteFor('shelterWorker')).toMatchObject({
    compartment: 'location',
    hint: { en: 'Read only by those who may know where the person is.' },
  });
  for (const role of ['ngoWorker', 'caseOfficer'] as const) {
    expect(noteFor(role)).toMatchObject({ compartment: 'statement' });
    expect(noteFor(role)).not.toHaveProperty('hint');
  }
});

it('tells beforehand where the reason of a late step will lie', () => {
  const lies = (role: 'shelterWorker' | 'caseOfficer', procedure: string, command: string) =>
    lateCompartment(
      role,
      { procedure, command },
      procedures[procedure]?.commands[command]?.schema ?? z.object({}),
    );
  expect(lies('shelterWorker', 'handoff', 'acknowledge')).toBe('location');
  expect(lies('caseOfficer', 'handoff', 'acknowledge')).toBe('statement');
  expect(lies('caseOfficer', 'placement', 'admit')).toBe('location');
  expect(lies('shelterWorker', 'guardianship', 'recordVisit')).toBe('child');
});
