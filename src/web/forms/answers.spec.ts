import { builtInCatalogues } from '#libs/indicators';
import type { EntryShown } from '../../cases/index.js';
import { answersOf } from './answers.js';

const known = { language: 'en' as const, bodies: [], catalogues: Object.values(builtInCatalogues) };
const entry = (command: string, data?: Readonly<Record<string, unknown>>) =>
  ({ procedure: 'identification', command, payload: { data } }) as unknown as EntryShown;

describe('what was answered at a step', () => {
  it('is told in the words of its form, in its order', () => {
    const proposed = entry('proposeDecision', { reasons: ['EX.present'], outcome: 'identified' });
    expect(answersOf(proposed, known)).toEqual([
      { label: 'Outcome', values: ['Identified'] },
      { label: 'Reasons per dimension', values: ['Exploitation: present'] },
    ]);
    expect(answersOf(proposed, { ...known, language: 'az' })[0]).toEqual({
      label: 'Nəticə',
      values: ['Qurbandır'],
    });
  });

  it('names indicators as their list does', () => {
    const [told] = answersOf(entry('recordIndicators', { observed: ['ex.excessive-hours'] }), known);
    expect(told?.values).toEqual(['Excessive working days or hours']);
  });

  it('names them as the list does by which they were recorded, though another is in use now', () => {
    const [, inUse] = known.catalogues;
    const [sign] = inUse?.indicators ?? [];
    const earlier = {
      ...inUse,
      version: '0',
      indicators: [{ ...sign, title: { az: 'Köhnə', en: 'Old words' } }],
    };
    const catalogues = [...known.catalogues, earlier as (typeof known.catalogues)[number]];
    const told = (version: string) =>
      answersOf(entry('recordIndicators', { catalogue: `${inUse?.id}@${version}`, observed: [sign?.code] }), {
        ...known,
        catalogues,
      }).map(({ values }) => values);
    expect(told('0')).toEqual([['Old words']]);
    expect(told('1')).toEqual([[sign?.title.en]]);
  });

  it('says of a restricted body that it is a shelter, and nothing of what was not asked', () => {
    const invited = {
      ...entry('inviteParticipant', { bodyId: { restricted: true } }),
      withheld: true,
    } as EntryShown;
    expect(answersOf(invited, known).map(({ values }) => values)).toEqual([['Shelter']]);
    const unanswered = { ...entry('inviteParticipant', {}), withheld: true } as EntryShown;
    expect(answersOf(unanswered, known)).toEqual([]);
  });

  it('leaves out what has no words: an id, a code of nobody, a command unknown', () => {
    expect(answersOf(entry('proposeDecision', { outcome: 'no-such-outcome' }), known)).toEqual([]);
    expect(answersOf(entry('noSuchCommand', { outcome: 'identified' }), known)).toEqual([]);
    expect(answersOf(entry('beginAssessment'), known)).toEqual([]);
  });
});
