import type { CookieOptions } from 'express';

/** A cookie of a request; a malformed value counts as none. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const pair = header?.split(';').find((part) => part.trim().startsWith(`${name}=`));
  const value = pair?.trim().slice(name.length + 1);
  return value && /^[\w-]+$/.test(value) ? value : undefined;
}

/** Read by no script and sent by no other site. */
export const strictCookie = (secure: boolean): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  path: '/',
  secure,
});
