import type { warningPercents } from '#libs/calendar';
import { words, type Words } from '#libs/vocabulary';

type BeforeItPasses = Exclude<(typeof warningPercents)[number], 100>;

/** Notices of the clocks; those of the procedures stand with the procedures. */
export const deadlineNoticeLabels = {
  'deadline-50': words('Müddətin yarısı keçdi', 'Half of the term has passed'),
  'deadline-80': words('Müddət bitmək üzrədir', 'The term is about to end'),
  'deadline-passed': words('Müddət keçdi', 'The deadline has passed'),
} as const satisfies Record<`deadline-${BeforeItPasses | 'passed'}`, Words>;

/** Notices about the accounts of a body; they tell of no case. */
export const accountNoticeLabels = {
  'password-set': words(
    'İnzibatçı bir hesabın parolunu dəyişdi: hesabın sahibindən bunu xahiş etdiyini öyrənin',
    'An administrator set the password of an account: ask its holder whether she wanted it',
  ),
  'token-issued': words(
    'İnzibatçı bir qurumun sisteminə token verdi: sistem həmin qurumun adından hərəkət edə bilər',
    'An administrator issued a token to a system of a body: it may act in the name of that body',
  ),
} as const satisfies Record<string, Words>;
