import { isDeepStrictEqual } from 'node:util';
import type { DemoUsername } from '../../src/access/index.js';
import { startApplication, type TestApplication } from '../support/application.js';
import { until } from '../support/until.js';
import { fulfilled, type Journey } from './fulfilled.js';
import { Voice } from './voice.js';

/** One whole case, told through the interface with the worker alive. Domain time moves only when the story says so. */
export class Story {
  /** The case that the voices speak of. */
  caseId = '';
  private readonly voices = new Map<DemoUsername, Voice>();

  private constructor(
    private readonly journey: Journey | null,
    readonly application: TestApplication,
  ) {}

  /**
   * `journey`: which one is told, so that its end finds the measures that it must have fulfilled; null for a story that
   * is told for something else. `settings`: e.g. the address of Redis; without it the queues are in PostgreSQL.
   */
  static async begin(
    journey: Journey | null,
    settings: NodeJS.ProcessEnv = {},
    { worker = true } = {},
  ): Promise<Story> {
    return new Story(journey, await startApplication({ worker, clock: 'training', settings }));
  }

  /** Who plays a part, signed in. */
  async cast<N extends DemoUsername>(...names: readonly N[]): Promise<Record<N, Voice>> {
    const all = await Promise.all(names.map(async (name) => [name, await this.voice(name)] as const));
    return Object.fromEntries(all) as Record<N, Voice>;
  }

  private async voice(name: DemoUsername): Promise<Voice> {
    const known = this.voices.get(name) ?? new Voice(this, await this.application.signIn(name));
    this.voices.set(name, known);
    return known;
  }

  /** Moves the training clock as the administrator; every clock on the way fires. Gives the domain time then. */
  async passes(duration: string): Promise<string> {
    const { client } = await this.voice('admin');
    const { status, body } = await client.post<{ now: string }>('/clock/advance', { duration });
    if (status !== 200) throw new Error(`The clock did not move: ${JSON.stringify(body)}`);
    return body.now;
  }

  /** Domain time. */
  async now(): Promise<string> {
    const { client } = await this.voice('admin');
    return (await client.get<{ now: string }>('/clock')).body.now;
  }

  /** How it must stand in the end: chains whole, replay equal to what is stored, nothing left in the outbox. */
  async ending() {
    const left = () =>
      this.application.sql<{ left: number }>(
        'select count(*)::int as left from outbox_messages where done_at is null',
      );
    await until('the outbox to be empty', async () => (await left())[0]?.left === 0);
    const { client } = await this.voice('coordinator');
    const check = () =>
      client.get<{ items: unknown[]; checked: { cases: number; entries: number } }>('/supervision/integrity');
    let [stored, { body }] = [await this.stored(), await check()];
    // A clock may pass while all is checked: only what rests can be counted.
    await until('the timelines to rest', async () => {
      const before = stored;
      stored = await this.stored();
      if (isDeepStrictEqual(before, stored)) return true;
      ({ body } = await check());
      return false;
    });
    return { broken: body.items, unchecked: difference(stored, body.checked), failing: stored?.failing };
  }

  private async stored(): Promise<{ cases: number; entries: number; failing: number } | undefined> {
    const [counts] = await this.application.sql<{ cases: number; entries: number; failing: number }>(
      `select (select count(*)::int from cases) as cases, (select count(*)::int from timeline_entries) as entries,
        (select count(*)::int from deadlines where sweep_failures > 0) as failing`,
    );
    return counts;
  }

  /** Open tasks as `code @ body`. */
  async tasks(): Promise<string[]> {
    const rows = await this.application.sql<{ task: string }>(
      `select t.code || ' @ ' || b.code as task from tasks t join bodies b on b.id = t.body_id
       where t.case_id = $1 and t.closed_at is null order by 1`,
      [this.caseId],
    );
    return rows.map(({ task }) => task);
  }

  /** Who was told with this template, by body, sorted. */
  async told(template: string): Promise<string[]> {
    const rows = await this.application.sql<{ code: string }>(
      `select distinct b.code from notifications n join bodies b on b.id = n.body_id
       where n.case_id = $1 and n.template = $2 order by 1`,
      [this.caseId, template],
    );
    return rows.map(({ code }) => code);
  }

  /** How many notifications there are about the case, to whomever. */
  async notices(): Promise<number> {
    const rows = await this.application.sql('select 1 from notifications where case_id = $1', [this.caseId]);
    return rows.length;
  }

  /** Every fulfilment in the timelines, as `identification.presume 13.2.1`, each once. */
  private async fulfilments(): Promise<string[]> {
    const rows = await this.application.sql<{ fulfilment: string }>(
      `select distinct procedure || '.' || command || ' ' || (link->>'measure') as fulfilment
       from timeline_entries, jsonb_array_elements(links) link
       where link->>'relation' = 'fulfils' and link ? 'measure'`,
    );
    return rows.map(({ fulfilment }) => fulfilment).sort();
  }

  /** Ends the story. A journey has fulfilled exactly the measures that are expected of it. */
  async end(): Promise<void> {
    try {
      if (this.journey) expect(await this.fulfilments()).toEqual(fulfilled[this.journey]);
    } finally {
      await this.application.close();
    }
  }
}

/** What `ending` gives when all is well. */
export const allWell = { broken: [], unchecked: { cases: 0, entries: 0 }, failing: 0 };

const difference = (
  stored: { cases: number; entries: number } | undefined,
  checked: { cases: number; entries: number },
) => ({
  cases: (stored?.cases ?? 0) - checked.cases,
  entries: (stored?.entries ?? 0) - checked.entries,
});
