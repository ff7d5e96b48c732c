import type { Invariant } from './moment.js';

/** Twenty, and one for each procedure that the case had: its end ends them all. */
export const boundedSteps: Invariant = ({ steps, before: { instances } }) =>
  steps.length > 20 + instances.length ? [`${steps.length} steps from one command`] : [];

export const oneToThreeLinks: Invariant = ({ steps }) =>
  steps
    .filter(({ links }) => links.length < 1 || links.length > 3)
    .map(({ procedure, command, links }) => `${procedure}.${command} has ${links.length} links`);

/** The first entry is the command itself; every other names an earlier one as its cause and is the rulebook's. */
export const everyEntryHasItsCause: Invariant = ({ steps }) =>
  steps.flatMap(({ cause, actor, command }, index) => {
    const right = index === 0 ? cause === null : cause !== null && cause < index && actor.role === 'rulebook';
    return right ? [] : [`${command} has the cause ${String(cause)}`];
  });

export const oneOfItsKind: Invariant = ({ after }) =>
  ['caseFile', 'identification', 'reflection'].filter(
    (type) => after.instances.filter((instance) => instance.type === type).length > 1,
  );
