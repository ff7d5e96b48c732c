import { setup } from 'xstate';
import type { Asks, Codes } from '#libs/vocabulary';
import type { ProcedureEvent } from './procedure.js';

/**
 * The one `setup` of every statechart. Its actions are data that the rulebook reads from `transition()`; none is ever
 * executed. Clocks are started and stopped here, on entry and exit of states; consequences in other procedures stand
 * in the commands (`then`). No `after`, no `invoke`, no `createActor`. A step that stays in its state has an action
 * (`assign({})` at least): XState takes an event only where it has a target or an action.
 */
export const chart = <Context extends Codes>() =>
  setup({
    types: { context: {} as Context, events: {} as ProcedureEvent, input: {} as ProcedureEvent },
    actions: {
      startDeadline: (_, _params: Asks['startDeadline']) => undefined,
      stopDeadline: (_, _params: Asks['stopDeadline']) => undefined,
      noteOverdue: (_, _params: Asks['noteOverdue']) => undefined,
    },
  });

export const startDeadline = (name: string, more: Omit<Asks['startDeadline'], 'name'> = {}) => ({
  type: 'startDeadline' as const,
  params: { name, ...more },
});
export const stopDeadline = (name: string) => ({ type: 'stopDeadline' as const, params: { name } });
