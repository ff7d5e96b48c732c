import { builtInCatalogues } from '#libs/indicators';
import { procedures } from '#libs/procedures';
import { unverified } from '../pages/admin/view-model.js';
import provenance from './provenance.az.json' with { type: 'json' };
import { lawInWords } from './law.js';

const cited = new Set(
  Object.values(procedures).flatMap(({ commands }) =>
    Object.values(commands).flatMap(({ legalBasis = [] }) => legalBasis),
  ),
);

describe('a source of law', () => {
  it('is cited in Azerbaijani without an English word, whatever step rests on it', () => {
    expect(cited.size).toBeGreaterThan(10);
    const english = [...cited].filter((source) =>
      /\b(decision|Law|of|on|Art|section|Plan \d|Rules|and)\b/.test(lawInWords(source, 'az')),
    );
    expect(english).toEqual([]);
  });

  it('keeps its numbers', () => {
    expect(lawInWords('Cabinet decision 131/2009 (Identification Rules), section 6', 'az')).toBe(
      'Nazirlər Kabinetinin 131/2009 nömrəli qərarı (müəyyən edilmə Qaydaları), bölmə 6',
    );
    expect(lawInWords('CETS 197 Art. 10(2)', 'az')).toBe(
      'Avropa Şurasının 197 nömrəli Konvensiyası, maddə 10(2)',
    );
    expect(lawInWords('CETS 197 Art. 10(2)', 'en')).toBe('CETS 197 Art. 10(2)');
  });

  it('and where a value of law comes from is told in Azerbaijani too, and nothing is told that nobody asks', () => {
    const { terms, duties, holidays, calendar } = unverified('az');
    const values = [...terms, ...duties, ...holidays, ...(calendar ? [calendar] : [])];
    const lists = Object.values(builtInCatalogues).map(({ source }) => source);
    const sources: string[] = [
      ...values.map(({ source }) => source),
      ...[...terms, ...duties].map(({ legalBasis }) => legalBasis),
      ...lists.flatMap(({ title, reference, note = '' }) => [title, reference, note]),
    ].filter((source) => source !== '');
    expect(sources.length).toBeGreaterThan(40);
    const english = /\b(the|of|from|to|rule|law|decision|order|section|and|seen|Art)\b/i;
    expect(sources.filter((source) => english.test(lawInWords(source, 'az')))).toEqual([]);
    expect(Object.keys(provenance).filter((source) => !sources.includes(source))).toEqual([]);
  });
});
