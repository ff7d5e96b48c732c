import type { z } from 'zod';
import type { Uuid } from './ids.js';
import type { Ask } from './effects.js';
import type { Facts } from './facts.js';
import type { Refusal } from './refusals.js';
import type { Role } from './roles.js';
import type { CaseView, InstanceView, Json } from './view.js';
import type { Words } from './words.js';

/** Coded part of a command's data: what is left when the texts have gone to the vault. */
export type Codes = Readonly<Record<string, Json | undefined>>;

/** One wish to change a case: from a person, the clock, a partner's answer or a correction. */
export interface Command {
  readonly procedure: string;
  /** Absent for a starting command. */
  readonly procedureId?: Uuid | undefined;
  readonly command: string;
  readonly data: Codes;
}

/** What a rule reads. `instance` is absent for a starting command; `data` is absent when only previewing. */
export interface RuleInput {
  readonly view: CaseView;
  readonly instance: InstanceView | undefined;
  readonly data: Codes | undefined;
  readonly facts: Facts;
}

/** A lawful guard. Returns why not, or nothing. A rule must answer from state alone when `data` is absent. */
export type Rule = (input: RuleInput) => Refusal | undefined;

/** Who may give a command. */
export type Permission = readonly Role[] | 'clock' | 'rulebook';

export interface CommandSpec<Link> {
  readonly label: Words;
  /** How the timeline tells it, in the past tense. */
  readonly past: Words;
  readonly by: Permission;
  readonly schema: z.ZodObject;
  readonly rules: readonly Rule[];
  readonly links: readonly LinkSpec<Link>[];
  readonly legalBasis: readonly string[];
  /**
   * Facts that the machine's guards read or the record keeps, as codes and dates; stored with the entry so that replay
   * never decides again.
   */
  readonly derive?: (input: RuleInput) => Codes;
  /** Consequences in other procedures and rooms, in order. */
  readonly then?: (input: StepInput) => readonly Ask[];
  /** Answers the handoff by which the acting body was asked: taken before that handoff is accepted. */
  readonly answersHandoff?: true;
  /** Only may-know, schema and state may refuse it (the top row of "who may"). */
  readonly neverBlocked?: true;
}

/** A plan link, always or only when the step has a property. */
export type LinkSpec<Link> = Link & { readonly when?: (input: StepInput) => boolean };

export interface StepInput {
  /** The case after the step. */
  readonly view: CaseView;
  readonly procedureId: Uuid;
  readonly data: Codes;
  readonly facts: Facts;
  readonly from: string | null;
  readonly to: string;
  readonly context: Readonly<Record<string, Json | undefined>>;
}

export interface DeadlineSpec {
  readonly label: Words;
  /** The terms it may run by, the first unless the chart says otherwise; where absent the one of its own name. */
  readonly terms?: readonly string[];
  /**
   * `body` clocks count from `happenedAt`; `person` clocks (they protect the person) from the later of
   * `recordedAt` and the day she was informed; `encounter` clocks from the encounter.
   */
  readonly protects: 'body' | 'person' | 'encounter';
  /** Warned and escalated: the receiving body, its parent, the Coordinator. */
  readonly ladder: boolean;
  /** Once it has passed the step stays owed through every state, until it is taken or the procedure is over. */
  readonly untilAnswered?: true;
}
