/** What the actions of one arrow do to clocks, taken together: a clock that is stopped and started again runs. */
export interface ClockUse {
  readonly started: readonly string[];
  readonly stopped: readonly string[];
}

interface Action {
  readonly type?: string;
  readonly params?: unknown;
}
/** What `enqueueActions` gives back: a function that carries the one it was given. */
type Enqueuing = { readonly collect: (of: object) => void };

/** Reads actions as data, also those that choose by context: each is asked in every way its answers can differ. */
export function clocksOf(actions: readonly unknown[]): ClockUse {
  const last = new Map<string, string>();
  const flat = actions.flatMap((action) => (isEnqueuing(action) ? everyOutcome(action) : [action as Action]));
  for (const action of flat) if (action.type) last.set(`${kindOf(action)}:${nameOf(action)}`, action.type);
  const names = (type: string) =>
    [...last].flatMap(([key, done]) => (done === type ? [key.slice('clock:'.length)] : []));
  return { started: names('startDeadline'), stopped: names('stopDeadline') };
}

const kindOf = ({ type = '' }: Action) => (/^(start|stop)Deadline$/.test(type) ? 'clock' : 'other');

const isEnqueuing = (action: unknown): action is Enqueuing =>
  typeof action === 'function' && 'collect' in action;

/** Params may be written as a function of the step; the clock's name does not depend on it. */
function nameOf({ params }: Action): string {
  const given =
    typeof params === 'function'
      ? (params as (of: object) => unknown)({ context: {}, event: noEvent })
      : params;
  return String((given as { name?: string } | undefined)?.name);
}
const noEvent = { type: '', data: {}, facts: {}, by: {}, now: '', happenedAt: '', procedureId: '' };

/** All actions that it enqueues for some context: every field it reads is tried as null and as set. */
function everyOutcome({ collect }: Enqueuing): Action[] {
  const found: Action[] = [];
  const enqueue = (action: Action) => found.push(action);
  const read = new Set<string>();
  for (let tried = 0; tried < 2 ** read.size || tried === 0; tried += 1) {
    const context = new Proxy(
      {},
      {
        get: (_, field: string) => {
          read.add(field);
          return (tried >> [...read].indexOf(field)) & 1 ? true : null;
        },
      },
    );
    collect({ context, event: { ...noEvent, input: noEvent }, enqueue, check: () => true });
  }
  return found;
}
