import { checkpointKey, publicKeyOf, type CheckpointKey } from '#libs/timeline';
import { checkpointPurpose } from '../../src/access/index.js';
import { loadKeySettings } from '../../src/config/index.js';
import { openKeyProvider } from '../../src/platform/index.js';

/** The signing key of this installation. Creates none: throws where there is no installation key. */
export async function signingKey(environment: NodeJS.ProcessEnv = process.env): Promise<CheckpointKey> {
  const keys = loadKeySettings(environment);
  const provider = await openKeyProvider({ keys, environment: 'production' });
  return checkpointKey(await provider.derive(checkpointPurpose));
}

/** The key that checkpoints must be signed with: the one given, else that of this installation. */
export const verifyingKey = async (given: string | undefined): Promise<CheckpointKey['publicKey']> =>
  given === undefined ? (await signingKey()).publicKey : publicKeyOf(given);
