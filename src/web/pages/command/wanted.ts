import type { Uuid } from '#libs/vocabulary';

/** The command that an address names. */
export interface Wanted {
  readonly caseId: Uuid;
  readonly procedure: string;
  readonly command: string;
  /** Absent for a command that starts a procedure. */
  readonly procedureId: Uuid | undefined;
}
