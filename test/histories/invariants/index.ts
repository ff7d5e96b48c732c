import * as children from './children.js';
import * as clocks from './clocks.js';
import * as entries from './entries.js';
import * as floor from './floor.js';
import type { Invariant } from './moment.js';
import * as persons from './persons.js';
import * as sharing from './sharing.js';

export { blank, told, type Chronicle } from './chronicle.js';
export type { Invariant, Moment } from './moment.js';

/** Comes first: a handoff that may not be declined also leaves a child without her body, which says less. */
const { statutoryStands, ...others } = sharing;

export const invariants: Readonly<Record<string, Invariant>> = {
  statutoryStands,
  ...children,
  ...floor,
  ...persons,
  ...others,
  ...clocks,
  ...entries,
};
