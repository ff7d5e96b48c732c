// Writes what is generated from the code and kept in the repository: the ids of the plan, docs/openapi.json, the
// pictures in docs/diagrams and the glossary. With --check it writes nothing and fails where a file differs from its source.
// `npm run generate` builds first: the pictures are read from dist.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drift, write } from './diagrams/drift.mjs';
import { startPostgres } from './postgres/launch.mjs';
import { connected, provision } from './postgres/provision.mjs';

const check = process.argv.includes('--check');
const folder = 'docs/diagrams';
const fromDist = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);

for (const tool of ['tools/plan/generate-ids.mjs', 'tools/openapi/openapi.mjs']) {
  const run = spawnSync(process.execPath, [tool, ...(check ? ['--check'] : [])], { stdio: 'inherit' });
  if (run.status !== 0) process.exitCode = 1;
}

const { procedures } = await fromDist('libs/procedures/src/index.js');
const all = Object.values(procedures);
const pages = [...(await statecharts()), await entityRelations(), await glossary()];
if (check) compare();
else write('.', folder, pages);
console.log(`${pages.length} pages ${check ? 'compared' : 'written'}`);

function compare() {
  const { changed, left } = drift('.', folder, pages);
  for (const path of changed) console.error(`${path} differs from its source: npm run generate`);
  for (const path of left) console.error(`${path} has no source any more: npm run generate`);
  if (changed.length + left.length > 0) process.exitCode = 1;
}

async function statecharts() {
  const { statechartPage } = await fromDist('tools/diagrams/statechart.js');
  return all.map(statechartPage);
}

async function glossary() {
  const { glossaryPage } = await fromDist('tools/glossary/glossary.js');
  return glossaryPage(all, readFileSync('libs/plan/data/nap-2014-2018/plan.az.txt', 'utf8'));
}

/** Migrates an empty database on a server of its own, so that the picture shows what an installation gets. */
async function entityRelations() {
  const { migrate } = await fromDist('src/platform/database/migrate.js');
  const { entityRelationsPage } = await fromDist('tools/diagrams/entity-relations.js');
  const directory = mkdtempSync(join(tmpdir(), 'nrm-generate-'));
  chmodSync(directory, 0o755);
  const server = await startPostgres({ directory: join(directory, 'postgres'), fast: true });
  try {
    await provision(server, 'istiqamet');
    await migrate(server.urlOf('nrm_owner', 'istiqamet'));
    return await connected(server.urlOf('nrm_owner', 'istiqamet'), entityRelationsPage);
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
