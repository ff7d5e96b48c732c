import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export const sessionCookieName = 'nrm_session';
/** Wall time. */
export const sessionHours = 12;
export const idleMinutes = 60;

/** What a request brings along to say who it is. */
export interface Credentials {
  readonly kind: 'session' | 'token';
  readonly secret: string;
}

interface Headers {
  readonly authorization?: string | undefined;
  readonly cookie?: string | undefined;
}

/** A bearer token wins over a cookie, even a wrong one: a machine never acts by a person's session. */
export function credentialsOf({ authorization, cookie }: Headers): Credentials | undefined {
  if (authorization !== undefined) {
    const secret = /^Bearer ([\w-]{20,100})$/i.exec(authorization)?.[1];
    return secret ? { kind: 'token', secret } : undefined;
  }
  const pair = cookie?.split(';').find((part) => part.trim().startsWith(`${sessionCookieName}=`));
  const secret = pair?.trim().slice(sessionCookieName.length + 1);
  return secret && /^[\w-]{43}$/.test(secret) ? { kind: 'session', secret } : undefined;
}

/** The `Set-Cookie` value of a session; `secure` wherever the pages come over TLS. */
export function sessionCookie(token: string, { secure }: { secure: boolean }): string {
  return `${sessionCookieName}=${token}; Max-Age=${sessionHours * 3600}; ${attributes(secure)}`;
}

/** The `Set-Cookie` value that removes the session. */
export function endedSessionCookie({ secure }: { secure: boolean }): string {
  return `${sessionCookieName}=; Max-Age=0; ${attributes(secure)}`;
}

/** 256 random bits, 43 characters. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored instead of a secret: SHA-256, enough for 256 random bits. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Compares a CSRF token with the one of the session, in constant time. */
export function csrfFits(expected: string | undefined, given: unknown): boolean {
  if (!expected || typeof given !== 'string') return false;
  return timingSafeEqual(Buffer.from(hashSecret(expected)), Buffer.from(hashSecret(given)));
}

function attributes(secure: boolean): string {
  return `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
}
