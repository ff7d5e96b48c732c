import 'reflect-metadata';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { measures } from '#libs/plan';
import { seedDemoAccounts, seedDemoSystem } from '../src/access/index.js';
import { type Config, loadConfig, requireOwnerUrl } from '../src/config/index.js';
import { Database, nobody } from '../src/platform/index.js';
import { accountsGuide, casesGuide } from './seed/guide.js';
import { Past } from './seed/past.js';
import type { ToldCase } from './seed/teller.js';

/**
 * Every start: the plan is there; with NRM_DEMO=1, never in production, also the demo accounts and, in an empty
 * database, synthetic cases. Prints the accounts and which case shows what.
 */
try {
  process.stdout.write(`${await seed(loadConfig())}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function seed(config: Config): Promise<string> {
  const plan = `National Action Plan 2014-2018: ${measures.length} measures.`;
  const { enabled, password } = config.demo;
  if (!enabled) return plan;
  if (!password) throw new Error('NRM_DEMO=1 needs NRM_DEMO_PASSWORD: `npm start` makes one');
  await addAccounts(config, password);
  await addCases(config);
  return [plan, accountsGuide(), casesGuide(remembered(config))].join('\n\n');
}

async function addAccounts({ database }: Config, password: string): Promise<void> {
  const runtime = new Database({ url: database.directUrl, poolSize: 1, name: 'nrm-seed' });
  try {
    await runtime.inTransaction(nobody, (tx) => seedDemoAccounts(tx, password));
    await seedDemoSystem(runtime);
  } finally {
    await runtime.close();
  }
}

async function addCases(config: Config): Promise<void> {
  const past = await Past.open(requireOwnerUrl(config));
  try {
    if (!(await past.isEmpty())) return;
    const { writeHistory } = await import('./seed/history.js');
    const { chapters } = await import('./seed/stories/index.js');
    const tales = chapters.flatMap((chapter) => chapter.tales);
    await writeHistory(config, past, tales, (cases) => remember(config, cases));
  } finally {
    await past.close();
  }
}

/** Return codes are shown once and stored as hashes: without this file a later start could not name them. */
function noteOf({ dataDirectory }: Config): string {
  return path.join(dataDirectory, 'demo-cases.json');
}

function remember(config: Config, cases: ReadonlyMap<string, ToldCase>): void {
  mkdirSync(config.dataDirectory, { recursive: true });
  const text = JSON.stringify(Object.fromEntries(cases), null, 2);
  writeFileSync(noteOf(config), `${text}\n`, { mode: 0o600, flush: true });
}

function remembered(config: Config): ReadonlyMap<string, ToldCase> {
  if (!existsSync(noteOf(config))) return new Map();
  return new Map(
    Object.entries(JSON.parse(readFileSync(noteOf(config), 'utf8')) as Record<string, ToldCase>),
  );
}
