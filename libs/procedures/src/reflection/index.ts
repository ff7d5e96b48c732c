import type { Procedure } from '../procedure.js';
import { reflectionRules } from '../links.js';
import { whileOpen } from '../open-file.js';
import { commands } from './commands.js';
import { deadlines } from './deadlines.js';
import { label, states } from './labels.js';
import { neverLeft, reflectionMachines } from './machine.js';

export const reflection: Procedure = {
  type: 'reflection',
  label,
  multiplicity: 'one',
  machines: reflectionMachines,
  starting: ['grant', 'begin'],
  states,
  commands: whileOpen(commands, ['recordDecision']),
  deadlines,
  clockLinks: [reflectionRules],
  migrations: { 1: (state, context) => ({ state, context: { ...context, ...neverLeft } }) },
};
