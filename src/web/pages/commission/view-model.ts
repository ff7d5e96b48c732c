import type { Referral } from '../../../guardianship/index.js';
import { answerLabel, handoffStep, stateOf, step } from '../children/view-model.js';

/** Referrals in words: first the handoff is accepted, then the decision recorded. */
export const referralsShown = (items: readonly Referral[]) =>
  items.map((referral) => ({
    ...referral,
    stateLabel: stateOf(referral),
    about: answerLabel('referToCommission', 'question', referral.question),
    steps:
      referral.handoffState === 'accepted'
        ? [step(referral, 'recordCommissionDecision')]
        : ['accept', 'redirect'].map((command) => handoffStep(referral.caseId, referral.handoffId, command)),
  }));
