import type { Config } from '../../config/index.js';
import { readKeyFile } from './key-file.js';
import type { KeyProvider } from './key-provider.js';
import { LocalKey } from './local-key.js';

/**
 * The key provider that the settings name. Outside production a missing key file is created; production neither
 * creates one nor (see the settings) takes one from inside the data directory.
 */
export async function openKeyProvider({
  keys,
  environment,
}: Pick<Config, 'keys' | 'environment'>): Promise<KeyProvider> {
  if (keys.provider === 'env') return new LocalKey('env', Buffer.from(keys.masterKey, 'base64'));
  return new LocalKey('file', await readKeyFile(keys.file, { create: environment !== 'production' }));
}
