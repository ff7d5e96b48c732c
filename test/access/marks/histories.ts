import type { DemoUsername } from '../../../src/access/index.js';
import type { Speaker } from './speaker.js';

/** What the histories need: people by name, and days that pass. */
export interface Scene {
  readonly as: (name: DemoUsername) => Promise<Speaker>;
  readonly passes: (duration: string) => Promise<void>;
}

const dimensions = ['DR', 'CR', 'RV', 'EX', 'CD', 'VD'];
const negative = { outcome: 'notIdentified', reasons: dimensions.map((one) => `${one}.absent`) };
const positive = { outcome: 'identified', reasons: ['EX.present'] };
const indicators = { catalogue: 'ilo-ec-2009-labour-adult@1', observed: ['ex.excessive-hours'] };
const adult = {
  district: 'baku-nasimi',
  consent: { referToMainDepartment: 'yes', services: 'yes', shelter: 'yes', statistics: 'yes' },
};
const aloneInHerLanguage = { heardAlone: true, languageUnderstood: true };

/** Screened, rejected, presumed all the same, decided against, reconsidered, closed, opened again, ended by death. */
export async function longest({ as, passes }: Scene): Promise<void> {
  const police = await as('police');
  const supervisor = await as('supervisor');
  await police.opens({ ...adult, source: 'police' });
  await police.does('caseFile.recordPerson');
  await police.does('caseFile.recordSafeContact');
  await police.does('identification.recordIndicators', indicators);
  await police.does('identification.rejectIndication', { reason: 'noIndicators' });
  await supervisor.does('identification.returnRejection');
  await police.does('identification.rejectIndication', { reason: 'noIndicators' });
  await supervisor.does('identification.confirmRejection');
  await police.does('identification.presume');
  const investigator = await as('investigator');
  await investigator.accepts('identification');
  await handoffs({ as, passes });
  await reflected({ as, passes });
  await decided({ as, passes });
  await ended({ as, passes });
}

async function handoffs({ as }: Scene): Promise<void> {
  const [police, clinic, ngo, social] = [
    await as('police'),
    await as('clinic'),
    await as('ngo'),
    await as('social'),
  ];
  const shelter = await as('shelter');
  const asked = { basis: 'consent', consentGiven: true };
  const help = { ...asked, kind: 'share', purpose: 'assistance' };
  const treatment = { ...asked, kind: 'request', purpose: 'health', toBodyId: clinic.bodyId };
  await police.does('handoff.send', treatment);
  await clinic.does('handoff.acknowledge', {}, 'health');
  await clinic.does('handoff.decline', { reason: 'noCapacity' }, 'health');
  await police.does('handoff.send', treatment);
  await police.does('handoff.withdraw', {}, 'health');
  await police.does('handoff.send', treatment);
  await clinic.accepts('health');
  await clinic.does('handoff.reportOutcome', { outcome: 'done' }, 'health');
  await police.does('handoff.send', { ...help, toBodyId: ngo.bodyId });
  await ngo.does('handoff.redirect', { toBodyId: shelter.bodyId }, 'assistance');
  await shelter.accepts('assistance');
  await police.does('handoff.send', { ...help, toBodyId: social.bodyId });
  await social.accepts('assistance');
}

async function reflected({ as }: Scene): Promise<void> {
  const [social, investigator, prosecutor] = [
    await as('social'),
    await as('investigator'),
    await as('prosecutor'),
  ];
  await social.does('reflection.inform', { reached: true });
  await social.does('reflection.extend', { ground: 'hospital', days: 1 });
  await social.does('reflection.recordDecision', { decision: 'undecided' });
  const termination = { ground: 'publicOrder', personHeard: true };
  await investigator.does('reflection.proposeTermination', termination);
  await prosecutor.accepts('terminationReview');
  await prosecutor.does('reflection.returnTermination');
  await investigator.does('reflection.proposeTermination', termination);
  await prosecutor.accepts('terminationReview');
  await prosecutor.does('reflection.confirmTermination');
}

async function decided({ as, passes }: Scene): Promise<void> {
  const [police, social] = [await as('police'), await as('social')];
  const [investigator, investigator2] = [await as('investigator'), await as('investigator2')];
  await investigator.does('identification.beginAssessment');
  await social.does('identification.recordInterview', { interpreter: 'notNeeded' });
  await investigator.does('identification.proposeDecision', positive);
  await investigator.does('identification.withdrawProposal');
  await investigator.does('identification.proposeDecision', positive);
  await investigator2.does('identification.returnDecision');
  await passes('P40D');
  await investigator.does('identification.proposeDecision', negative);
  await investigator2.does('identification.confirmDecision');
  await police.does('identification.informOfDecision', { reached: true });
  await social.does('identification.requestReconsideration');
  const reviewer = await as('reviewer');
  await reviewer.accepts('secondReading');
  await social.does('identification.recordOpinion', { opinion: 'identified' });
  await investigator.does('identification.recordExternalDecision', {
    authority: 'court',
    outcome: 'notRecognised',
  });
  await reviewer.does('identification.decideReconsideration', positive);
}

async function ended({ as }: Scene): Promise<void> {
  const [police, social, supervisor] = [await as('police'), await as('social'), await as('supervisor')];
  await police.does('caseFile.correctEntry', { entrySeq: 1 });
  await social.does('caseFile.declareConflict');
  await police.does('caseFile.beginAftercare');
  await police.does('caseFile.recordFollowUp', { outcome: 'safe' });
  await police.does('caseFile.close', { reason: 'needsMet' });
  await supervisor.does('caseFile.returnEnd');
  await police.does('caseFile.close', { reason: 'needsMet' });
  await supervisor.does('caseFile.confirmEnd');
  await police.does('caseFile.reopen', { reason: 'newFacts' });
  await police.does('caseFile.recordDetention', { ground: 'immigration' });
  await police.does('caseFile.recordRelease');
  await police.does('caseFile.recordAgeDoubt');
  await police.does('caseFile.recordDeath', { confirmedBy: 'civilRegistry' });
}

/** A child, from the first hours to the day when the body has nothing more to decide. */
export async function represented({ as, passes }: Scene): Promise<void> {
  const [guardian, commission] = [await as('guardian'), await as('commission')];
  const clinic = await as('clinic');
  await clinic.opens({ source: 'health', ageStatus: 'child', district: 'baku-nasimi' });
  await guardian.accepts('guardianship');
  const fit = { relation: 'socialWorker', conflictFree: true };
  await guardian.does('guardianship.appointInterim', fit);
  await guardian.does('caseFile.recordAgeAssessment', {
    outcome: 'child',
    disciplines: ['psychology', 'medicine'],
    representativePresent: true,
  });
  await clinic.does('caseFile.addProtectedPerson', { relation: 'sibling', minor: true, withHer: true });
  await missed({ as, passes });
  await guardian.does('guardianship.recordChildViews', { heardAlone: true });
  await guardian.does('guardianship.recordFamilyAssessment', { outcome: 'safe' });
  const interests = { about: 'representation' };
  await guardian.does('guardianship.recordBestInterests', interests);
  await guardian.does('guardianship.confirmParentalCare', { parents: ['mother'] });
  await guardian.does('guardianship.suspendGuardian', { reason: 'neglect' });
  await guardian.does('guardianship.recordMajority', { eighteenIn: inTenYears() });
  await guardian.does('guardianship.recordBestInterests', interests);
  await guardian.does('guardianship.appointGuardian', { ...fit, kind: 'guardian' });
  await guardian.does('guardianship.recordBestInterests', interests);
  await guardian.does('guardianship.replaceGuardian', { ...fit, kind: 'guardian' });
  await guardian.does('guardianship.referToCommission', { question: 'placement' });
  await commission.accepts('secondReading');
  await commission.does('guardianship.recordCommissionDecision', { decision: 'noMeasures' });
  await guardian.does('guardianship.recordVisit', {
    outcome: 'well',
    visitors: ['school'],
    childSeenAlone: true,
  });
  await guardian.does('guardianship.planTransition', { services: ['legal'] });
  await guardian.does('guardianship.recordBestInterests', { about: 'ending' });
  await guardian.does('guardianship.end', { reason: 'leftCountry' });
}

/** Missing, seen, back in exploitation, missing for long, found and heard; an adult's wish and a death apart. */
async function missed({ as, passes }: Scene): Promise<void> {
  const [clinic, guardian] = [await as('clinic'), await as('guardian')];
  const report = { circumstance: 'ranAway', inDanger: true };
  await clinic.does('missingPerson.report', report);
  await clinic.does('missingPerson.recordSighting', { sightedAt: new Date().toISOString() });
  await clinic.does('missingPerson.recordReturnToExploitation', { knownFrom: 'sighting' });
  await passes('P91D');
  await clinic.does('missingPerson.reviewLongTerm', { outcome: 'longTerm' });
  await guardian.does('missingPerson.recordFound', { condition: 'harmed' });
  await guardian.does('missingPerson.recordReturnInterview', {
    risk: 'medium',
    heardAlone: true,
    representativePresent: true,
  });
}

/** An adult who went where she wanted, and one who was found dead. */
export async function gone({ as }: Scene): Promise<void> {
  const clinic = await as('clinic');
  const report = { circumstance: 'lostContact', inDanger: false };
  await clinic.opens({ ...adult, source: 'health' });
  await clinic.does('missingPerson.report', report);
  await clinic.does('missingPerson.recordOwnWish', aloneInHerLanguage);
  await clinic.opens({ ...adult, source: 'health' });
  await clinic.does('missingPerson.report', report);
  await clinic.does('missingPerson.recordDeceased', { basis: 'found' });
}

const inTenYears = () => `${new Date().getUTCFullYear() + 10}-06`;

/** Refused in doubt, found not her own, refused again, helped without police, come back; voided in the end. */
export async function refused({ as }: Scene): Promise<void> {
  const [police, social] = [await as('police'), await as('social')];
  await police.opens({ ...adult, source: 'police' });
  const refusal = { ...aloneInHerLanguage, scope: 'formalProcedure' };
  await police.does('handoff.send', {
    toBodyId: social.bodyId,
    kind: 'share',
    purpose: 'assistance',
    basis: 'consent',
    consentGiven: true,
  });
  await social.accepts('assistance');
  await police.does('identification.recordRefusal', { ...refusal, danger: true });
  await social.does('identification.returnRefusal');
  await police.does('identification.recordRefusal', { ...refusal, danger: true });
  await social.does('identification.confirmRefusal');
  await social.does('reflection.begin', { interpreter: 'notNeeded' });
  await police.does('identification.resume', { consentReferToMainDepartment: 'notAsked' });
  await police.does('caseFile.void', { reason: 'openedInError' });
}
