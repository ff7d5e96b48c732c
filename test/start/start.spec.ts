import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { procedures } from '#libs/procedures';
import { verifyExport } from '#libs/timeline';
import { demoAccounts } from '../../src/access/index.js';
import { root } from '../architecture/planted-tree.js';
import { isAlive } from '../../tools/postgres/running.mjs';
import { Client } from '../support/client.js';
import { type Installation, start } from './installation.js';

/** Builds first where nobody has yet. */
const patience = 180_000;
const place = mkdtempSync(join(tmpdir(), 'nrm-test-start-'));
const hasCurl = ['curl', 'bash'].every((name) => spawnSync(name, ['--version']).status === 0);
let installation: Installation;

const signIn = (username: string) => Client.signedIn(installation.url, username, installation.password);
const guided = ({ guide }: Installation) => guide.slice(0, guide.indexOf('Password of every'));

/** In the worklist, or waiting in the inbox. */
async function numbersSeenBy(client: Client): Promise<readonly string[]> {
  const [list, box] = await Promise.all([
    client.get<{ items: { number: string }[] }>('/cases?limit=100'),
    client.get<{ items: { caseNumber: string }[] }>('/handoffs?box=in'),
  ]);
  return [...list.body.items.map(({ number }) => number), ...box.body.items.map((one) => one.caseNumber)];
}

beforeAll(async () => {
  installation = await start(place);
}, patience);
afterAll(async () => {
  await installation?.stop();
  rmSync(place, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}, patience);

describe('npm start', () => {
  it('is ready, and says whom to sign in as and which case shows what', async () => {
    expect((await fetch(`${installation.url}/health/ready`)).status).toBe(200);
    for (const username of Object.keys(demoAccounts))
      expect(installation.guide).toMatch(new RegExp(`^  ${username} `, 'm'));
    expect(installation.guide).toContain('Open this case to see that');
    expect(installation.guide).toMatch(/return code [0-9A-Z]{4}-/);
  });

  it('lets each of them in, and shows each of them the cases named for her', async () => {
    const rows = [...installation.guide.matchAll(/^ {2}(AZ-\d{4}-\d{6}) {2}([A-Za-z0-9, ]+?) {2}/gm)];
    expect(rows.length).toBeGreaterThan(40);
    const hidden: string[] = [];
    for (const username of new Set(rows.flatMap(([, , names]) => names?.split(', ') ?? []))) {
      const numbers = await numbersSeenBy(await signIn(username));
      const named = rows.filter(([, , names]) => names?.split(', ').includes(username));
      hidden.push(...named.flatMap(([, n = '']) => (numbers.includes(n) ? [] : [`${username} ${n}`])));
    }
    expect(hidden).toEqual([]);
  }, 60_000);

  it('has a case in each state of each procedure, and no timeline with a fault', async () => {
    const coordinator = await signIn('coordinator');
    const missing: string[] = [];
    for (const [type, { states }] of Object.entries(procedures)) {
      for (const state of Object.keys(states)) {
        const { body } = await coordinator.get<{ items: unknown[] }>(
          `/cases?procedure=${type}&state=${state}&limit=1`,
        );
        if (body.items.length === 0) missing.push(`${type} ${state}`);
      }
    }
    expect(missing).toEqual([]);
    const { body } = await coordinator.get<{ items: unknown[]; checked: { cases: number } }>(
      '/supervision/integrity',
    );
    expect(body.items).toEqual([]);
    expect(body.checked.cases).toBeGreaterThan(40);
  });

  (hasCurl ? it : it.skip)('is walked with curl as the README says', () => {
    const walk = /```sh\n(API=[\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? '';
    const here = mkdtempSync(join(place, 'walk-'));
    const env = { ...process.env, NODE_OPTIONS: '', API: `${installation.url}/api/v1` };
    const { stdout, stderr } = spawnSync('bash', ['-e', '-c', walk], {
      cwd: here,
      env: { ...env, PASSWORD: installation.password },
      encoding: 'utf8',
    });
    expect({ stderr, lines: stdout.trim().split('\n') }).toEqual({
      stderr: '',
      lines: [
        'identification.recordIndicators',
        'identification.presume, reflection.grant, handoff.send',
        'handoff.accept',
        'open, signal, recordIndicators, presume, grant, send, accept',
        'notified',
        'handoff.accept, guardianship.accept',
        'guardianship.appointInterim',
        'placement.offerBed, handoff.accept',
        'placement.acceptOffer',
        'placement.admit, handoff.fulfil',
      ],
    });
    const file = JSON.parse(readFileSync(join(here, 'timeline.json'), 'utf8')) as unknown;
    expect(verifyExport(file).ok).toBe(true);
  });

  it(
    'ends everything with Ctrl-C, and a second start goes on with what was there',
    async () => {
      const before = installation;
      expect(before.pids.length).toBeGreaterThan(3);
      expect(await before.stop()).toBe(0);
      expect(before.pids.filter(isAlive)).toEqual([]);
      installation = await start(place);
      expect(guided(installation)).toBe(guided(before));
      const coordinator = await signIn('coordinator');
      const { body } = await coordinator.get<{ items: unknown[] }>('/cases?limit=100');
      expect(body.items.length).toBeGreaterThan(40);
    },
    patience,
  );
});
