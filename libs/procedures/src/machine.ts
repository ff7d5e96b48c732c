import { assign, setup } from 'xstate';
import type { Asks, Codes } from '#libs/vocabulary';
import type { ProcedureEvent } from './procedure.js';

/**
 * The one `setup` of every statechart. Its actions are data that the rulebook reads from `transition()`; none is ever
 * executed. Clocks are started and stopped here, on entry and exit of states; consequences in other procedures stand
 * in the commands (`then`). No `after`, no `invoke`, no `createActor`.
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

export const startDeadline = (name: string) => ({ type: 'startDeadline' as const, params: { name } });
export const stopDeadline = (name: string) => ({ type: 'stopDeadline' as const, params: { name } });

/** Keeps a step in its state and on record: XState takes an event only where it has a target or an action. */
export const noted = assign({});
