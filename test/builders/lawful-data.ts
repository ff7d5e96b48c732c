import type { Codes } from '#libs/vocabulary';
import { bodies, idOf } from './bodies.js';

const dimensions = ['DR', 'CR', 'RV', 'EX', 'CD', 'VD'];
export const positive: Codes = { outcome: 'identified', reasons: ['EX.present', 'CD.present'] };
export const negative: Codes = { outcome: 'notIdentified', reasons: dimensions.map((d) => `${d}.absent`) };

/** Codes of a command that fit its schema and, in the right state, its rules. */
export const lawfulData: Readonly<Record<string, Codes>> = {
  'caseFile.assignOfficer': { officerId: idOf(2, 3) },
  'caseFile.recordDetention': { ground: 'immigration' },
  'caseFile.linkCase': { caseId: idOf(9, 2), relation: 'sameEncounter' },
  'caseFile.correctEntry': { entrySeq: 1 },
  'caseFile.recordFollowUp': { outcome: 'safe' },
  'caseFile.reopen': { reason: 'newFacts' },
  'caseFile.close': { reason: 'needsMet' },
  'caseFile.void': { reason: 'openedInError' },
  'caseFile.recordDeath': { confirmedBy: 'civilRegistry' },
  'identification.recordIndicators': { catalogue: 'ilo-ec-2009-labour-adult@1', observed: ['EX-01'] },
  'identification.rejectIndication': { reason: 'noIndicators' },
  'identification.recordRefusal': { scope: 'formalProcedure', heardAlone: true, languageUnderstood: true },
  'identification.resume': { consentReferToMainDepartment: 'yes' },
  'identification.inviteParticipant': { bodyId: bodies.ngo.id },
  'identification.recordInterview': { interpreter: 'notNeeded', representativePresent: true },
  'identification.proposeDecision': positive,
  'identification.recordExternalDecision': { authority: 'court', outcome: 'recognised' },
  'identification.informOfDecision': { reached: true },
  'identification.recordOpinion': { opinion: 'identified' },
  'identification.decideReconsideration': positive,
  'reflection.inform': { reached: true },
  'reflection.extend': { ground: 'personAsks', days: 10 },
  'reflection.recordDecision': { decision: 'cooperates', representativePresent: true },
  'reflection.proposeTermination': { ground: 'publicOrder', personHeard: true },
  'handoff.send': {
    toBodyId: bodies.health.id,
    kind: 'request',
    purpose: 'health',
    basis: 'consent',
    consentGiven: true,
  },
  'caseFile.recordAgeAssessment': {
    outcome: 'adult',
    disciplines: ['psychology', 'socialWork'],
    representativePresent: true,
  },
  'caseFile.addProtectedPerson': { relation: 'child', minor: true, withHer: true },
  'missingPerson.report': { circumstance: 'lostContact', inDanger: true },
  'missingPerson.recordSighting': { sightedAt: '2016-03-01T06:00:00.000Z' },
  'missingPerson.recordFound': { condition: 'well' },
  'missingPerson.recordReturnInterview': { risk: 'high', heardAlone: true, representativePresent: true },
  'missingPerson.recordOwnWish': { heardAlone: true, languageUnderstood: true },
  'missingPerson.recordReturnToExploitation': { knownFrom: 'thirdPerson' },
  'missingPerson.reviewLongTerm': { outcome: 'longTerm' },
  'missingPerson.recordDeceased': { basis: 'declaredByCourt' },
  'guardianship.appointInterim': { relation: 'socialWorker', conflictFree: true },
  'guardianship.recordMajority': { eighteenIn: '2021-05' },
  'guardianship.recordBestInterests': { about: 'representation', notHeardBecause: 'tooYoung' },
  'guardianship.recordChildViews': { heardAlone: true },
  'guardianship.recordFamilyAssessment': { outcome: 'safe' },
  'guardianship.confirmParentalCare': { parents: ['mother'] },
  'guardianship.appointGuardian': { kind: 'guardian', relation: 'relative', conflictFree: true },
  'guardianship.replaceGuardian': { kind: 'guardian', relation: 'fosterCarer', conflictFree: true },
  'guardianship.suspendGuardian': { reason: 'harm' },
  'guardianship.referToCommission': { question: 'rehabilitation' },
  'guardianship.recordCommissionDecision': { decision: 'rehabilitationPlan' },
  'guardianship.recordVisit': { outcome: 'well', visitors: ['monitoringGroup'], childSeenAlone: true },
  'guardianship.planTransition': { services: ['housing', 'legal'] },
  'guardianship.end': { reason: 'leftCountry' },
  'handoff.decline': { reason: 'noCapacity' },
  'handoff.redirect': { toBodyId: bodies.guardianship2.id },
  'handoff.reportOutcome': { outcome: 'done' },
};

export const dataOf = (command: string): Codes => lawfulData[command] ?? {};
