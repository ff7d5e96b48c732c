import { fill, languages, type Language, type Words, words } from '#libs/vocabulary';
import az from './az.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };

export type WordKey = keyof typeof en;
type Values = Readonly<Record<string, string | number>>;

const tables: Record<Language, Readonly<Record<string, string>>> = { az, en };

/** The sentence of that key with its `{places}` filled. @throws for an unknown key: a defect, found by tests. */
export function say(language: Language, key: string, values?: Values): string {
  const sentence = tables[language][key];
  if (sentence === undefined) throw new Error(`No words for "${key}" in ${language}`);
  return fill(sentence, values);
}

/** The sentence of that key in each language. */
export const inBoth = (key: string): Words => words(say('az', key), say('en', key));

/** As `say`, or nothing where the key is unknown: for codes that come as data. */
export const sayIfKnown = (language: Language, key: string): string | undefined => tables[language][key];

/** Chooses between `<key>.one` and `<key>.other`; `{n}` is the number. */
export function sayCounted(language: Language, key: string, n: number): string {
  const form = new Intl.PluralRules(language).select(n) === 'one' ? 'one' : 'other';
  return say(language, `${key}.${form}`, { n });
}

/** Who acted or read: an officer by her name, a system as one; null where the name is not told. */
export const named = (
  { name, system }: { readonly name: string | null; readonly system: boolean },
  language: Language,
): string | null => (name !== null && system ? say(language, 'actor.system', { name }) : name);

/** Labels of data are stored as they stand in a sentence; i and ı have capitals of their own in Azerbaijani. */
export const capitalised = (label: string, language: Language): string =>
  label.charAt(0).toLocaleUpperCase(language) + label.slice(1);

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language);
