import type { CommandSpec } from '#libs/vocabulary';
import type { PlanLink } from '#libs/plan';
import type { Procedure } from '../procedure.js';
import { rehabilitation } from '../links.js';
import { whileOpen } from '../open-file.js';
import { offer } from './commands/offer.js';
import { request } from './commands/request.js';
import { stay } from './commands/stay.js';
import { deadlines } from './deadlines.js';
import { label, states } from './labels.js';
import { placementMachine } from './machine.js';

const commands: Readonly<Record<string, CommandSpec<PlanLink>>> = { ...request, ...offer, ...stay };

export const placement: Procedure = {
  type: 'placement',
  label,
  multiplicity: 'many',
  machines: { 1: placementMachine },
  starting: ['request', 'takeOver'],
  states,
  commands: whileOpen(commands, ['withdrawRequest', 'refuseOffer', 'recordNonArrival']),
  deadlines,
  clockLinks: [rehabilitation],
};
