import type { Procedure } from '../procedure.js';
import { oneSystem } from '../links.js';
import { commands } from './commands.js';
import { deadlines } from './deadlines.js';
import { label, states } from './labels.js';
import { caseFileMachine } from './machine.js';

export const caseFile: Procedure = {
  type: 'caseFile',
  label,
  multiplicity: 'one',
  machines: { 1: caseFileMachine },
  starting: ['open'],
  states,
  commands,
  deadlines,
  clockLinks: [oneSystem],
};
