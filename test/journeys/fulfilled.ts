/**
 * Which measures of the plan each journey fulfils, by the command whose entry says so. Reviewed: a command that loses a
 * link here fails the journey that tells of it, and no link goes without a journey.
 */
export const fulfilled = {
  adult: [
    'handoff.accept 13.3.4',
    'handoff.fulfil 13.3.4',
    'identification.confirmDecision 13.3.6',
    'identification.presume 13.2.1',
    'reflection.grant 13.6.1',
  ],
  age: [
    'guardianship.appointInterim 13.5.1',
    'handoff.accept 13.3.4',
    'handoff.fulfil 13.3.4',
    'reflection.grant 13.6.1',
  ],
  'back-dated': ['handoff.accept 13.3.4', 'reflection.grant 13.6.1'],
  child: [
    'guardianship.appointGuardian 13.5.1',
    'guardianship.appointInterim 13.5.1',
    'guardianship.planTransition 13.5.3',
    'guardianship.recordCommissionDecision 13.5.1',
    'guardianship.recordVisit 13.5.7',
    'handoff.accept 13.3.4',
    'handoff.fulfil 13.3.4',
  ],
  decision: [
    'handoff.accept 13.3.4',
    'handoff.fulfil 13.3.4',
    'identification.confirmDecision 13.3.6',
    'identification.decideReconsideration 13.3.6',
    'identification.presume 13.2.5',
    'identification.recordExternalDecision 13.3.6',
    'reflection.grant 13.6.1',
  ],
  detained: [
    'handoff.accept 13.3.4',
    'handoff.fulfil 13.3.4',
    'handoff.reportOutcome 13.3.4',
    'identification.confirmDecision 13.3.6',
    'identification.presume 13.2.5',
    'reflection.grant 13.6.1',
  ],
  eighteen: [
    'guardianship.appointGuardian 13.5.1',
    'guardianship.planTransition 13.5.3',
    'guardianship.replaceGuardian 13.5.1',
    'handoff.accept 13.3.4',
    'handoff.fulfil 13.3.4',
    'placement.admit 13.4.1',
    'placement.admit 13.4.6',
    'reflection.grant 13.6.1',
  ],
  family: [
    'guardianship.appointInterim 13.5.1',
    'guardianship.confirmParentalCare 13.5.1',
    'handoff.accept 13.3.4',
    'handoff.fulfil 13.3.4',
    'placement.admit 13.4.1',
    'placement.admit 13.4.6',
    'reflection.grant 13.6.1',
  ],
  missing: [
    'guardianship.appointInterim 13.5.1',
    'handoff.accept 13.3.4',
    'handoff.fulfil 13.3.4',
    'missingPerson.recordReturnInterview 13.6.1',
  ],
  mistaken: [
    'handoff.accept 13.3.4',
    'handoff.fulfil 13.3.4',
    'placement.admit 13.4.1',
    'reflection.grant 13.6.1',
  ],
  'ngo-only': [
    'handoff.accept 13.3.4',
    'handoff.fulfil 13.3.4',
    'handoff.reportOutcome 13.3.4',
    'placement.admit 13.4.1',
    'placement.admit 13.4.6',
  ],
  'no-police': ['handoff.accept 13.3.4', 'reflection.grant 13.6.1'],
  online: ['handoff.accept 13.3.4', 'identification.recordIndicators 13.2.9', 'reflection.grant 13.6.1'],
  raid: ['handoff.accept 13.3.4', 'identification.recordIndicators 13.2.4'],
  refusal: ['handoff.accept 13.3.4', 'reflection.extend 13.6.1', 'reflection.grant 13.6.1'],
  shelter: [
    'handoff.accept 13.3.4',
    'handoff.fulfil 13.3.4',
    'placement.admit 13.4.1',
    'placement.admit 13.4.6',
    'reflection.grant 13.6.1',
  ],
} as const satisfies Record<string, readonly string[]>;

export type Journey = keyof typeof fulfilled;
