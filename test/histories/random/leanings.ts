import { addDuration, localDay } from '#libs/calendar';
import { purposeOf } from '#libs/procedures';
import { code, type Codes, type Instant } from '#libs/vocabulary';
import { bodies } from '../../builders/bodies.js';
import { negative, positive } from '../../builders/lawful-data.js';
import type { Chance } from './chance.js';

type Leaning = (data: Codes, chance: Chance, now: Instant) => Codes;

const deskFor = (purpose: string, chance: Chance) => {
  const desks: readonly string[] = purposeOf(purpose)?.desks ?? [];
  return chance.pick(Object.values(bodies).filter(({ kind }) => desks.includes(kind))).id;
};

/** A whole decision: a random list of reasons is almost never one. */
const decision: Leaning = (data, chance) => (chance.yes(0.65) ? negative : chance.yes(0.8) ? positive : data);
const heard: Leaning = (data, chance) => ({
  ...data,
  heardAlone: true,
  languageUnderstood: true,
  throughThirdPerson: false,
  ...(chance.yes(0.6) && { danger: false, ageDoubt: false, duress: false }),
});
const present: Leaning = (data) => ({ ...data, representativePresent: true, interpreter: 'present' });

/** A representative whom nothing speaks against. */
const fit: Leaning = (data) => ({
  ...data,
  relation: 'socialWorker',
  conflictFree: true,
  fromBodyId: undefined,
});
const byAge: Leaning = (data, chance, now) => ({
  ...fit(data, chance, now),
  kind: chance.yes(0.5) ? 'guardian' : 'trustee',
});

/** Where data drawn blindly would nearly always be refused, most draws lean towards what officers really enter. */
export const leanings: Readonly<Record<string, Leaning>> = {
  'caseFile.open': (data, chance) => ({
    ...data,
    ageStatus: chance.yes(0.75) ? 'assumedAdult' : data['ageStatus'],
    consentReferToMainDepartment: chance.yes(0.5) ? 'yes' : data['consentReferToMainDepartment'],
  }),
  'identification.proposeDecision': decision,
  'identification.decideReconsideration': decision,
  'identification.recordRefusal': heard,
  'identification.recordInterview': present,
  'identification.recordExternalDecision': (data, chance) =>
    chance.yes(0.8) ? { ...data, outcome: 'notRecognised' } : data,
  'reflection.recordDecision': present,
  'reflection.inform': (data, chance, now) => ({ ...present(data, chance, now), reached: chance.yes(0.7) }),
  'reflection.proposeTermination': (data) => ({ ...data, personHeard: true }),
  'caseFile.close': (data) => ({ ...data, durableSolution: 'residentialCare' }),
  'caseFile.recordAgeAssessment': (data, chance) => ({
    ...data,
    disciplines: ['psychology', 'socialWork'],
    representativePresent: chance.yes(0.9),
  }),
  'missingPerson.recordOwnWish': heard,
  'missingPerson.recordReturnInterview': (data) => ({
    ...data,
    heardAlone: true,
    representativePresent: true,
  }),
  'guardianship.appointInterim': fit,
  'guardianship.appointGuardian': byAge,
  'guardianship.replaceGuardian': byAge,
  'guardianship.recordBestInterests': (data) => ({ notHeardBecause: 'tooYoung', ...data }),
  'guardianship.recordFamilyAssessment': (data, chance) => (chance.yes(0.6) ? { outcome: 'safe' } : data),
  'guardianship.end': (data, chance) =>
    chance.yes(0.3) ? { reason: 'transferredToDistrict', toBodyId: bodies.guardianship2.id } : data,
  'placement.acceptOffer': (data) => ({ ...data, personIsHere: true }),
  'placement.recordRestriction': (data, _, now) => ({ ...data, endsOn: localDay(addDuration(now, 'P9D')) }),
  'placement.depart': (data, chance) =>
    chance.yes(0.8) ? { ...data, reason: chance.pick(['ownWish', 'movedOn']) } : data,
  'handoff.send': (data, chance) => {
    const purpose = code(data, 'purpose') ?? '';
    const kinds = purposeOf(purpose)?.kinds ?? [];
    return {
      ...data,
      toBodyId: chance.yes(0.8) ? deskFor(purpose, chance) : data['toBodyId'],
      kind: chance.pick(kinds),
      consentGiven: true,
    };
  },
};

/** How likely a command is beside the others that are possible; 1 where it is not named. */
export type Weights = Readonly<Record<string, number>>;
export const weights: Weights = {
  void: 0.04,
  recordDeath: 0.03,
  recordAgeDoubt: 0.06,
  addProtectedPerson: 0.05,
  report: 0.06,
  recordDeceased: 0.1,
  declareConflict: 0.03,
  correctEntry: 0.05,
  linkCase: 0.1,
  recordSafeContact: 0.1,
  recordPerson: 0.1,
  recordDetention: 0.08,
  recordRelease: 0.1,
  assignOfficer: 0.1,
  recordFollowUp: 0.6,
  beginAftercare: 0.3,
  extend: 0.4,
  reopen: 0.6,
  recordExternalDecision: 0.1,
  recordRefusal: 0.25,
  recordIndicators: 0.5,
  recordInterview: 0.3,
  inviteParticipant: 0.3,
  send: 0.25,
  accept: 3,
  reportOutcome: 3,
  presume: 3,
  inform: 1.5,
  beginAssessment: 4,
  proposeDecision: 4,
  redirect: 3,
  confirmDecision: 5,
  requestReconsideration: 12,
  decideReconsideration: 12,
  rejectIndication: 6,
  confirmRejection: 8,
  withdrawProposal: 0.3,
  close: 4,
  request: 0.3,
  offerBed: 4,
  acceptOffer: 4,
  admit: 4,
  depart: 0.5,
  requestTransfer: 0.7,
  reportMissing: 0.3,
  reportReturn: 2,
  recordRestriction: 0.3,
  liftRestriction: 0.2,
  withdrawRequest: 0.4,
  withdrawOffer: 0.4,
};
