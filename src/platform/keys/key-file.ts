import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Reads the installation key from a file (base64 of 32 bytes, mode 0600). `create` writes a random one where none
 * is; two processes starting together agree on one. Throws when others may read the file or it holds no key.
 */
export async function readKeyFile(file: string, { create }: { create: boolean }): Promise<Buffer> {
  const mode = await modeOf(file);
  if (mode === undefined) {
    if (!create) throw new Error(`no key at ${file}: create it with \`openssl rand -base64 32\`, mode 0600`);
    await createKeyFile(file);
  } else if ((mode & 0o077) !== 0) {
    throw new Error(`others may read the key at ${file}: set its mode to 0600`);
  }
  const key = Buffer.from(await readFile(file, 'utf8'), 'base64');
  if (key.length !== 32) throw new Error(`the file ${file} holds no key of 32 bytes in base64`);
  return key;
}

async function modeOf(file: string): Promise<number | undefined> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return found?.mode;
}

/** A link appears whole or not at all, and only the first one stands. */
async function createKeyFile(file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  await chmod(draft, 0o600);
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
}
