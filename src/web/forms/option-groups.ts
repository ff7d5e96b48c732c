import { type Catalogue, dimensionNames, DIMENSIONS } from '#libs/indicators';
import type { Language, Words } from '#libs/vocabulary';
import { capitalised } from '../words/words.js';
import { groupOf } from './field-kind.js';
import { type Posted, valueOf } from './posted.js';

export interface Option {
  readonly value: string;
  readonly text: string;
  /** Of the group in which it stands in a list. */
  readonly title?: string;
}

/** Choices of one question that stand together under a title. */
export interface OptionGroup {
  /** What its inputs are called in the form. */
  readonly name: string;
  readonly title: string;
  readonly options: readonly Option[];
  /** The answer typed, where a group takes one. */
  readonly value: string;
}

/** What the inputs of one group of a question are called in the form. */
export const groupName = (name: string, group: string): string => `${name}-${group}`;

/**
 * Answers whose codes are `GROUP.answer` and whose words are `Group: answer`, by group: one is given of each. The group
 * is said once, above its answers.
 */
export function answerGroups(
  name: string,
  options: readonly Option[],
  typed: Posted,
  language: Language,
): OptionGroup[] {
  const groups = [...new Set(options.map(({ value }) => groupOf(value) ?? ''))];
  return groups.map((group) => {
    const own = options.filter(({ value }) => groupOf(value) === group);
    const parts = own.map(({ value, text }) => ({ value, parts: text.split(': ') }));
    return {
      name: groupName(name, group),
      title: parts[0]?.parts[0] ?? group,
      options: parts.map(({ value, parts: [title = '', answer = title] }) => ({
        value,
        text: capitalised(answer, language),
      })),
      value: valueOf(typed, groupName(name, group)),
    };
  });
}

/** The indicators of a list, by dimension where it has any. */
export function indicatorGroups(name: string, catalogue: Catalogue, language: Language): OptionGroup[] {
  const optionOf = ({ code, title }: { code: string; title: Words }) => ({
    value: code,
    text: title[language],
  });
  if (catalogue.weighting === 'unweighted') {
    const options = catalogue.indicators.map(optionOf);
    return [{ name, title: catalogue.title[language], options, value: '' }];
  }
  return DIMENSIONS.map((dimension) => ({
    name,
    title: dimensionNames[dimension][language],
    options: catalogue.indicators.filter((indicator) => indicator.dimension === dimension).map(optionOf),
    value: '',
  })).filter(({ options }) => options.length > 0);
}
