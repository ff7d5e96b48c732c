import { aCase, bodies } from '../../../../test/builders/case-builder.js';
import { opened } from '../../../../test/builders/cases-in-state.js';

const everything = { scope: 'everything', heardAlone: true, languageUnderstood: true };

describe('who wants no formal procedure', () => {
  const offered = () => aCase().open('police', { consentReferToMainDepartment: 'no' });
  const sentOn = (toBodyId: string) => offered().answer('social', 'handoff.redirect', { toBodyId }, {});

  it('does not come to the Main Department by being sent on from who was to serve her', () => {
    expect(sentOn(bodies.mainDepartment.id)).toBe('person-refused');
    expect(sentOn(bodies.ngo.id)).toBe('accepted');
  });
});

describe('what she tells after she came back', () => {
  it('is sealed and shredded once more when she refuses everything again', () => {
    const builder = opened().give('police', 'identification.recordRefusal', everything).advance('P40D');
    expect(builder.effects('shred')).toHaveLength(1);
    builder
      .give('ngo', 'identification.resume', { consentReferToMainDepartment: 'notAsked' })
      .give('ngo', 'identification.recordRefusal', everything);
    expect(builder.effects('seal')).toHaveLength(2);
    expect(builder.effects('seal')[1]).toMatchObject({ returnCode: true });
    expect(builder.advance('P40D').effects('shred')).toHaveLength(2);
  });
});

describe('a death on record', () => {
  it('is looked at again from outside, as a void is', () => {
    const builder = opened()
      .give('police', 'caseFile.recordDeath', { confirmedBy: 'civilRegistry', explanation: 'x' })
      .give('investigator', 'caseFile.confirmEnd');
    expect(builder.effects('sampleForReview')).toMatchObject([{ reason: 'deceased' }]);
  });
});
