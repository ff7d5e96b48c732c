import type { AnyStateMachine } from 'xstate';
import type { PlanLink } from '#libs/plan';
import type { Actor, Codes, CommandSpec, DeadlineSpec, Instant, Uuid, Words } from '#libs/vocabulary';

/**
 * One procedure of the National Referral Mechanism: a statechart with flat states, and beside it what each command
 * asks, who may give it, what refuses it, which plan measure it fulfils and what follows from it.
 */
export interface Procedure {
  readonly type: string;
  readonly label: Words;
  /** `one`: at most one instance in a case; `many`: several. */
  readonly multiplicity: 'one' | 'many';
  /** Machines by version; the highest is the one that new instances get. */
  readonly machines: Readonly<Record<number, AnyStateMachine>>;
  /** Commands that start an instance. */
  readonly starting: readonly string[];
  readonly states: Readonly<Record<string, Words>>;
  readonly commands: Readonly<Record<string, CommandSpec<PlanLink>>>;
  readonly deadlines: Readonly<Record<string, DeadlineSpec>>;
  /** Measures and paragraphs that the passing of a clock of this procedure applies. */
  readonly clockLinks: readonly PlanLink[];
  /** Pure steps from one machine version to the next, keyed by the version they start from. */
  readonly migrations?: Readonly<
    Record<number, (state: string, context: Codes) => { state: string; context: Codes }>
  >;
}

/** What a machine receives: the accepted command with the facts its guards read. A start receives it as `input`. */
export interface ProcedureEvent {
  readonly type: string;
  readonly data: Codes;
  readonly facts: Codes;
  readonly by: Actor;
  readonly now: Instant;
  readonly happenedAt: Instant;
  readonly procedureId: Uuid;
}
