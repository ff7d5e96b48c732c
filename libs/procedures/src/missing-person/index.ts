import type { Procedure } from '../procedure.js';
import { safety } from '../links.js';
import { whileOpen } from '../open-file.js';
import { commands } from './commands.js';
import { deadlines } from './deadlines.js';
import { label, states } from './labels.js';
import { missingPersonMachine } from './machine.js';

export const missingPerson: Procedure = {
  type: 'missingPerson',
  label,
  multiplicity: 'many',
  machines: { 1: missingPersonMachine },
  starting: ['report'],
  states,
  // Reported from wherever the case stands: a closed file is opened again by it.
  commands: whileOpen(commands, ['report']),
  deadlines,
  clockLinks: [safety],
};
