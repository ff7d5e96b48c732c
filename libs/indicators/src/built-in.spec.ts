import { builtInCatalogues } from './built-in.js';
import type { Catalogue } from './catalogue.js';
import { FORCED_LABOUR_SIGNS } from './catalogue.js';
import { DIMENSIONS } from './dimensions.js';

const { labourAdult, labourChild, sexualAdult, sexualChild, forcedLabour, unodcGeneral } = builtInCatalogues;

/** One text per dimension: how many S, M and W it has. */
function shape(catalogue: Catalogue): string[] {
  if (catalogue.weighting === 'unweighted') return [];
  return DIMENSIONS.map((dimension) => {
    const inside = catalogue.indicators.filter((it) => it.dimension === dimension);
    const count = (strength: string) => inside.filter((it) => it.strength === strength).length;
    return `${dimension} ${inside.length}: ${count('S')}S ${count('M')}M ${count('W')}W`;
  });
}

function codesOf(catalogue: Catalogue, strength: string): string[] {
  if (catalogue.weighting === 'unweighted') return [];
  return catalogue.indicators
    .filter((it) => it.strength === strength)
    .map((it) => it.code)
    .sort();
}

describe('the catalogues that come with the program', () => {
  it('labour, adults: 67 indicators, 10/10/16/9/15/7', () => {
    expect(labourAdult.indicators).toHaveLength(67);
    expect(shape(labourAdult)).toEqual([
      'DR 10: 1S 8M 1W',
      'CR 10: 1S 9M 0W',
      'RV 16: 0S 14M 2W',
      'EX 9: 1S 7M 1W',
      'CD 15: 4S 10M 1W',
      'VD 7: 0S 5M 2W',
    ]);
  });

  it('labour, children: 65 indicators, none weak', () => {
    expect(labourChild.indicators).toHaveLength(65);
    expect(shape(labourChild)).toEqual([
      'DR 10: 2S 8M 0W',
      'CR 10: 4S 6M 0W',
      'RV 15: 0S 15M 0W',
      'EX 8: 1S 7M 0W',
      'CD 15: 8S 7M 0W',
      'VD 7: 0S 7M 0W',
    ]);
  });

  it('names exactly these labour indicators strong or weak; every other is medium', () => {
    const strongForAll = ['dr.nature-of-job', 'cr.violence', 'ex.excessive-hours'];
    const coercion = [
      'cd.confiscation-of-documents',
      'cd.debt-bondage',
      'cd.isolation-or-confinement',
      'cd.violence',
    ];
    expect(codesOf(labourAdult, 'S')).toEqual([...strongForAll, ...coercion].sort());
    expect(codesOf(labourAdult, 'W')).toEqual([
      'cd.threat-to-inform-family-or-public',
      'dr.access-to-education',
      'ex.no-education',
      'rv.cultural-or-religious-beliefs',
      'rv.general-context',
      'vd.past-difficulties',
      'vd.personal-characteristics',
    ]);
    const strongForChildren = [
      'dr.access-to-education',
      'cr.threats-of-violence',
      'cr.abduction-or-selling',
      'cr.debt-bondage',
      'cd.threats-of-violence',
      'cd.forced-into-illicit-activities',
      'cd.forced-tasks-or-clients',
      'cd.under-strong-influence',
    ];
    expect(codesOf(labourChild, 'S')).toEqual([...strongForAll, ...coercion, ...strongForChildren].sort());
    const childCodes = new Set(labourChild.indicators.map((it) => it.code));
    const adultsOnly = labourAdult.indicators.map((it) => it.code).filter((code) => !childCodes.has(code));
    expect(adultsOnly).toEqual(['rv.false-information-law', 'ex.no-social-protection']);
  });

  it('the sexual sets are unverified and keep the few strengths that are known', () => {
    expect([sexualAdult.provenance, sexualChild.provenance]).toEqual(['unverified', 'unverified']);
    expect(shape(sexualAdult)[3]).toMatch(/^EX \d+: 0S/);
    for (const each of [sexualAdult, sexualChild]) {
      expect(each.indicators).toContainEqual(
        expect.objectContaining({ code: 'cd.forced-tasks-or-clients', strength: 'S' }),
      );
    }
    expect(sexualChild.indicators).toContainEqual(
      expect.objectContaining({ code: 'ex.hazardous-work', strength: 'S' }),
    );
  });

  it('forced labour: the eleven signs in the official order; UNODC: without weights', () => {
    expect(forcedLabour.indicators.map((it) => it.code)).toEqual([...FORCED_LABOUR_SIGNS]);
    expect(unodcGeneral.weighting).toBe('unweighted');
    expect(unodcGeneral.indicators).toHaveLength(35);
  });

  it('every indicator stands under the dimension its code begins with; every sign of forced labour is pointed to', () => {
    const pointedTo = new Set<string>();
    for (const each of [labourAdult, labourChild, sexualAdult, sexualChild]) {
      if (each.weighting === 'unweighted') throw new Error(`${each.id} has lost its weights`);
      for (const it of each.indicators) {
        expect(it.code.slice(0, 2).toUpperCase()).toBe(it.dimension);
        for (const sign of it.forcedLabour) pointedTo.add(sign);
      }
    }
    expect([...pointedTo].sort()).toEqual([...FORCED_LABOUR_SIGNS].sort());
  });

  it('the same code has the same title in every list', () => {
    const titles = new Map<string, string>();
    for (const it of Object.values(builtInCatalogues).flatMap((each) => each.indicators as Named[])) {
      const title = JSON.stringify(it.title);
      expect(titles.get(it.code) ?? title).toBe(title);
      titles.set(it.code, title);
    }
  });

  it('is known by an id and version of its own', () => {
    const names = Object.values(builtInCatalogues).map((it) => `${it.id}@${it.version}`);
    expect(new Set(names).size).toBe(6);
  });
});

type Named = { code: string; title: unknown };
