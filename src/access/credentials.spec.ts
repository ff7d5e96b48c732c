import { codeAt, stepOfCode, toBase32 } from './one-time-code.js';
import { credentialsOf, csrfFits, endedSessionCookie, newSecret, sessionCookie } from './credentials.js';
import { assertFit, hashPassword, passwordFits, UnfitPassword } from './passwords.js';

describe('one-time codes', () => {
  const secret = Buffer.from('12345678901234567890');

  // RFC 6238, appendix B (SHA-1), last six digits
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at %d s are those of RFC 6238', (seconds, code) => {
    expect(codeAt(secret, Math.floor(seconds / 30))).toBe(code);
    expect(stepOfCode(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  it('are taken one step early or late, not two', () => {
    const wall = 1_234_567_890_000;
    const step = Math.floor(wall / 30_000);
    const taken = [-2, -1, 0, 1, 2].map(
      (off) => stepOfCode(secret, codeAt(secret, step + off), wall) !== null,
    );
    expect(taken).toEqual([false, true, true, true, false]);
    expect(stepOfCode(secret, '', wall)).toBeNull();
  });

  it('write the secret in base 32 (RFC 4648)', () => {
    expect(toBase32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
  });
});

describe('passwords', () => {
  it('are hashed with argon2id at the stated cost', async () => {
    const hash = await hashPassword('nar çiçəyi 2016');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$/);
    expect(await passwordFits(hash, 'nar çiçəyi 2016')).toBe(true);
    expect(await passwordFits(hash, 'nar çiçəyi 2017')).toBe(false);
  });

  it('count the same however their letters are composed', async () => {
    expect(await passwordFits(await hashPassword('çiçək'.normalize('NFD')), 'çiçək'.normalize('NFC'))).toBe(
      true,
    );
  });

  it('of nobody never fit, not even the one of the decoy', async () => {
    expect(await passwordFits(undefined, 'nobody has this password')).toBe(false);
  });

  it('have 12 to 256 characters', () => {
    expect(() => assertFit('a'.repeat(11))).toThrow(UnfitPassword);
    expect(() => assertFit('a'.repeat(257))).toThrow(UnfitPassword);
    expect(() => assertFit('a'.repeat(12))).not.toThrow();
  });
});

describe('what a request brings', () => {
  const secret = newSecret();

  it('is the cookie among others, or a bearer token', () => {
    expect(credentialsOf({ cookie: `a=b; nrm_session=${secret}; c=d` })).toEqual({ kind: 'session', secret });
    expect(credentialsOf({ authorization: `Bearer nrm_${secret}` })).toEqual({
      kind: 'token',
      secret: `nrm_${secret}`,
    });
  });

  it('is nothing when malformed, and a wrong header is not saved by a cookie', () => {
    expect(credentialsOf({ cookie: `xnrm_session=${secret}` })).toBeUndefined();
    expect(credentialsOf({ cookie: 'nrm_session=short' })).toBeUndefined();
    expect(credentialsOf({ authorization: 'Basic abc', cookie: `nrm_session=${secret}` })).toBeUndefined();
    expect(credentialsOf({})).toBeUndefined();
  });

  it('goes out as a cookie that scripts and other sites cannot use', () => {
    expect(sessionCookie(secret, { secure: true })).toBe(
      `nrm_session=${secret}; Max-Age=43200; Path=/; HttpOnly; SameSite=Strict; Secure`,
    );
    expect(endedSessionCookie({ secure: false })).toBe(
      'nrm_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict',
    );
  });

  it('has 256 random bits', () => {
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(newSecret()).not.toBe(secret);
  });

  it('carries the CSRF token of its own session', () => {
    expect(csrfFits('abc', 'abc')).toBe(true);
    expect([csrfFits('abc', 'abd'), csrfFits('abc', undefined), csrfFits(undefined, undefined)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
