import { publicKeyText, type CheckpointKey } from '#libs/timeline';
import { checkpointOf, newestRead, writeCheckpoints } from '../../src/cases/index.js';
import { Database, nobody } from '../../src/platform/index.js';

type Say = (line: string) => void;

/**
 * Signs what moved since the last round and says what an outside body should keep: the public key, and the newest
 * checkpoint. False where a timeline does not meet what was signed of it before.
 */
export async function checkpointDatabase(url: string, key: CheckpointKey, say: Say): Promise<boolean> {
  const database = new Database({ url, poolSize: 1, name: 'nrm-checkpoint' });
  try {
    const { written, contradicting } = await writeCheckpoints(database, key);
    const [read] = await database.inTransaction(nobody, (tx) => tx.batch([newestRead]));
    const [newest] = (read?.rows ?? []).map(checkpointOf);
    say(`${written} timelines signed.`);
    if (contradicting > 0) say(`${contradicting} timelines do not meet their last checkpoint: verify them.`);
    say(`public key: ${publicKeyText(key.publicKey)}`);
    if (newest) say(`checkpoint ${newest.number} of ${newest.at}: ${newest.signature}`);
    return contradicting === 0;
  } finally {
    await database.close();
  }
}
