/** Cyrillic letters, Russian and the former Azerbaijani ones, as the Latin letters that are compared. */
const cyrillic = new Map(
  (
    'аa бb вv гg дd еe ёio жj зz иi йi кk лl мm нn оo пp рr сs тt уu фf хh цts чc шs щs ъ ыi ь эe юiu яia ' +
    'әa ғg ҝg өo үu һh ҹc јi'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** What is written in several ways, in the order of replacing. Coarse on purpose: too many hits do less harm than none. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/dzh|dj|zh|ch|j/g, 'c'],
  [/sh/g, 's'],
  [/kh|x/g, 'h'],
  [/gh|q/g, 'g'],
  [/w/g, 'v'],
  [/y/g, 'i'],
  [/[əe]/g, 'a'],
  [/(.)\1+/g, '$1'],
];
const patronymicEndings = new Set(['oglu', 'gizi']);
const most = 24;

/**
 * The words of a name as the index compares them: `Əliyev`, `Aliyev` and `Алиев` give the same. Words of one letter
 * and the endings of patronymics are left out; at most 24 words count.
 */
export function nameWords(text: string): string[] {
  const words = text
    .toLocaleLowerCase('az')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map(toLatin)
    .filter((word) => word.length > 1 && !patronymicEndings.has(word));
  return [...new Set(words)].slice(0, most);
}

function toLatin(word: string): string {
  const latin = [...word.replaceAll('ı', 'i')].map((letter) => cyrillic.get(letter) ?? letter).join('');
  const bare = latin.normalize('NFD').replace(/\p{M}/gu, '');
  return spellings.reduce((form, [written, as]) => form.replace(written, as), bare);
}
