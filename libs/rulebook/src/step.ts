import type { PlanLink } from '#libs/plan';
import type { Actor, Clock, Codes, Effect, Instant, MachineId, Refusal, Uuid } from '#libs/vocabulary';

/** A clock that a step started or ended, kept in the entry with its dates so that replay needs no calendar. */
export type ClockChange = { readonly procedureId: Uuid } & Clock;

/** One timeline entry to be, with its consequences. */
export interface Step {
  readonly kind: 'transition' | 'migration';
  readonly procedure: string;
  readonly procedureId: Uuid;
  readonly machine: MachineId;
  readonly command: string;
  /** Null for a start. */
  readonly from: string | null;
  readonly to: string;
  readonly data: Codes;
  /** The few facts that the machine's guards read. */
  readonly facts: Codes;
  readonly actor: Actor;
  readonly recordedAt: Instant;
  readonly happenedAt: Instant;
  readonly clocks: readonly ClockChange[];
  readonly links: readonly PlanLink[];
  readonly legalBasis: readonly string[];
  readonly effects: readonly Effect[];
  /** Index in the batch of the step that caused this one; null for the command itself. */
  readonly cause: number | null;
  /** Of a migration: the snapshot that replay restarts from. */
  readonly snapshot?: { readonly state: string; readonly context: Codes };
}

export interface Decision {
  readonly kind: 'accepted';
  readonly steps: readonly Step[];
}

export type Outcome = Decision | Refusal;
