import { chart } from '../machine.js';
import type { ProcedureEvent } from '../procedure.js';
import { code, codeList, isSet } from '../read.js';

/** Codes, ids and dates that the statechart of identification keeps. */
export type Context = {
  /** The body that opened the case owes the referral to the Main Department. */
  duty: boolean;
  indicators: boolean;
  /** What the last assessment of indicators advises; nothing here ever rejects. */
  advises: string | null;
  presumedAt: string | null;
  proposedBy: string | null;
  proposedByBody: string | null;
  proposedOutcome: string | null;
  reasons: readonly string[];
  /** Who decided: proposer and confirmer, kept for the reconsideration. */
  deciders: readonly string[];
  decidedByBody: string | null;
  /** Whether she was told of the decision: null not yet, false tried in vain. */
  told: boolean | null;
  reconsidered: boolean;
  opinion: string | null;
  opinionBy: string | null;
  opinionByBody: string | null;
  /** `formalProcedure` or `everything`; sharing is refused apart. */
  refusalScope: string | null;
  scopeBefore: string | null;
  sharingRefused: boolean;
  refusedFrom: string | null;
  sealedAt: string | null;
  unsealedAt: string | null;
  shredded: boolean;
  interviews: number;
  /** Since version 2. The state left when the case was voided or the death recorded, and the clocks that ran in it. */
  was?: string | null;
  screeningRan?: boolean;
  referralRan?: boolean;
  windowRan?: boolean;
};
export type In = { context: Context; event: ProcedureEvent };

export const m = chart<Context>();

export const initial = (input: ProcedureEvent): Context => ({
  duty: isSet(input.facts, 'duty'),
  indicators: false,
  advises: null,
  presumedAt: null,
  proposedBy: null,
  proposedByBody: null,
  proposedOutcome: null,
  reasons: [],
  deciders: [],
  decidedByBody: null,
  told: null,
  reconsidered: false,
  opinion: null,
  opinionBy: null,
  opinionByBody: null,
  refusalScope: null,
  scopeBefore: null,
  sharingRefused: false,
  refusedFrom: null,
  sealedAt: null,
  unsealedAt: null,
  shredded: false,
  interviews: 0,
});

const ids = (...list: (string | null)[]): string[] => list.filter((id): id is string => id !== null);

export const noted = m.assign({});
export const indicators = m.assign(({ event }) => ({
  indicators: true,
  advises: code(event.facts, 'advises'),
}));
export const presumed = m.assign(({ context, event }) => ({ presumedAt: context.presumedAt ?? event.now }));
export const interviewed = m.assign(({ context }) => ({ interviews: context.interviews + 1 }));

export const proposed = m.assign(({ event: { data, by } }) => ({
  proposedBy: by.id,
  proposedByBody: by.bodyId,
  proposedOutcome: code(data, 'outcome'),
  reasons: codeList(data, 'reasons'),
}));
export const noProposal = m.assign({
  proposedBy: null,
  proposedByBody: null,
  proposedOutcome: null,
  reasons: [],
});
export const decided = m.assign(({ context, event: { by } }) => ({
  deciders: ids(context.proposedBy, by.id),
  decidedByBody: by.bodyId,
  told: null,
  reconsidered: false,
}));
export const reconsidered = m.assign(({ event }) => ({
  reconsidered: true,
  reasons: codeList(event.data, 'reasons'),
}));
export const noOpinion = m.assign({ opinion: null, opinionBy: null, opinionByBody: null });
export const opinion = m.assign(({ event: { data, by } }) => ({
  opinion: code(data, 'opinion'),
  opinionBy: by.id,
  opinionByBody: by.bodyId,
}));

/** `here` is where she comes back to; left out while she has refused already. */
export const refusedHere = (here?: string) =>
  m.assign(({ context, event }) => ({
    scopeBefore: context.refusalScope,
    refusalScope: code(event.data, 'scope'),
    refusedFrom: here ?? context.refusedFrom,
    proposedBy: event.by.id,
    proposedByBody: event.by.bodyId,
  }));
export const sealing = m.assign(({ context, event }) => ({
  sealedAt: context.sealedAt ?? (context.refusalScope === 'everything' ? event.now : null),
}));
export const noRefusal = m.assign(({ context, event }) => ({
  refusalScope: null,
  scopeBefore: null,
  sharingRefused: false,
  refusedFrom: null,
  sealedAt: null,
  unsealedAt: context.sealedAt === null ? null : event.now,
  // What is told from now on can be refused, sealed and shredded once more.
  shredded: false,
  proposedBy: null,
  proposedByBody: null,
}));
