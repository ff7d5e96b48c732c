import type { CarriedFloor, CarriedPlacement, ClockRequest } from '../cases/index.js';

/** The part of the case room that the sweep knocks at. */
export interface ClockDoor {
  /** Commits the passing of one deadline. Throws CaseFault `refused` when its clock does not run or is not due. */
  clock(request: ClockRequest): Promise<unknown>;
  /** Commits the floor of a voided duplicate to the case that remains. */
  carryFloor(floor: CarriedFloor): Promise<unknown>;
  /** The same for a placement, with the bed that it keeps. */
  carryPlacement(placement: CarriedPlacement): Promise<unknown>;
}

/** Injection token of the ClockDoor. */
export const CLOCK_DOOR = Symbol('CLOCK_DOOR');
