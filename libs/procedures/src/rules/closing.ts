import type { Rule } from '#libs/vocabulary';
import { code } from '../read.js';
import {
  fileOf,
  guardianshipOf,
  handoffs,
  handoffsPending,
  identificationOf,
  isChild,
} from '../circumstances.js';
import { no } from '../reasons.js';
import { familySafe } from './children.js';

/** Not before a negative decision can no longer be reconsidered. */
export const reconsiderationOver: Rule = ({ view }) => {
  const identification = identificationOf(view);
  const window = identification?.clocks['reconsiderationWindow'];
  if (identification?.state === 'reconsideration') return no('reconsideration-open');
  return window?.state === 'running' ? no('reconsideration-open', { until: window.dueAt }) : undefined;
};

export const notMissing: Rule = ({ view }) =>
  view.instances.some(({ tags }) => tags.includes('missing')) ? no('person-missing') : undefined;

export const noPendingHandoff: Rule = ({ view }) =>
  handoffs(view, { states: handoffsPending }).length > 0 ? no('handoff-pending') : undefined;

/** No proposal of another procedure may wait for its second person. */
export const noOpenProposal: Rule = ({ view }) =>
  view.instances.some(({ type, tags }) => type !== 'caseFile' && tags.includes('secondPerson'))
    ? no('proposal-open')
    : undefined;

/** A signal is answered by screening, never by closing its file. */
export const screened: Rule = ({ view }) =>
  identificationOf(view)?.tags.includes('screening') ? no('identification-open') : undefined;

/**
 * A child's file closes only on a durable solution: named with the proposal, or on record already. Being back with the
 * family is one only where the family was assessed and found safe.
 */
export const durableSolution: Rule = (input) => {
  const { view, data } = input;
  const file = fileOf(view)?.context;
  if (!isChild(view) || !(data || file?.['endKind'])) return undefined;
  const named = data ? code(data, 'durableSolution') : null;
  const onRecord =
    named ?? code(file, 'durableSolution') ?? code(guardianshipOf(view)?.context, 'durableSolution');
  if (onRecord === null) return no('no-durable-solution');
  return onRecord === 'familyReunified' ? familySafe(input) : undefined;
};
