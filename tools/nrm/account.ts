import { randomUUID } from 'node:crypto';
import { addFirstAdministrator, type FirstAdministrator } from '../../src/access/index.js';
import { Database, DatabaseError, nobody } from '../../src/platform/index.js';

type Say = (line: string) => void;

const faults: Record<string, string> = {
  unique: 'Somebody has this username already.',
  check: 'A username has 2 to 60 letters, digits, dots, dashes or underscores.',
};

/** Adds an administrator and says what came of it; false where none was added. */
export async function createAdministrator(
  url: string,
  asked: Omit<FirstAdministrator, 'id'>,
  say: Say,
): Promise<boolean> {
  const database = new Database({ url, poolSize: 1, name: 'nrm-account' });
  try {
    const id = randomUUID();
    const added = await database.inTransaction({ ...nobody, userId: id }, (tx) =>
      addFirstAdministrator(tx, { ...asked, id }),
    );
    say(
      added
        ? `Administrator ${asked.username} was added; she signs in and adds the others.`
        : 'There is an administrator already. Who wants another one says --another.',
    );
    return added;
  } catch (error) {
    const fault = error instanceof DatabaseError ? faults[error.kind] : undefined;
    if (fault === undefined && !(error instanceof RangeError)) throw error;
    say(fault ?? String((error as Error).message));
    return false;
  } finally {
    await database.close();
  }
}
