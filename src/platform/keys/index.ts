export { CannotDecrypt, decrypt, encrypt, subKey } from './box.js';
export { KEY_PROVIDER, type KeyProvider } from './key-provider.js';
export { LocalKey } from './local-key.js';
export { openKeyProvider } from './open-key-provider.js';
