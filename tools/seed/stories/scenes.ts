import { demoBodyId, type DemoBodyCode, type DemoUsername } from '../../../src/access/index.js';
import type { Tale } from '../tale.js';

/** Invented people: every surname says "sample", "test" or "example". */
export const person = (name: string, more: Readonly<Record<string, string>> = {}) => ({ name, ...more });

/** An adult of Nasimi who agrees to be referred and helped. */
export const agrees = {
  district: 'baku-nasimi',
  consentReferToMainDepartment: 'yes',
  consentServices: 'yes',
};

const dimensions = ['DR', 'CR', 'RV', 'EX', 'CD', 'VD'];
const explanation = 'Ölçülər üzrə nəticə (uydurma mətn).';
export const positive = { outcome: 'identified', reasons: ['EX.present', 'CD.present'], explanation };
export const negative = {
  outcome: 'notIdentified',
  reasons: dimensions.map((dimension) => `${dimension}.absent`),
  explanation,
};

export const labourSigns = {
  catalogue: 'ilo-ec-2009-labour-adult@1',
  observed: ['ex.excessive-hours', 'cd.confiscation-of-documents', 'cr.violence'],
};
export const fewSigns = {
  catalogue: 'ilo-ec-2009-labour-adult@1',
  observed: ['ex.low-or-no-salary'],
};

export const representative = { relation: 'socialWorker', conflictFree: true, name: 'Nümayəndə Sınaqlı' };
export const presume = { grounds: 'Sənədləri əlindən alınıb, işdən getməyə qoymurdular (uydurma mətn).' };
export const informed = { reached: true, interpreter: 'notNeeded' };
export const interview = { interpreter: 'notNeeded', account: 'Müsahibənin uydurma mətni.' };
export const because = { explanation: 'Uydurma əsaslandırma.' };
export const refusing = { heardAlone: true, languageUnderstood: true };

/** Asked for by consent; `kind` share unless said otherwise. */
export const asked = (to: DemoBodyCode, purpose: string, kind = 'share') => ({
  toBodyId: demoBodyId(to),
  kind,
  purpose,
  basis: 'consent',
  consentGiven: true,
});

/** Presumed a victim; the Main Department takes the referral over within the hour. */
export const presumedBy = (tale: Tale, by: DemoUsername): Tale =>
  tale.does(by, 'identification.presume', presume).after(1).accepts('investigator', 'identification');

/** The assistance centre is asked, accepts and informs: the thirty days begin. */
export const informedBySocial = (tale: Tale, by: DemoUsername): Tale =>
  tale
    .does(by, 'handoff.send', asked('assistance-centre', 'assistance'))
    .after(2)
    .accepts('social', 'assistance')
    .does('social', 'reflection.inform', informed);

/** Interviewed and proposed by one officer of the Main Department. */
export const assessed = (tale: Tale, proposal: object): Tale =>
  tale
    .does('investigator', 'identification.beginAssessment')
    .does('investigator', 'identification.recordInterview', interview)
    .after(2)
    .does('investigator', 'identification.proposeDecision', proposal as Record<string, unknown>);

/** Proposed by one officer and confirmed by another. */
export const decided = (tale: Tale, proposal: object): Tale =>
  assessed(tale, proposal).after(3).does('investigator2', 'identification.confirmDecision');
