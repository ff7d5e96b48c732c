/** What the commission on minors owes where it was asked. */
const decided = 'recordCommissionDecision';

/** Owed until the person knows what was decided. */
export const told = 'informOfDecision';

/**
 * The steps that carry a case on, by procedure and state, the best first. A refusal, a withdrawal or a return is open
 * at the same time and never called the next step. A procedure that is not named here carries on by its first step.
 * Before these comes the command that an owed clock is named after: it answers the clock.
 */
const onward: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  identification: {
    signalled: ['recordIndicators', 'presume'],
    screening: ['presume'],
    rejectionProposed: ['confirmRejection'],
    refusalHeld: ['confirmRefusal'],
    presumed: ['beginAssessment'],
    assessment: ['proposeDecision'],
    decisionProposed: ['confirmDecision'],
    identified: [told],
    notIdentified: [told],
    reconsideration: ['decideReconsideration', 'recordOpinion'],
  },
  reflection: {
    running: ['recordDecision'],
    extended: ['recordDecision'],
    elapsed: ['recordDecision'],
    terminationProposed: ['confirmTermination'],
  },
  guardianship: {
    accepted: ['appointInterim', decided],
    interimRepresented: ['appointGuardian', 'recordBestInterests', 'recordChildViews', decided],
    parentsRepresent: ['recordVisit', decided],
    guardianAppointed: ['recordVisit', decided],
    monitoring: ['recordVisit', 'planTransition', decided],
  },
  placement: {
    requested: ['offerBed'],
    offered: ['acceptOffer'],
    accepted: ['admit', 'recordNonArrival'],
    admitted: ['completeTransfer'],
    away: ['recordReturn', 'completeTransfer'],
    missing: ['reportReturn'],
    refused: ['reoffer'],
    nonArrival: ['reoffer'],
  },
  handoff: { sent: ['accept'], received: ['accept'] },
  caseFile: { endProposed: ['confirmEnd'], aftercare: ['recordFollowUp'] },
};

/** The step that clears what keeps another from being taken, by the reason that is given for it. */
const clearing: Readonly<Record<string, string>> = {
  'best-interests-needed': 'recordBestInterests',
  'best-interests-of-another-decision': 'recordBestInterests',
  'child-views-needed': 'recordChildViews',
  'family-assessment-needed': 'recordFamilyAssessment',
  'majority-unknown': 'recordMajority',
};

interface Blocked {
  readonly command: string;
  readonly reason: { readonly code: string };
}

/** Those of the allowed commands that carry a procedure on from this state, the best first; before one that is blocked, what clears it. */
export function onwardOf<T extends { readonly command: string }>(
  type: string,
  state: string,
  allowed: readonly T[],
  clocks: readonly string[] = [],
  blocked: readonly Blocked[] = [],
): readonly T[] {
  const steps = onward[type];
  if (!steps) return allowed;
  const obstacle = (step: string) => blocked.find(({ command }) => command === step)?.reason.code ?? '';
  const wanted = [...clocks, ...(steps[state] ?? [])].map((step) => clearing[obstacle(step)] ?? step);
  return [...new Set(wanted)].flatMap((step) => allowed.filter(({ command }) => command === step));
}

/** The tables, for pages that look past the one next step. */
export const onwardSteps = onward;
export const clearingSteps = clearing;
