import { bodies } from './bodies.js';
import { aCase, type CaseBuilder } from './case-builder.js';
import { dataOf, negative, positive } from './lawful-data.js';

const refusal = { scope: 'formalProcedure', heardAlone: true, languageUnderstood: true };
const indicators = { catalogue: 'ilo-ec-2009-labour-adult@1', observed: ['EX-01'] };

export const opened = () => aCase().open();
export const screened = () => opened().give('police', 'identification.recordIndicators', indicators);
export const presumed = () =>
  opened().give('police', 'identification.presume').accept('investigator', 'identification');
export const informed = () => presumed().give('social', 'reflection.inform', { reached: true });
export const assessed = () => informed().give('investigator', 'identification.beginAssessment');
export const notIdentified = () =>
  assessed()
    .advance('P31D')
    .give('investigator', 'identification.proposeDecision', negative)
    .give('investigator2', 'identification.confirmDecision');
const refused = () => opened().give('police', 'identification.recordRefusal', refusal);
const voided = (before: () => CaseBuilder) => () =>
  before()
    .give('police', 'caseFile.void', { reason: 'openedInError' })
    .give('coordinator', 'caseFile.confirmEnd');

/** A lawful history into each state of identification. */
export const identificationIn: Readonly<Record<string, () => CaseBuilder>> = {
  signalled: opened,
  screening: screened,
  rejectionProposed: () =>
    screened().give('police', 'identification.rejectIndication', { reason: 'noIndicators' }),
  notIndicated: () =>
    screened()
      .give('police', 'identification.rejectIndication', { reason: 'noIndicators' })
      .give('policeColleague', 'identification.confirmRejection'),
  presumed,
  assessment: assessed,
  decisionProposed: () => assessed().give('investigator', 'identification.proposeDecision', positive),
  identified: () =>
    assessed()
      .give('investigator', 'identification.proposeDecision', positive)
      .give('investigator2', 'identification.confirmDecision'),
  notIdentified,
  reconsideration: () => notIdentified().give('lawyer', 'identification.requestReconsideration'),
  refusalHeld: () => opened().give('police', 'identification.recordRefusal', { ...refusal, danger: true }),
  refused,
  discontinued: voided(opened),
};

const terminationProposed = () =>
  informed().give('investigator', 'reflection.proposeTermination', {
    ground: 'publicOrder',
    personHeard: true,
  });

export const reflectionIn: Readonly<Record<string, () => CaseBuilder>> = {
  running: presumed,
  extended: () => informed().give('social', 'reflection.extend', { ground: 'personAsks', days: 10 }),
  elapsed: () => informed().advance('P31D'),
  concluded: () =>
    informed().give('social', 'reflection.recordDecision', { decision: 'cooperates' }).advance('P31D'),
  terminationProposed,
  terminated: () =>
    terminationProposed()
      .accept('prosecutor', 'terminationReview')
      .give('prosecutor', 'reflection.confirmTermination'),
  discontinued: voided(presumed),
};

/** A case that nothing keeps open: the indication was rejected, and no handoff waits. */
export const closable = () => {
  const builder = identificationIn['notIndicated'];
  if (!builder) throw new Error('no such state');
  return builder();
};

export const fileIn: Readonly<Record<string, () => CaseBuilder>> = {
  open: closable,
  aftercare: () => closable().give('police', 'caseFile.beginAftercare'),
  endProposed: () => closable().give('police', 'caseFile.close', { reason: 'notIndicated' }),
  closed: () =>
    closable()
      .give('police', 'caseFile.close', { reason: 'notIndicated' })
      .give('policeColleague', 'caseFile.confirmEnd'),
  voided: voided(opened),
};

/** A child met in the clinic: the guardianship body of the district is asked at once. */
export const child = () => aCase().open('clinic', { ageStatus: 'child' });
const accepted = () => child().accept('guardian', 'guardianship');
const given = (built: CaseBuilder, ...commands: string[]): CaseBuilder =>
  commands.reduce((so, command) => so.give('guardian', command, dataOf(command)), built);
export const interests = (built: CaseBuilder) => given(built, 'guardianship.recordBestInterests');
export const interestsInEnding = (built: CaseBuilder) =>
  built.give('guardian', 'guardianship.recordBestInterests', {
    ...dataOf('guardianship.recordBestInterests'),
    about: 'ending',
  });
const interimRepresented = () => given(accepted(), 'guardianship.appointInterim');
const guardianAppointed = () =>
  given(interests(interimRepresented()), 'guardianship.recordMajority', 'guardianship.appointGuardian');

export const guardianshipIn: Readonly<Record<string, () => CaseBuilder>> = {
  notified: child,
  accepted,
  interimRepresented,
  parentsRepresent: () =>
    given(
      interests(interimRepresented()),
      'guardianship.recordFamilyAssessment',
      'guardianship.confirmParentalCare',
    ),
  guardianAppointed,
  monitoring: () => given(guardianAppointed(), 'guardianship.recordVisit'),
  ended: () => given(interestsInEnding(interimRepresented()), 'guardianship.end'),
};

const missing = (from: CaseBuilder, ...commands: string[]): CaseBuilder =>
  commands.reduce(
    (so, command) => so.give('police', `missingPerson.${command}`, dataOf(`missingPerson.${command}`)),
    from.give('police', 'missingPerson.report', dataOf('missingPerson.report')),
  );

/** An adult in danger: the police that reports her searches itself. */
export const missingPersonIn: Readonly<Record<string, () => CaseBuilder>> = {
  reported: () => missing(opened()),
  searching: () => missing(opened(), 'beginSearch'),
  returnedToExploitation: () => missing(opened(), 'recordReturnToExploitation'),
  longTermMissing: () =>
    missing(opened(), 'beginSearch')
      .advance('P91D')
      .give('police', 'missingPerson.reviewLongTerm', { outcome: 'longTerm' }),
  found: () => missing(opened(), 'recordFound'),
  leftByOwnWish: () => missing(opened(), 'recordOwnWish'),
  deceased: () => missing(opened(), 'recordDeceased'),
};

const asked = () =>
  opened().give('police', 'handoff.send', {
    toBodyId: bodies.health.id,
    kind: 'request',
    purpose: 'health',
    basis: 'consent',
    consentGiven: true,
  });

export const handoffIn: Readonly<Record<string, () => CaseBuilder>> = {
  sent: asked,
  received: () => asked().give('clinic', 'handoff.acknowledge'),
  accepted: () => asked().accept('clinic', 'health'),
  declined: () => asked().give('clinic', 'handoff.decline', { reason: 'noCapacity' }),
  withdrawn: () => asked().give('police', 'handoff.withdraw'),
  completed: () =>
    asked().accept('clinic', 'health').give('clinic', 'handoff.reportOutcome', { outcome: 'done' }),
};

/** A presumed adult who needs a bed: the NGO's house of the district is asked first, then the State Shelter. */
const requested = () => opened().give('police', 'placement.request');
const offered = () => requested().give('shelter2', 'placement.offerBed', dataOf('placement.offerBed'));
const bedAccepted = () => offered().give('police', 'placement.acceptOffer', dataOf('placement.acceptOffer'));
const admitted = () => bedAccepted().give('shelter2', 'placement.admit');

export const placementIn: Readonly<Record<string, () => CaseBuilder>> = {
  requested,
  offered,
  accepted: bedAccepted,
  admitted,
  away: () => admitted().give('shelter2', 'placement.recordAbsence', dataOf('placement.recordAbsence')),
  missing: () => admitted().give('ngo', 'placement.reportMissing'),
  departed: () => admitted().give('shelter2', 'placement.depart', dataOf('placement.depart')),
  declined: () =>
    requested()
      .give('shelter2', 'placement.declineRequest', dataOf('placement.declineRequest'))
      .give('shelter', 'placement.declineRequest', dataOf('placement.declineRequest')),
  refused: () => offered().give('police', 'placement.refuseOffer', dataOf('placement.refuseOffer')),
  nonArrival: () => bedAccepted().give('shelter2', 'placement.recordNonArrival'),
  cancelled: () => requested().give('police', 'placement.withdrawRequest'),
};
