import { readdirSync, readFileSync } from 'node:fs';
import { notYetReached } from '#libs/procedures';
import { caseLevelMeasureIds } from '#libs/plan';
import { law } from '../builders/case-builder.js';
import { command } from '../histories/mutants/alter.js';
import type { Law } from '#libs/rulebook';
import { fulfilled } from './fulfilled.js';

/** Every fulfilment that a command of this law can say of its step, as `identification.presume 13.2.1`. */
const linksIn = ({ procedures }: Law): readonly string[] =>
  Object.values(procedures).flatMap(({ type, commands }) =>
    Object.entries(commands).flatMap(([name, { links }]) =>
      links.flatMap((link) =>
        'measure' in link && link.relation === 'fulfils' ? [`${type}.${name} ${link.measure}`] : [],
      ),
    ),
  );

const told: Readonly<Record<string, readonly string[]>> = fulfilled;
const toldInAll = (journeys = told) => new Set(Object.values(journeys).flat());

/** Links that no journey tells of, and what a journey tells of that no command links. */
function disagreement(given: Law, journeys = told): readonly string[] {
  const [links, expected] = [new Set(linksIn(given)), toldInAll(journeys)];
  const untold = [...links].filter((link) => !expected.has(link));
  return [...untold, ...[...expected].filter((link) => !links.has(link))];
}

const without = (link: string): Law => {
  const [name = '', id] = link.split(' ');
  return command(name, (spec) => ({
    ...spec,
    links: spec.links.filter(
      (one) => !('measure' in one) || one.relation !== 'fulfils' || one.measure !== id,
    ),
  }))(law);
};

describe('the journeys', () => {
  it('tell of every fulfilment that a command links, and of no other', () => {
    expect(disagreement(law)).toEqual([]);
  });

  it('reach every measure that a case can show, but those that are not yet reached', () => {
    const reached = new Set([...toldInAll()].map((link) => link.split(' ')[1]));
    expect(caseLevelMeasureIds.filter((id) => !reached.has(id))).toEqual(Object.keys(notYetReached));
    expect([...reached].filter((id) => id !== undefined && id in notYetReached)).toEqual([]);
  });

  it.each(linksIn(law))('fail without %s', (link) => {
    expect(disagreement(without(link))).toEqual([link]);
    expect(Object.values(told).filter((links) => links.includes(link)).length).toBeGreaterThan(0);
  });

  it.each([...toldInAll()])('would leave %s untold, if none told of it', (link) => {
    const fewer = Object.entries(told).map(([name, links]) => [name, links.filter((one) => one !== link)]);
    expect(disagreement(law, Object.fromEntries(fewer) as typeof told)).toEqual([link]);
  });

  it('each tell their own part: whoever begins one by its name is held to it at the end', () => {
    const folder = new URL('.', import.meta.url);
    const begun = readdirSync(folder)
      .filter((file) => file.endsWith('.spec.ts'))
      .map((file) => [file, readFileSync(new URL(file, folder), 'utf8')] as const)
      .filter(
        ([, source]) =>
          /^import .* from '\.\/story\.js';$/m.test(source) && !/Story\.begin\(null/.test(source),
      )
      .map(([file, source]) => {
        const names = [...source.matchAll(/Story\.begin\('([\w-]+)'/g)].map(([, name]) => name);
        return [file, ...new Set(names), source.includes('afterAll(() => story.end())')];
      });
    expect(begun).toEqual(
      Object.keys(told)
        .sort()
        .map((name) => [`${name}.spec.ts`, name, true]),
    );
  });
});
