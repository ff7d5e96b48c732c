import fs from 'node:fs';

/** Stops the server of this run, if a spec asked for one, and removes its directory. */
export default async function tearDown() {
  const { run, desk } = globalThis.testRun;
  desk.closeAllConnections();
  desk.close();
  const started = await Promise.resolve(run.starting).catch(() => undefined);
  await started?.server.stop();
  fs.rmSync(run.directory, { recursive: true, force: true });
}
