import type { Procedure } from '../procedure.js';
import { identificationRules } from '../links.js';
import { whileOpen } from '../open-file.js';
import { commands } from './commands.js';
import { deadlines } from './deadlines.js';
import { label, states } from './labels.js';
import { identificationMachines } from './machine.js';
import { neverLeft } from './reinstating.js';

export const identification: Procedure = {
  type: 'identification',
  label,
  multiplicity: 'one',
  machines: identificationMachines,
  starting: ['signal'],
  states,
  commands: whileOpen(commands, ['recordRefusal', 'resume', 'informOfDecision']),
  deadlines,
  clockLinks: [identificationRules],
  migrations: { 1: (state, context) => ({ state, context: { ...context, ...neverLeft } }) },
};
