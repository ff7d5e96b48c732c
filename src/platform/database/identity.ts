/** On whose behalf a transaction runs; row policies read it as `app.user_id`, `app.body_id`, `app.role`. */
export interface Identity {
  readonly userId: string;
  readonly bodyId: string;
  readonly role: string;
  /** The one case for which another ground than participation was shown (break-glass, return code, sample). */
  readonly caseId?: string | undefined;
}

/** Nobody in particular: signing in, health, the application's own rounds. Policies then see empty settings. */
export const nobody: Identity = { userId: '', bodyId: '', role: '' };
