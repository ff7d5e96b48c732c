import { refuse, words, type Refusal, type Words } from '#libs/vocabulary';
import { reasons } from './reason-words.js';

export type ReasonCode = keyof typeof reasons;

/** A refusal whose words are in the table above. */
export const no = (code: ReasonCode, more: Omit<Refusal, 'kind' | 'code'> = {}): Refusal =>
  refuse(code, more);

/** The sentence of a refusal, its places not filled; the bare code where a later law brought one without words. */
export const reasonWords = (code: string): Words =>
  (reasons as Readonly<Record<string, Words>>)[code] ?? words(code, code);
