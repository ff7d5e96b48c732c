import { Redis } from 'ioredis';
import type { TestApplication } from '../../support/application.js';

/** Everything that the database holds, by table: every column as text, bytes as hexadecimal digits. */
export async function rowsOf({ sql }: TestApplication): Promise<Readonly<Record<string, string>>> {
  const tables = await sql<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const texts = tables.map(async ({ name }) => {
    const [all] = await sql<{ text: string | null }>(
      `select string_agg(t::text, E'\\n') as text from ${name} t`,
    );
    return [name, all?.text ?? ''] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

/** Everything that is said to a Redis server from now on. */
export async function overhear(url: string): Promise<{ heard(): string; close(): void }> {
  const client = new Redis(url);
  const monitor = await client.monitor();
  const said: string[] = [];
  monitor.on('monitor', (_time: string, words: string[]) => said.push(words.join(' ')));
  return {
    heard: () => said.join('\n'),
    close: () => {
      monitor.disconnect();
      client.disconnect();
    },
  };
}

/** The addresses asked for and the headers answered, from now on, of all that this process asks. */
export function watchAnswers(): { seen(): string; stop(): void } {
  const before = globalThis.fetch;
  const seen: string[] = [];
  globalThis.fetch = async (...asked) => {
    const reply = await before(...asked);
    seen.push(reply.url, ...[...reply.headers].map((header) => header.join(': ')));
    return reply;
  };
  return {
    seen: () => seen.join('\n'),
    stop: () => {
      globalThis.fetch = before;
    },
  };
}
