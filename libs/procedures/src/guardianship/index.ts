import type { Procedure } from '../procedure.js';
import { guardianBodies } from '../links.js';
import { whileOpen } from '../open-file.js';
import { commands } from './commands.js';
import { deadlines } from './deadlines.js';
import { label, states } from './labels.js';
import { guardianshipMachine } from './machine.js';

export const guardianship: Procedure = {
  type: 'guardianship',
  label,
  multiplicity: 'one',
  machines: { 1: guardianshipMachine },
  starting: ['notify'],
  states,
  commands: whileOpen(commands, []),
  deadlines,
  clockLinks: [guardianBodies],
};
