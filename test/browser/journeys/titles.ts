import az from '../../../src/web/words/az.json' with { type: 'json' };
import en from '../../../src/web/words/en.json' with { type: 'json' };

const prefixes = [az['layout.faultPrefix'], en['layout.faultPrefix']].join('|');
const known = [...Object.values(az), ...Object.values(en)];

/** Titles stay in histories and on shared screens: only words of the pages themselves, and never the number of a case. */
export function isNeutral(title: string): boolean {
  const [said = '', name, ...more] = title.split(' – ');
  const plain = said.replace(new RegExp(`^(${prefixes}) `), '');
  return more.length === 0 && name === az['layout.name'] && known.includes(plain) && !/\d/.test(plain);
}
