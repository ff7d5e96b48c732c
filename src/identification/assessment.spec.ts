import { CaseFault } from '../cases/index.js';
import { assessmentFacts } from './assessment.js';
import { recordAssessment } from './assessment-writer.js';
import { cataloguesIn } from './catalogue-files.js';
import { IndicatorCatalogues } from './catalogues.js';

const catalogues = new IndicatorCatalogues(cataloguesIn());
const [labour] = catalogues.all().filter(({ id }) => id === 'ilo-ec-2009-labour-adult');
const name = `${labour?.id}@${labour?.version}`;
const strong = (labour?.indicators ?? []).map(({ code }) => code);
const factsOf = (lists: IndicatorCatalogues, data: object, happenedAt = '2016-03-01T00:00:00.000Z') =>
  assessmentFacts(lists)(data as never, 'assumedAdult', happenedAt);
const facts = (data: object) => factsOf(catalogues, data);

function faultOf(data: object): unknown {
  try {
    return facts(data);
  } catch (error) {
    return error instanceof CaseFault ? error.detail.fields : error;
  }
}

describe('scoring the indicators of a command', () => {
  it('tells the rulebook what they advise, and by which list', () => {
    expect(facts({ catalogue: name, observed: strong })).toEqual({
      assessment: {
        outcome: 'traffickingIndicated',
        advises: 'presume',
        deciding: true,
        catalogue: name,
        ageStatus: 'assumedAdult',
      },
    });
  });

  it('never lets a list decide that was not compared with its official text', () => {
    const listed = catalogues
      .all()
      .find(({ provenance, weighting }) => provenance === 'unverified' && weighting === 'weighted');
    const observed = listed?.indicators.map(({ code }) => code);
    expect(facts({ catalogue: `${listed?.id}@${listed?.version}`, observed }).assessment).toMatchObject({
      deciding: false,
      advises: 'lookFurther',
    });
  });

  it('lets a list decide from its first day in Baku on', () => {
    const listed = cataloguesIn().map((one) => ({
      catalogue: { ...one.catalogue, validFrom: '2016-03-01' },
    }));
    const scored = (happenedAt: string) =>
      factsOf(new IndicatorCatalogues(listed), { catalogue: name, observed: strong }, happenedAt).assessment;
    expect(scored('2016-02-29T19:59:59.999Z')).toMatchObject({ deciding: false, advises: 'lookFurther' });
    expect(scored('2016-02-29T20:00:00.000Z')).toMatchObject({ deciding: true, advises: 'presume' });
  });

  it.each([
    ['list', { catalogue: 'nobody@1', observed: strong }, '/data/catalogue', 'unknown-catalogue'],
    [
      'version of a list',
      { catalogue: `${labour?.id}@99`, observed: strong },
      '/data/catalogue',
      'unknown-catalogue',
    ],
    ['indicator', { catalogue: name, observed: ['dr.no-such-thing'] }, '/data/observed', 'unknown-indicator'],
    [
      'policy',
      { catalogue: name, observed: strong, policy: 'constructor' },
      '/data/policy',
      'unknown-policy',
    ],
  ])('names a %s that is not in use here', (_what, data, pointer, code) => {
    expect(faultOf(data)).toEqual([{ pointer, code }]);
  });
});

describe('keeping a scoring', () => {
  it('keeps what was seen with the result and its explanation in both languages', () => {
    const fields = { catalogue: name, observed: strong.slice(0, 2), policy: 'palermo', ageStatus: 'child' };
    const place = {
      caseId: 'c',
      seq: 4,
      procedure: 'identification',
      command: 'recordIndicators',
      now: 'n',
      happenedAt: '2016-03-01T00:00:00.000Z',
      actorId: 'a',
      actorBodyId: 'b',
    };
    const [statement] = recordAssessment(catalogues)(
      { type: 'recordAssessment', procedureId: 'p', fields },
      place,
    );
    expect(statement?.values.slice(0, 5)).toEqual(['c', 'p', name, 'palermo', fields.observed]);
    const result = JSON.parse(String(statement?.values[5]));
    expect(result).toMatchObject({ ageStatus: 'child', policy: 'palermo' });
    expect(result.explanation.az.length).toBe(result.explanation.en.length);
  });
});
