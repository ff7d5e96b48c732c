import { aCase, bodies } from '../../../../test/builders/case-builder.js';
import { guardianshipIn, interestsInEnding, opened } from '../../../../test/builders/cases-in-state.js';
import { dataOf } from '../../../../test/builders/lawful-data.js';

const represented = () => guardianshipIn['interimRepresented']?.() ?? opened();
const assess = 'caseFile.recordAgeAssessment';
const adult = { outcome: 'adult', disciplines: ['psychology', 'medicine'], representativePresent: true };
const age = (built: ReturnType<typeof opened>) => built.last('caseFile')?.context['ageStatus'];

describe('an assessment of age', () => {
  it('is for who is in doubt, with a representative, by the body that answers for the child', () => {
    expect(opened().answer('guardian', assess, adult)).toBe('age-not-in-doubt');
    expect(guardianshipIn['accepted']?.().answer('guardian', assess, adult)).toBe('no-representative');
    expect(represented().answer('guardian2', assess, adult)).toBe('guardianship-body-only');
    expect(represented().answer('police', assess, adult)).toBe('not-for-your-role');
    expect(represented().answer('guardian', assess, { ...adult, representativePresent: false })).toBe(
      'representative-needed',
    );
  });

  it.each([[['medicine']], [['police', 'medicine']], [['medicine', 'medicine']]])(
    'takes two disciplines beside the police, not %s',
    (disciplines) => {
      expect(represented().answer('guardian', assess, { ...adult, disciplines })).toBe(
        'two-disciplines-needed',
      );
    },
  );

  it('that says adult changes nothing until the time to dispute it has passed', () => {
    const built = represented().give('guardian', assess, adult).advance('P29D');
    expect(age(built)).toBe('child');
    expect(built.answer('clinic', 'identification.recordRefusal', { scope: 'formalProcedure' })).toBe(
      'adults-only',
    );
    built.advance('P2D');
    expect(age(built)).toBe('verifiedAdult');
    expect(built.state('guardianship')).toBe('interimRepresented');
    expect(built.effects('openTask').map(({ code }) => code)).toEqual(
      expect.arrayContaining(['ask-consent', 'guardianship-to-end']),
    );
  });

  it('is disputed by a doubt of anybody: then it counts no longer', () => {
    const built = represented()
      .give('guardian', assess, adult)
      .advance('P10D')
      .give('school', 'caseFile.recordAgeDoubt');
    expect(built.clock('caseFile', 'ageReview')?.state).toBe('stopped');
    expect(age(built.advance('P60D'))).toBe('child');
  });

  it('that says child counts at once, and says when she comes of age', () => {
    const built = represented().give('guardian', assess, {
      ...adult,
      outcome: 'child',
      eighteenIn: '2019-02',
    });
    expect(age(built)).toBe('child');
    expect(built.last('guardianship')?.context['eighteenIn']).toBe('2019-02');
  });

  it.each(['adult', 'inconclusive'])(
    'that says %s is not overtaken by a month that has passed',
    (outcome) => {
      const passed = { ...adult, outcome, eighteenIn: '2016-01' };
      const built = represented();
      if (outcome === 'adult') built.give('guardian', assess, passed);
      else expect(built.answer('guardian', assess, passed)).toBe('majority-has-passed');
      interestsInEnding(built);
      expect(built.answer('guardian', 'guardianship.recordMajority', { eighteenIn: '2016-02' })).toBe(
        'majority-has-passed',
      );
      expect(
        built.answer('guardian', 'guardianship.planTransition', dataOf('guardianship.planTransition')),
      ).toBe('majority-unknown');
      expect(built.answer('guardian', 'guardianship.end', { reason: 'adult' })).toBe('majority-unknown');
      expect(age(built)).toBe('child');
    },
  );

  it('that finds nothing leaves the doubt', () => {
    const built = represented()
      .give('guardian', assess, { ...adult, outcome: 'inconclusive' })
      .advance('P60D');
    expect(age(built)).toBe('child');
  });
});

describe('persons met together', () => {
  it('are linked by their encounter, each in a case of her own', () => {
    const built = aCase().open('police', { encounterId: bodies.ngo.id, encounteredTogether: 30 });
    expect(built.effects('joinEncounter')).toMatchObject([{ encounterId: bodies.ngo.id }]);
    expect(opened().effects('joinEncounter')).toEqual([]);
  });

  it('have a child with them: a case of its own is owed until one is linked', () => {
    const built = opened().give('police', 'caseFile.addProtectedPerson', {
      relation: 'child',
      minor: true,
      withHer: true,
    });
    expect(built.effects('openTask').map(({ code }) => code)).toContain('case-of-dependant');
    built.give('police', 'caseFile.linkCase', { caseId: bodies.ngo.id, relation: 'dependant' });
    expect(built.effects('closeTask').map(({ code }) => code)).toContain('case-of-dependant');
  });
});
