import { bodies } from '../../builders/bodies.js';
import { aCase, type CaseBuilder } from '../../builders/case-builder.js';
import {
  assessed,
  child,
  guardianshipIn,
  identificationIn,
  interestsInEnding,
  notIdentified,
  placementIn,
  presumed,
} from '../../builders/cases-in-state.js';
import { dataOf, positive } from '../../builders/lawful-data.js';
import { refusal } from '../witnesses/tell.js';

/** Whole cases worth keeping: what each statechart did on the day it was recorded must be read the same for ever. */
export const stories: Readonly<Record<string, () => CaseBuilder>> = {
  'identified-and-closed': () =>
    (identificationIn['identified']?.() ?? assessed())
      .give('social', 'identification.informOfDecision', { reached: true })
      .give('ngo', 'reflection.recordDecision', { decision: 'doesNotCooperate' })
      .advance('P31D')
      .give('police', 'caseFile.beginAftercare')
      .advance('P3M')
      .give('police', 'caseFile.recordFollowUp', { outcome: 'safe' })
      .give('police', 'caseFile.close', { reason: 'needsMet' })
      .give('policeColleague', 'caseFile.confirmEnd'),
  'not-identified-reconsidered': () =>
    notIdentified()
      .give('lawyer', 'identification.informOfDecision', { reached: true })
      .give('lawyer', 'identification.requestReconsideration')
      .give('ngo', 'identification.recordOpinion', { opinion: 'identified' })
      .give('reviewer', 'identification.decideReconsideration', positive),
  'no-police-still-help': () =>
    aCase()
      .open('ngo', { source: 'ngo', consentReferToMainDepartment: 'no', needsShelter: true })
      .give('ngo', 'reflection.begin')
      .advance('P10D')
      .give('ngo', 'identification.resume', { consentReferToMainDepartment: 'yes' })
      .give('ngo', 'identification.presume')
      .give('ngo', 'reflection.inform', { reached: true }),
  'everything-refused-and-shredded': () =>
    aCase()
      .open()
      .give('police', 'identification.recordRefusal', refusal('everything', { duress: true }))
      .give('policeColleague', 'identification.confirmRefusal')
      .advance('P31D'),
  'age-in-doubt-in-a-closed-file': () =>
    (identificationIn['notIndicated']?.() ?? assessed())
      .give('police', 'caseFile.close', { reason: 'notIndicated' })
      .give('policeColleague', 'caseFile.confirmEnd')
      .advance('P20D')
      .give('clinic', 'caseFile.recordAgeDoubt'),
  'statutory-handoff-climbs-and-is-redirected': () =>
    aCase()
      .open('clinic', { ageStatus: 'child', source: 'health' })
      .advance('P3D')
      .give('guardian', 'handoff.redirect', { toBodyId: bodies.guardianship2.id })
      .give('guardian2', 'handoff.accept')
      .give('guardian2', 'handoff.reportOutcome', { outcome: 'done' }),
  'terminated-and-given-back': () =>
    assessed()
      .give('investigator', 'reflection.proposeTermination', { ground: 'publicOrder', personHeard: true })
      .accept('prosecutor', 'terminationReview')
      .give('prosecutor', 'reflection.confirmTermination')
      .give('reviewer', 'reflection.extend', { ground: 'newFacts', days: 30 })
      .advance('P70D'),
  'duplicate-voided-with-its-floor': () =>
    assessed()
      .give('ngo', 'caseFile.void', {
        reason: 'duplicate',
        survivingCaseId: '00000009-0000-4000-8000-000000000002',
      })
      .give('coordinator', 'caseFile.confirmEnd'),
  'a-child-with-a-guardian': () =>
    (guardianshipIn['monitoring']?.() ?? child())
      .give('guardian', 'guardianship.recordChildViews', { heardAlone: true })
      .give('guardian', 'guardianship.referToCommission', { question: 'rehabilitation' })
      .accept('commission', 'secondReading')
      .give('commission', 'guardianship.recordCommissionDecision', { decision: 'rehabilitationPlan' })
      .give('guardian', 'guardianship.suspendGuardian', { reason: 'childAsks' })
      .advance('P2D')
      .give('guardian', 'guardianship.appointInterim', { relation: 'lawyer', conflictFree: true }),
  'a-child-back-with-her-mother-moves-and-comes-of-age': () =>
    interestsInEnding(guardianshipIn['parentsRepresent']?.() ?? child())
      .give('guardian', 'guardianship.end', {
        reason: 'transferredToDistrict',
        toBodyId: bodies.guardianship2.id,
      })
      .accept('guardian2', 'guardianship')
      .give('guardian2', 'guardianship.recordMajority', { eighteenIn: '2017-03' })
      .advance('P2Y')
      .give('guardian2', 'guardianship.planTransition', { services: ['education'] })
      .give('guardian2', 'guardianship.recordBestInterests', {
        about: 'ending',
        notHeardBecause: 'unwilling',
      })
      .give('guardian2', 'guardianship.end', { reason: 'adult' }),
  'age-assessed-disputed-and-assessed-again': () =>
    (guardianshipIn['interimRepresented']?.() ?? child())
      .give('guardian', 'caseFile.recordAgeAssessment', {
        outcome: 'adult',
        disciplines: ['psychology', 'medicine'],
        representativePresent: true,
      })
      .advance('P10D')
      .give('clinic', 'caseFile.recordAgeDoubt')
      .give('clinic', 'caseFile.addProtectedPerson', { relation: 'sibling', minor: true, withHer: true })
      .give('guardian', 'caseFile.recordAgeAssessment', {
        outcome: 'adult',
        disciplines: ['psychology', 'socialWork'],
        representativePresent: true,
      })
      .advance('P40D'),
  'a-child-missing-and-found': () =>
    child()
      .accept('guardian', 'guardianship')
      .give('clinic', 'missingPerson.report', { circumstance: 'taken', inDanger: true })
      .accept('investigator', 'search')
      .advance('P95D')
      .give('clinic', 'missingPerson.reviewLongTerm', { outcome: 'longTerm' })
      .advance('P30D')
      .give('police', 'missingPerson.recordSighting', { sightedAt: '2016-07-01T06:00:00.000Z' })
      .give('clinic', 'missingPerson.recordFound', { condition: 'exploited' })
      .advance('P4D')
      .give('guardian', 'missingPerson.recordReturnInterview', {
        risk: 'high',
        heardAlone: true,
        representativePresent: true,
      }),
  'housed-away-and-transferred': () =>
    placementIn['admitted']?.()
      .give('shelter2', 'placement.recordAbsence', dataOf('placement.recordAbsence'))
      .give('shelter2', 'placement.recordReturn')
      .advance('P31D')
      .give('shelter2', 'placement.extendStay', dataOf('placement.extendStay'))
      .give('shelter2', 'placement.requestTransfer', dataOf('placement.requestTransfer'))
      .give('shelter', 'placement.offerBed', dataOf('placement.offerBed'))
      .give('police', 'placement.acceptOffer', dataOf('placement.acceptOffer'))
      .give('shelter', 'placement.admit')
      .give('shelter', 'placement.reportMissing')
      .give('shelter', 'placement.reportReturn')
      .give('shelter', 'placement.depart', dataOf('placement.depart')) ?? assessed(),
  'dead-and-reopened': () =>
    presumed()
      .give('ngo', 'caseFile.recordDeath', { confirmedBy: 'civilRegistry' })
      .give('coordinator', 'caseFile.confirmEnd')
      .give('supervisor', 'caseFile.reopen', { reason: 'closedInError' }),
};
