import type { Procedure } from '../procedure.js';
import { oneSystem } from '../links.js';
import { whileOpen } from '../open-file.js';
import { commands } from './commands.js';
import { deadlines } from './deadlines.js';
import { label, states } from './labels.js';
import { handoffMachine } from './machine.js';

export const handoff: Procedure = {
  type: 'handoff',
  label,
  multiplicity: 'many',
  machines: { 1: handoffMachine },
  starting: ['send'],
  states,
  commands: whileOpen(commands, ['reportOutcome']),
  deadlines,
  clockLinks: [oneSystem],
};
