import { chart, startDeadline, stopDeadline } from '#libs/procedures';
import { code } from '#libs/vocabulary';

type Context = { language: string | null };
const m = chart<Context>();

export const interpretingMachine = m.createMachine({
  id: 'interpreting',
  version: '1',
  initial: 'requested',
  context: ({ input }) => ({ language: code(input.data, 'language') }),
  states: {
    requested: {
      entry: startDeadline('arranging'),
      exit: stopDeadline('arranging'),
      on: {
        arrange: { target: 'arranged' },
        cancel: { target: 'cancelled' },
        arrangingPassed: { actions: m.assign({}) },
      },
    },
    arranged: { on: { recordMeeting: { target: 'done' }, cancel: { target: 'cancelled' } } },
    done: { type: 'final' },
    cancelled: { type: 'final' },
  },
});
