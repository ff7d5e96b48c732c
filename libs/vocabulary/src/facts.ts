import type { Body } from './bodies.js';
import type { Day, Instant, Uuid } from './ids.js';
import type { ActorRole } from './roles.js';

/** Who acts, as the rulebook knows her. For the clock and the rulebook `id` is null. */
export interface Actor {
  readonly id: Uuid | null;
  readonly role: ActorRole;
  readonly bodyId: Uuid | null;
}

/** A term of law as dated configuration. */
export interface Term {
  readonly name: string;
  /** ISO 8601 duration, e.g. `PT24H`, `P30D`. */
  readonly duration: string;
  readonly counting: 'calendar' | 'working';
  readonly legalBasis: string;
  readonly source: string;
  readonly verified: boolean;
  readonly validFrom: Day;
  readonly validTo?: Day | undefined;
}

/**
 * All that `decide` may know beyond the case view. Read once under the lock of the case; the rulebook never asks
 * for more. `ids` are unused UUIDs, taken in order, because the rulebook has no random of its own.
 */
export interface Facts {
  readonly now: Instant;
  /** Claimed time of the step, never after `now`; equals `now` where the caller gave none. */
  readonly happenedAt: Instant;
  readonly lateReasonGiven: boolean;
  readonly actor: Actor;
  /** A system of the body acts, by its token. It counts as no person. */
  readonly bySystem?: boolean;
  /** Every body that the rulebook may name, by id. */
  readonly bodies: Readonly<Record<Uuid, Body>>;
  /** Bodies that take part now: their participation level. */
  readonly participants: Readonly<Record<Uuid, ParticipationLevel>>;
  readonly ids: readonly Uuid[];
  /** The person showed the return code of her refusal. */
  readonly returnCode?: boolean;
  /** Body whose officer made the entry that this command corrects; null where there is no such entry. */
  readonly correcting?: { readonly bodyId: Uuid | null } | null;
  /** Whether the case that is to remain is open; when the void is proposed also: known to who proposes it. */
  readonly survivorIsOpen?: boolean;
  /** Whether the officer named works, now, for the body that owns the case. */
  readonly officerIsOfOwner?: boolean;
  /** Whether the case named in a link is known to who links it; false too where there is none. */
  readonly linkedIsKnown?: boolean;
  /** Whether it is linked in that way already. */
  readonly linkedAlready?: boolean;
  /** Houses that told of their beds; read where a house may have to be asked. */
  readonly houses?: readonly House[];
  /** The bed of one's own house that this command offers; read where one is offered. */
  readonly bedOffered?: BedOffered;
  /** Result of scoring the indicators in this command, where it carries some. */
  readonly assessment?: {
    readonly outcome: string;
    readonly advises: string;
    readonly deciding: boolean;
    readonly catalogue: string;
    /** Age that it was scored for. */
    readonly ageStatus?: string;
  };
}

/** A shelter as the rulebook knows it: what its beds are for. No address, no room. */
export interface House {
  readonly bodyId: Uuid;
  /** District code. */
  readonly region: string | null;
  /** Protected against who searches for a person. */
  readonly guarded: boolean;
  /** Somebody of her family, in a case linked with hers, lives there or is asked for there. */
  readonly family?: boolean;
  readonly beds: readonly BedKind[];
}

/** Beds of one house that are alike, in service. */
export interface BedKind {
  readonly sex: 'female' | 'male' | 'any';
  readonly age: 'adult' | 'child' | 'any';
  /** In a room for a family that stays together. */
  readonly family: boolean;
  readonly accessible: boolean;
  readonly free: number;
}

/** One bed as it is offered: whom it is for, and what its house is. */
export interface BedOffered {
  readonly bed: Omit<BedKind, 'free'>;
  readonly house: Pick<House, 'region' | 'guarded'>;
}

/** `preview`: a handoff is pending; `full`: accepted or opened the case; `serving`: runs a service for the person. */
export type ParticipationLevel = 'preview' | 'full' | 'serving';
