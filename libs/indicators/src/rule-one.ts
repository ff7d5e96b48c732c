import type { Words } from './words.js';

/** How many indicators of each strength were observed in one dimension. */
export interface Counts {
  strong: number;
  medium: number;
  weak: number;
}

/**
 * Rule 1 (ILO/EC 2009, WCMS_105023, p. 3): a dimension is positive with two strong; or one strong and one medium
 * or weak; or three medium; or two medium and one weak. Everything else is negative.
 */
export function isPositive({ strong, medium, weak }: Counts): boolean {
  return strong >= 2 || (strong >= 1 && medium + weak >= 1) || medium >= 3 || (medium >= 2 && weak >= 1);
}

/** Why Rule 1 gives what it gives, in words. */
export function reasonOf(counts: Counts): Words {
  return isPositive(counts) ? whyPositive(counts) : whyNegative(counts);
}

function whyPositive({ strong, medium }: Counts): Words {
  if (strong >= 2) return { az: 'iki güclü göstərici kifayətdir', en: 'two strong indicators are enough' };
  if (strong === 1) {
    return {
      az: 'bir güclü və bir orta və ya zəif göstərici kifayətdir',
      en: 'one strong with one medium or weak indicator is enough',
    };
  }
  if (medium >= 3) return { az: 'üç orta göstərici kifayətdir', en: 'three medium indicators are enough' };
  return {
    az: 'iki orta və bir zəif göstərici kifayətdir',
    en: 'two medium with one weak indicator are enough',
  };
}

function whyNegative({ strong, medium, weak }: Counts): Words {
  if (strong === 1) {
    return {
      az: 'tək güclü göstərici hələ kifayət deyil',
      en: 'one strong indicator alone is not yet enough',
    };
  }
  if (medium === 2) {
    return {
      az: 'iki orta göstərici hələ kifayət deyil',
      en: 'two medium indicators alone are not yet enough',
    };
  }
  if (medium === 1) {
    return { az: 'bir orta göstərici hələ kifayət deyil', en: 'one medium indicator is not yet enough' };
  }
  if (weak > 0)
    return { az: 'zəif göstəricilər təkbaşına kifayət deyil', en: 'weak indicators alone are not enough' };
  return { az: 'göstərici qeyd olunmayıb', en: 'no indicator was recorded' };
}
