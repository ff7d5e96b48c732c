import { agreeing, helped, person, presumed } from '../../journeys/scenes.js';
import type { Story } from '../../journeys/story.js';
import type { Voice } from '../../journeys/voice.js';

export const names = [
  'police',
  'police2',
  'investigator',
  'investigator2',
  'prosecutor',
  'social',
  'ngo',
  'clinic',
  'school',
  'guardian',
  'supervisor',
  'coordinator',
  'ombudsman',
  'admin',
] as const;
export type Name = (typeof names)[number];
export type Cast = Readonly<Record<Name, Voice>>;

const aloneInHerLanguage = { heardAlone: true, languageUnderstood: true };
const everything = { ...aloneInHerLanguage, scope: 'everything' };
const termination = { ground: 'publicOrder', personHeard: true, explanation: 'İctimai asayiş.' };

type History = (who: Cast, passed: { readonly id: string }[]) => Promise<unknown>;

const opens =
  (by: Name, change: object = {}): History =>
  (who) =>
    who[by].opens({ ...agreeing, ...change });

async function informedVictim(who: Cast): Promise<void> {
  const encounteredAt = new Date(Date.now() - 2 * 3_600_000).toISOString();
  await opens('police', { encounteredAt })(who, []);
  await presumed(who.police, who.investigator);
  await helped(who.police, who.social);
  await who.social.does('reflection.inform', { reached: true });
  await who.investigator.does('identification.beginAssessment');
}

/** A lawful history into each case that is attacked; told in this order. */
const histories = {
  presumed: informedVictim,
  terminated: async (who) => {
    await informedVictim(who);
    await who.investigator.does('reflection.proposeTermination', termination);
    await who.prosecutor.accepts('terminationReview');
    await who.prosecutor.does('reflection.confirmTermination');
  },
  withoutPolice: async (who) => {
    await opens('police', { consent: { referToMainDepartment: 'no', services: 'yes' } })(who, []);
    await who.social.accepts('assistance');
  },
  held: async (who) => {
    await opens('police')(who, []);
    await who.police.does('identification.recordRefusal', { ...everything, danger: true });
  },
  sealed: async (who) => {
    await opens('ngo', { source: 'ngo' })(who, []);
    await who.ngo.does('identification.recordRefusal', everything);
  },
  closed: async (who) => {
    await opens('police')(who, []);
    const observed = ['ex.excessive-hours'];
    await who.police.does('identification.recordIndicators', {
      catalogue: 'ilo-ec-2009-labour-adult@1',
      observed,
    });
    await who.police.does('identification.rejectIndication', {
      reason: 'noIndicators',
      explanation: 'Yoxdur.',
    });
    await who.supervisor.does('identification.confirmRejection');
    await who.police.does('caseFile.close', { reason: 'notIndicated', explanation: 'Əlamət yoxdur.' });
    await who.supervisor.does('caseFile.confirmEnd');
  },
  child: opens('ngo', { source: 'ngo', ageStatus: 'child', consent: undefined }),
  detained: async (who) => {
    await opens('police')(who, []);
    await presumed(who.police, who.investigator);
    await who.police.does('caseFile.recordDetention', { ground: 'immigration', place: 'Saxlanma məntəqəsi' });
    await who.prosecutor.accepts('release');
  },
  sister: async (who, [first]) => {
    await opens('police', { person: { name: `${person} (bacı)` } })(who, []);
    await who.police.does('caseFile.linkCase', { caseId: first?.id, relation: 'sameEncounter' });
  },
} satisfies Readonly<Record<string, History>>;

export type CaseName = keyof typeof histories;
export type Cases = Readonly<Record<CaseName, { readonly id: string; readonly number: string }>>;

export async function prepared(story: Story, who: Cast): Promise<Cases> {
  const made: [string, { id: string; number: string }][] = [];
  for (const [name, history] of Object.entries(histories)) {
    await history(
      who,
      made.map(([, one]) => one),
    );
    const { body } = await who.coordinator.client.get<{ number: string }>(`/cases/${story.caseId}`);
    made.push([name, { id: story.caseId, number: body.number }]);
  }
  return Object.fromEntries(made) as Cases;
}
