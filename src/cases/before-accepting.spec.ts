import { people } from '../../test/builders/case-builder.js';
import { presumed } from '../../test/builders/cases-in-state.js';
import { beforeAccepting } from './before-accepting.js';

describe('who acts in a case', () => {
  const built = presumed();
  const refusal = (who: keyof typeof people, participants = built.participants) =>
    beforeAccepting(built.view, { ...built.facts(people[who]), participants })?.code;

  it('is a supervisor only as long as her body takes part: afterwards she looks back', () => {
    expect(refusal('supervisor')).toBeUndefined();
    expect(refusal('supervisor', {})).toBe('takes-part-no-longer');
    expect(refusal('coordinator', {})).toBeUndefined();
  });

  it('is a body that was handed it once it has accepted', () => {
    const preview = { [people.clinic.bodyId]: 'preview' } as const;
    expect(refusal('clinic', preview)).toBe('handoff-not-accepted');
    expect(refusal('investigator')).toBeUndefined();
  });
});
