import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CannotDecrypt, decrypt, encrypt, LocalKey, openKeyProvider, subKey } from './index.js';

describe('an encrypted text', () => {
  const key = randomBytes(32);
  const sealed = encrypt(key, Buffer.from('gizli söz', 'utf8'), ['case', 'identity']);

  it('opens at its place under its key', () => {
    expect(decrypt(key, sealed, ['case', 'identity']).toString('utf8')).toBe('gizli söz');
  });

  it('never looks the same twice', () => {
    expect(encrypt(key, Buffer.from('x'), [])).not.toEqual(encrypt(key, Buffer.from('x'), []));
  });

  it.each([
    ['at another place', key, sealed, ['case', 'contact']],
    ['where the parts of the place are cut otherwise', key, sealed, ['casei', 'dentity']],
    ['under another key', randomBytes(32), sealed, ['case', 'identity']],
    ['with one bit turned', key, turnLastBit(sealed), ['case', 'identity']],
    ['cut short', key, sealed.subarray(0, 20), ['case', 'identity']],
    ['in an unknown format', key, Buffer.concat([Buffer.of(2), sealed.subarray(1)]), ['case', 'identity']],
  ])('does not open %s', (_how, withKey, bytes, place) => {
    expect(() => decrypt(withKey, bytes, place)).toThrow(CannotDecrypt);
  });

  it('gives each purpose a key of its own', () => {
    expect(subKey(key, 'a')).not.toEqual(subKey(key, 'b'));
    expect(subKey(key, 'a')).toHaveLength(32);
  });
});

describe('an installation key', () => {
  it('wraps a data key for one place', async () => {
    const provider = new LocalKey('env', randomBytes(32));
    const dataKey = randomBytes(32);
    const wrapped = await provider.wrap(dataKey, ['a']);
    expect(await provider.unwrap(wrapped, ['a'])).toEqual(dataKey);
    await expect(provider.unwrap(wrapped, ['b'])).rejects.toThrow(CannotDecrypt);
    await expect(new LocalKey('env', randomBytes(32)).unwrap(wrapped, ['a'])).rejects.toThrow(CannotDecrypt);
  });

  it('derives the same key for a purpose each time, and has 32 bytes', async () => {
    const master = randomBytes(32);
    const first = await new LocalKey('env', master).derive('x');
    expect(await new LocalKey('env', Buffer.from(master)).derive('x')).toEqual(first);
    expect(() => new LocalKey('env', randomBytes(16))).toThrow(RangeError);
  });
});

describe('a key file', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'nrm-keys-'));
  const settings = (name: string, environment: 'development' | 'production' = 'development') => ({
    environment,
    keys: { provider: 'file', file: path.join(directory, name, 'master.key') } as const,
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it('is created on the first start for its owner only, and read on the next', async () => {
    const wanted = settings('first');
    const before = await (await openKeyProvider(wanted)).derive('x');
    expect(statSync(wanted.keys.file).mode & 0o777).toBe(0o600);
    expect(await (await openKeyProvider(wanted)).derive('x')).toEqual(before);
  });

  it('is one, although two processes create it at once', async () => {
    const starts = Array.from({ length: 8 }, async () =>
      (await openKeyProvider(settings('race'))).derive('x'),
    );
    const keys = new Set((await Promise.all(starts)).map((key) => key.toString('hex')));
    expect(keys.size).toBe(1);
  });

  it('is refused when others may read it, when it holds no key, and never created in production', async () => {
    const open = settings('open');
    await openKeyProvider(open);
    chmodSync(open.keys.file, 0o640);
    await expect(openKeyProvider(open)).rejects.toThrow('others may read');
    chmodSync(open.keys.file, 0o600);
    writeFileSync(open.keys.file, readFileSync(open.keys.file, 'utf8').slice(0, 8));
    await expect(openKeyProvider(open)).rejects.toThrow('holds no key');
    await expect(openKeyProvider(settings('live', 'production'))).rejects.toThrow('no key at');
  });
});

function turnLastBit(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  return changed;
}
