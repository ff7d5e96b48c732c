import fc from 'fast-check';

/** Who may be handed a case, and hands it on: the owner of the beginning is the police. */
export const parties = ['police', 'social', 'ngo', 'shelter2', 'guardian', 'investigator'] as const;
export type Party = (typeof parties)[number];

/** One wish in a schedule. Whether it is lawful when its turn comes is for the rulebook to say. */
export interface Wish {
  readonly act: 'transfer' | 'accept' | 'redirect' | 'withdraw';
  /** Who offers or acts where `rightly` is not so. */
  readonly by: Party;
  readonly to: Party;
  /** Which of the handoffs under way, counted round. */
  readonly which: number;
  /** By who may: the owner, the receiver, the sender. Else by whoever `by` says. */
  readonly rightly: boolean;
}

const party = fc.constantFrom(...parties);
const wish: fc.Arbitrary<Wish> = fc.record({
  act: fc.constantFrom('transfer', 'transfer', 'accept', 'redirect', 'withdraw'),
  by: party,
  to: party,
  which: fc.nat(9),
  rightly: fc.integer({ min: 1, max: 4 }).map((n) => n > 1),
});

export const schedules = (shape: { readonly minLength: number; readonly maxLength: number }) =>
  fc.array(wish, { ...shape, size: 'max' });

/** What a transfer is sent with. */
export const transfer = {
  kind: 'transfer',
  purpose: 'assistance',
  basis: 'consent',
  consentGiven: true,
} as const;
