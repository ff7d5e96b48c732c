import { startPostgres } from '../postgres/launch.mjs';
import { addressesOnTheirServer } from './their-roles.mjs';

const database = 'istiqamet';

/**
 * Provides PostgreSQL: the server that DATABASE_URL names, else one of our own in the data directory.
 * Gives `{summary, env, failed, stop}`; `env` holds the addresses for the application.
 */
export async function providePostgres(dataDirectory) {
  if (process.env.DATABASE_URL) return theirs(dataDirectory);
  const { provision } = await import('../postgres/provision.mjs');
  const directory = `${dataDirectory}/postgres`;
  let server = await startPostgres({ directory });
  await provision(server, database);
  const { port } = server;
  const watch = guard(
    () => server,
    async () => (server = await startPostgres({ directory, port })),
  );
  return {
    summary: `own server on port ${port}, data in ${directory}`,
    env: addresses(server),
    failed: watch.failed,
    stop: () => watch.stop(),
  };
}

async function theirs(dataDirectory) {
  return {
    summary: 'the server of DATABASE_URL',
    env: await addressesOnTheirServer(dataDirectory),
    failed: new Promise(() => undefined),
    stop: async () => undefined,
  };
}

/** A server that is killed is started again on the same port; committed work is in its log. */
function guard(current, restart) {
  let stopping = false;
  let giveUp;
  const failed = new Promise((_, reject) => (giveUp = reject));
  failed.catch(() => undefined);
  const watch = () =>
    current().exited.then(async () => {
      if (stopping) return;
      try {
        await current().stop();
        await restart();
        if (stopping) await current().stop();
        else watch();
      } catch (error) {
        giveUp(error);
      }
    });
  watch();
  return {
    failed,
    stop: () => {
      stopping = true;
      return current().stop();
    },
  };
}

function addresses({ urlOf }) {
  return {
    DATABASE_URL: urlOf('nrm_runtime', database),
    DATABASE_DIRECT_URL: urlOf('nrm_runtime', database),
    DATABASE_OWNER_URL: urlOf('nrm_owner', database),
    DATABASE_SWEEP_URL: urlOf('nrm_sweep', database),
    DATABASE_RELAY_URL: urlOf('nrm_relay', database),
  };
}
