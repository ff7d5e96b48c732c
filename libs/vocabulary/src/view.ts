import type { Instant, MachineId, Uuid } from './ids.js';

/** A running or ended clock of a procedure instance. */
export interface Clock {
  readonly name: string;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly state: 'running' | 'stopped' | 'passed';
  /** The due date leans on a year whose holidays are not loaded yet. */
  readonly provisional: boolean;
}

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** One procedure instance of a case. `context` holds codes, ids and dates only, never a person's words. */
export interface InstanceView {
  readonly id: Uuid;
  readonly type: string;
  readonly machine: MachineId;
  readonly revision: number;
  readonly state: string;
  readonly tags: readonly string[];
  readonly context: Readonly<Record<string, Json | undefined>>;
  readonly clocks: Readonly<Record<string, Clock>>;
  /** When the present state was entered (recorded time). */
  readonly since: Instant;
  readonly final: boolean;
}

/** Every procedure instance of a case, as the rulebook reads them. */
export interface CaseView {
  readonly id: Uuid;
  readonly instances: readonly InstanceView[];
}

export const one = (view: CaseView, type: string): InstanceView | undefined =>
  view.instances.findLast((instance) => instance.type === type);

export const many = (view: CaseView, type: string): readonly InstanceView[] =>
  view.instances.filter((instance) => instance.type === type);
