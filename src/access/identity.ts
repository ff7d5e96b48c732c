import type { BodyKind, Language, Role, Uuid } from '#libs/vocabulary';
import { nobody, type Identity as DatabaseIdentity } from '../platform/index.js';

/** Who is signed in, and in whose name she acts. */
export interface Identity {
  readonly accountId: Uuid;
  readonly name: string;
  readonly username: string;
  readonly role: Role;
  readonly bodyId: Uuid;
  readonly bodyKind: BodyKind;
  /** District of the body; null for a body of the whole country. */
  readonly district: string | null;
  readonly language: Language;
  /** Present for a session by cookie: unsafe methods must carry it. */
  readonly csrfToken?: string;
  /** A person by her session, a system of the body by its token. */
  readonly via: 'session' | 'token';
}

/**
 * The same person as row policies know her; `caseId` only where another ground than participation was shown. Who keeps
 * accounts and sees no case stands for no body there, whichever her account belongs to.
 */
export function actingAs({ accountId, bodyId, role }: Identity, caseId?: Uuid): DatabaseIdentity {
  return { userId: accountId, bodyId: role === 'administrator' ? nobody.bodyId : bodyId, role, caseId };
}
