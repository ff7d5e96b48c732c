import { procedures } from '#libs/procedures';
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
});
