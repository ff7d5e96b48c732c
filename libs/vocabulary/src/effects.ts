import type { Instant, Uuid } from './ids.js';
import type { ParticipationLevel } from './facts.js';
import type { Compartment } from './compartments.js';
import type { Codes, DeadlineSpec } from './commands.js';

/** What a machine's action asks for, before the rulebook has resolved it. Returned by XState as data, never executed. */
export interface Asks {
  /**
   * `startedAt` overrides the start that the deadline's spec names; `dueAt` fixes the end; `notBefore` is an end that the
   * computed one only ever follows.
   */
  startDeadline: { name: string; startedAt?: Instant; dueAt?: Instant; notBefore?: Instant; term?: string };
  stopDeadline: { name: string; procedure?: string };
  /** A clock passed without a change of state: the body owes the step still. */
  noteOverdue: { name: string };
  start: { procedure: string; command: string; data: Codes };
  /** `must`: refusal of the told procedure refuses the whole command; else it is told only where it takes it. */
  tell: { procedure: string; command: string; data: Codes; procedureId?: Uuid; must?: true };
  participate: { bodyId: Uuid; level: ParticipationLevel };
  /** `keeps`: what is left of it, e.g. the codes of what the body did itself. */
  endParticipation: { bodyId: Uuid; keeps?: 'preview' };
  assignOwner: { bodyId: Uuid; officerId: Uuid | null };
  trackHandoff: { state: string; fields: Codes };
  notify: { bodyId: Uuid; template: string; handoffId?: Uuid };
  openTask: { bodyId: Uuid; code: string };
  /** `openedBy`: another instance of the same procedure, whose task this is. */
  closeTask: { code: string; openedBy?: Uuid };
  seal: { compartments: Compartment[]; returnCode: boolean };
  unseal: { compartments: Compartment[] };
  shred: { compartments: Compartment[] };
  sampleForReview: { reason: string };
  recordAssessment: { fields: Codes };
  /** Links the case with every other of the same encounter. */
  joinEncounter: { encounterId: Uuid };
  /** Who represents the child from now on, by codes; her name is in the vault with the entry. */
  recordRepresentative: { fields: Codes };
  endRepresentative: { reason: string };
  recordVisit: { fields: Codes };
  /** `floor`: what the other case takes over from a voided duplicate; `endsAt` null where the person was not informed yet. */
  linkCase: { caseId: Uuid; relation: string; floor?: { endsAt: Instant | null } };
  /** A bed is kept for the placement from now on; `freeBed` ends it. One bed holds one person at a time. */
  holdBed: { shelterBodyId: Uuid; bedId: Uuid };
  /** She has come: nights count from now on. */
  occupyBed: object;
  /** `of`: another placement, whose bed goes over to this one or is not needed any more. */
  freeBed: { of?: Uuid };
  /** What was asked or kept for her in a voided duplicate goes over to the case that remains; its bed stays kept till then. */
  carryPlacement: { caseId: Uuid; fields: Codes };
  restrict: { fields: Codes };
  liftRestrictions: object;
  recordDeparture: { fields: Codes };
}

export type AskType = keyof Asks;
export type Ask = { [T in AskType]: { readonly type: T } & Readonly<Asks[T]> }[AskType];

interface Resolved extends Omit<Asks, 'startDeadline' | 'stopDeadline' | 'start' | 'tell' | 'noteOverdue'> {
  startDeadline: {
    name: string;
    startedAt: Instant;
    dueAt: Instant;
    provisional: boolean;
    duration: string;
    legalBasis: string;
    verified: boolean;
    ladder: boolean;
    protects: DeadlineSpec['protects'];
  };
  stopDeadline: { name: string; state: 'stopped' | 'passed' };
  noteOverdue: { name: string };
}

export type EffectType = keyof Resolved;

/** A consequence to be written with the entry, in the same transaction. `procedureId` is the instance it belongs to. */
export type Effect = {
  [T in EffectType]: { readonly type: T; readonly procedureId: Uuid } & Readonly<Resolved[T]>;
}[EffectType];
export type EffectOf<T extends EffectType> = Extract<Effect, { type: T }>;

export const effectTypes = [
  'startDeadline',
  'stopDeadline',
  'noteOverdue',
  'participate',
  'endParticipation',
  'assignOwner',
  'trackHandoff',
  'notify',
  'openTask',
  'closeTask',
  'seal',
  'unseal',
  'shred',
  'sampleForReview',
  'recordAssessment',
  'recordRepresentative',
  'endRepresentative',
  'recordVisit',
  'linkCase',
  'joinEncounter',
  'holdBed',
  'occupyBed',
  'freeBed',
  'carryPlacement',
  'restrict',
  'liftRestrictions',
  'recordDeparture',
] as const satisfies readonly EffectType[];
