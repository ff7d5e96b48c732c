import { words } from '#libs/vocabulary';

/** Ways in which it was tried to reach a person. */
export const attempts = {
  telephone: words('telefon', 'telephone'),
  visit: words('görüşə getmə', 'visit'),
  trustedPerson: words('etibar etdiyi şəxs vasitəsilə', 'through a person she trusts'),
  message: words('mesaj', 'message'),
} as const;

export const interpreters = {
  present: words('iştirak edib', 'present'),
  notNeeded: words('lazım deyil', 'not needed'),
  missing: words('olmayıb', 'missing'),
} as const;
