import { procedures } from '#libs/procedures';
import { arrowsOf } from '#libs/rulebook';
import { words } from '#libs/vocabulary';
import type { EntryShown, ProcedureShown } from '../../../../cases/index.js';
import { chartOf } from './chart.js';
import { box, layoutOf } from './layout.js';

const id = '3f2f1f0e-0000-4000-8000-000000000001';
const recordedAt = '2026-03-01T10:00:00Z';
const step = (from: string | null, to: string, more: Partial<EntryShown> = {}) =>
  ({
    procedureId: id,
    from,
    to,
    recordedAt,
    past: words('addım', `into ${to}`),
    toLabel: words(to, to),
    ...more,
  }) as EntryShown;
const identification = (state: string) => ({ id, type: 'identification', state }) as ProcedureShown;
const opened = step(null, 'signalled');
const presumed = step('signalled', 'presumed');
const chart = (state: string, ...entries: EntryShown[]) => {
  const drawn = chartOf(identification(state), entries, 'en');
  if (!drawn) throw new Error('nothing is drawn');
  return drawn;
};
const marked = (state: string, mark: string, ...entries: EntryShown[]) =>
  chart(state, ...entries).states.flatMap((drawn) => (drawn.mark === mark ? drawn.state : []));

describe('the layout of a statechart', () => {
  it.each(Object.keys(procedures))('has every state once, and no two in the same place: %s', (type) => {
    const procedure = procedures[type];
    if (!procedure) throw new Error(type);
    const { places, width, height } = layoutOf(procedure);
    expect([...places.keys()].sort()).toEqual(Object.keys(procedure.states).sort());
    const spots = [...places.values()].map(({ x, y }) => `${x} ${y}`);
    expect(new Set(spots).size).toBe(spots.length);
    expect(Math.max(...[...places.values()].map(({ x }) => x + box.width))).toBeLessThan(width);
    expect(Math.max(...[...places.values()].map(({ y }) => y + box.height))).toBeLessThan(height);
  });

  it.each(Object.keys(procedures))(
    'puts each state one column after the first that leads to it: %s',
    (type) => {
      const procedure = procedures[type];
      if (!procedure) throw new Error(type);
      const { places } = layoutOf(procedure);
      const columnOf = (state: string | null) => places.get(state ?? '')?.column ?? -1;
      for (const place of places.values()) {
        const before = arrowsOf(procedure).filter(({ to, from }) => to === place.state && from !== to);
        const nearest = Math.min(...before.map(({ from }) => columnOf(from)));
        expect([place.state, place.column]).toEqual([place.state, nearest + 1]);
      }
    },
  );
});

describe('the statechart of a case', () => {
  it('fills the present state and marks those it came through', () => {
    expect(marked('presumed', 'now', opened, presumed)).toEqual(['presumed']);
    expect(marked('presumed', 'was', opened, presumed)).toEqual(['signalled']);
  });

  it('draws the way taken, and only that, over the others', () => {
    const { ways } = chart('presumed', opened, presumed);
    expect(ways.filter(({ taken }) => taken)).toHaveLength(1);
    expect(ways.at(-1)?.taken).toBe(true);
  });

  it('tells the steps from state to state in their order; those of other procedures and within a state it leaves out', () => {
    const within = step('signalled', 'signalled');
    const other = step('running', 'elapsed', { procedureId: 'another' });
    const { came, incomplete } = chart('presumed', opened, within, other, presumed);
    expect(came.map(({ past }) => past.en)).toEqual(['into signalled', 'into presumed']);
    expect(incomplete).toBe(false);
  });

  it.each([
    ['at its beginning', [presumed]],
    ['in its middle', [opened, step('screening', 'presumed')]],
    ['at its end', [opened]],
  ])('says when a part of the way is not shown %s', (_, entries) => {
    expect(chart('presumed', ...entries).incomplete).toBe(true);
  });

  it('keeps every word inside its box, in both languages', () => {
    for (const type of Object.keys(procedures)) {
      for (const language of ['az', 'en'] as const) {
        const drawn = chartOf({ id, type, state: '' } as ProcedureShown, [], language);
        for (const { state, lines, y } of drawn?.states ?? []) {
          expect([type, state, lines.length <= 4]).toEqual([type, state, true]);
          for (const line of lines) {
            expect([line.text, line.text.length <= 20]).toEqual([line.text, true]);
            expect(line.y).toBeGreaterThan(y);
            expect(line.y).toBeLessThan(y + box.height);
          }
        }
      }
    }
  });
});
