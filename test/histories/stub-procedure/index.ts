import type { Procedure } from '#libs/procedures';
import { words } from '#libs/vocabulary';
import { commands } from './commands.js';
import { interpretingMachine } from './machine.js';

/** A procedure that the house does not have: one folder, and the engine takes it as it is. */
export const interpreting: Procedure = {
  type: 'interpreting',
  label: words('tərcümə', 'interpreting'),
  multiplicity: 'many',
  machines: { 1: interpretingMachine },
  starting: ['request'],
  states: {
    requested: words('istənilib', 'requested'),
    arranged: words('təyin edilib', 'arranged'),
    done: words('bitib', 'done'),
    cancelled: words('ləğv edilib', 'cancelled'),
  },
  commands,
  deadlines: {
    arranging: {
      label: words('tərcüməçi tapmaq', 'arranging'),
      terms: ['acceptance'],
      protects: 'body',
      ladder: false,
    },
  },
  clockLinks: [{ paragraph: '9.1', relation: 'applies' }],
};
