import type { Voice } from './voice.js';

/** What most cases begin with, told once. */
export const person = 'Nümunə Sınaqlı';
export const restricted = 'restricted';

const dimensions = ['DR', 'CR', 'RV', 'EX', 'CD', 'VD'];
const explanation = 'Ölçülər üzrə nəticə.';
export const yes = { outcome: 'identified', reasons: ['EX.present', 'CD.present'], explanation };
export const no = { outcome: 'notIdentified', reasons: dimensions.map((d) => `${d}.absent`), explanation };

/** An adult met by the police, who agrees to be referred and to be helped. */
export const agreeing = {
  source: 'police',
  district: 'baku-nasimi',
  person: { name: person },
  consent: { referToMainDepartment: 'yes', services: 'yes' },
};

/** Presumed by who met her, and taken over by the Main Department at once. */
export async function presumed(by: Voice, investigator: Voice): Promise<void> {
  await by.does('identification.presume', { grounds: 'Sənədləri əlindən alınıb.' });
  await investigator.accepts('identification');
}

/** Asked in with her consent; accepts. */
export async function helped(by: Voice, asked: Voice): Promise<void> {
  const request = { kind: 'share', purpose: 'assistance', basis: 'consent', consentGiven: true };
  await by.does('handoff.send', { ...request, toBodyId: asked.bodyId });
  await asked.accepts('assistance');
}

/** Proposed by one officer of the Main Department and confirmed by another. */
export async function decided(first: Voice, second: Voice, proposal: object) {
  await first.does('identification.proposeDecision', proposal);
  return second.does('identification.confirmDecision');
}
