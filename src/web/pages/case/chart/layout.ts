import { arrowsOf, type Arrow } from '#libs/rulebook';
import type { Procedure } from '#libs/procedures';

/** Sizes in units of the picture; a unit is a CSS pixel where the picture has its full width. */
export const box = { width: 148, height: 62, across: 64, down: 18, margin: 10 } as const;

export interface Place {
  readonly state: string;
  readonly x: number;
  readonly y: number;
  readonly column: number;
}

export interface Layout {
  readonly places: ReadonlyMap<string, Place>;
  /** Each way between two different states once; steps that stay in a state are left out. */
  readonly ways: readonly Pick<Arrow, 'from' | 'to'>[];
  readonly width: number;
  readonly height: number;
}

/** States in columns by their distance from the start, each column in the middle of the height. */
export function layoutOf(procedure: Procedure): Layout {
  const arrows = arrowsOf(procedure);
  const columns = columnsOf(arrows);
  const tallest = Math.max(...columns.map((column) => column.length));
  const places = columns.flatMap((column, index) =>
    column.map((state, row) => placed(state, index, row + (tallest - column.length) / 2)),
  );
  return {
    places: new Map(places.map((place) => [place.state, place])),
    ways: waysOf(arrows),
    /** Right of the last column there is room for its arcs. */
    width: columns.length * (box.width + box.across) - box.across / 2 + 2 * box.margin,
    height: tallest * (box.height + box.down) - box.down + 2 * box.margin,
  };
}

const placed = (state: string, column: number, row: number): Place => ({
  state,
  column,
  x: box.margin + column * (box.width + box.across),
  y: box.margin + row * (box.height + box.down),
});

/** What can be reached with no step, with one, with two and so on. */
function columnsOf(arrows: readonly Arrow[]): string[][] {
  const columns: string[][] = [];
  const known = new Set<string>();
  let reached: (string | null)[] = [null];
  while (reached.length > 0) {
    const next = [...new Set(arrows.filter(({ from }) => reached.includes(from)).map(({ to }) => to))];
    const column = next.filter((state) => !known.has(state));
    column.forEach((state) => known.add(state));
    if (column.length > 0) columns.push(column);
    reached = column;
  }
  return columns;
}

function waysOf(arrows: readonly Arrow[]): Pick<Arrow, 'from' | 'to'>[] {
  const between = arrows.filter(({ from, to }) => from !== null && from !== to);
  return [...new Map(between.map(({ from, to }) => [wayName(from, to), { from, to }])).values()];
}

export const wayName = (from: string | null, to: string): string => `${from ?? ''}>${to}`;
