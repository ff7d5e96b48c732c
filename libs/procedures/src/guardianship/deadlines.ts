import { words, type DeadlineSpec } from '#libs/vocabulary';

export const deadlines = {
  interimRepresentative: {
    label: words('müvəqqəti nümayəndə', 'interim representative'),
    protects: 'body',
    ladder: true,
  },
  appointment: {
    label: words('qəyyum və ya himayəçinin təyini', 'appointment of a guardian or trustee'),
    protects: 'body',
    ladder: true,
  },
  visit: { label: words('uşağa baş çəkmə', 'visit to the child'), protects: 'body', ladder: true },
  /** First six months ahead, to plan; then when the month of the eighteenth birthday has ended. */
  transitionAt18: {
    label: words('yetkinlik yaşına keçid', 'transition at eighteen'),
    protects: 'person',
    ladder: true,
  },
} as const satisfies Record<string, DeadlineSpec>;
