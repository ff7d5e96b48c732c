import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import az from './az.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import { say, sayCounted } from './words.js';

const root = new URL('..', import.meta.url).pathname;

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(njk|ts)$/.test(name) && !name.endsWith('.spec.ts'))
  .map((name) => readFileSync(path.join(root, name), 'utf8'))
  .join('\n');

/** Whole keys, and beginnings that end with a dot (`urgency.` + code), as templates and code write them. */
const spoken = new Set(
  [...sources.matchAll(/['"`]([a-z][a-zA-Z]*(?:\.[\w-]+)*\.?)/g)].map(([, key]) => key ?? ''),
);
const prefixes = [...sources.matchAll(/\bcoded\('([\w.]+)'/g)].map(([, prefix]) => `${prefix}.`);

function isSpoken(key: string): boolean {
  const whole = key.replace(/\.(one|other)$/, '');
  const parts = whole.split('.');
  const beginnings = parts.slice(1).map((_, index) => `${parts.slice(0, index + 1).join('.')}.`);
  return (
    spoken.has(whole) || beginnings.some((beginning) => spoken.has(beginning) || prefixes.includes(beginning))
  );
}

describe('words', () => {
  it('are complete in both languages', () => {
    expect(Object.keys(az)).toEqual(Object.keys(en));
    for (const [key, sentence] of [...Object.entries(az), ...Object.entries(en)]) {
      expect([key, sentence.trim()]).not.toEqual([key, '']);
    }
  });

  it('have the same places to fill in both languages', () => {
    const places = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      expect([key, places(az[key])]).toEqual([key, places(en[key])]);
    }
  });

  it('are all in use', () => {
    expect(Object.keys(en).filter((key) => !isSpoken(key))).toEqual([]);
  });

  it('exist wherever a page asks for them', () => {
    const asked = [...sources.matchAll(/\b(?:t|counted)\('([\w.-]+)'(?! \+)/g)].map(([, key]) => key ?? '');
    const known = new Set(Object.keys(en).map((key) => key.replace(/\.(one|other)$/, '')));
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => key.includes('.') && !known.has(key))).toEqual([]);
  });

  it('choose the form that fits a number', () => {
    expect(sayCounted('en', 'due.left.workingDays', 1)).toBe('1 working day left');
    expect(sayCounted('en', 'due.left.workingDays', 3)).toBe('3 working days left');
    expect(sayCounted('az', 'due.left.workingDays', 3)).toBe('3 iş günü qalıb');
  });

  it('refuse an unknown key', () => {
    expect(() => say('en', 'no.such.key')).toThrow('No words for "no.such.key"');
  });
});
