import { setTimeout as pause } from 'node:timers/promises';

/** Waits until `condition` holds; fails after `limit` milliseconds, naming what was awaited. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  limit = 15_000,
): Promise<void> {
  const end = Date.now() + limit;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited ${limit} ms in vain: ${what}`);
    await pause(10);
  }
}
