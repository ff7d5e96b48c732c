import { supportRoles, type Role } from '#libs/vocabulary';
import type { Identity } from '../access/index.js';
import type { HouseShown } from './houses.service.js';

/** Roles whose own work is to arrange a place, or to see that there are enough. */
const arranging: readonly Role[] = [...supportRoles, 'hotlineOperator', 'guardianshipOfficer', 'coordinator'];

/**
 * Whether the reader is told where houses lie and how many of their beds are free. Whoever meets a person may ask for a
 * place, and the rulebook asks the house: she needs no numbers for it, and read from one day to the next they would tell
 * where somebody went.
 */
export const knowsNumbers = ({ role, bodyKind }: Identity): boolean =>
  arranging.includes(role) || bodyKind === 'shelter';

const restricted = { restricted: true } as const;
type Restricted = typeof restricted;

/** A house of which the reader learns no more than that there is one. */
export interface HouseUnnumbered extends Omit<HouseShown, 'region' | 'guarded' | 'free' | 'beds'> {
  readonly region: Restricted;
  readonly guarded: Restricted;
  readonly free: Restricted;
  readonly beds: Restricted;
}

export const unnumbered = (house: HouseShown): HouseUnnumbered => ({
  ...house,
  region: restricted,
  guarded: restricted,
  free: restricted,
  beds: restricted,
});
