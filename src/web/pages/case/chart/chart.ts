import { procedures as law } from '#libs/procedures';
import type { Instant, Language, Words } from '#libs/vocabulary';
import type { EntryShown, ProcedureShown } from '../../../../cases/index.js';
import { capitalised } from '../../../words/words.js';
import { curveOf, type Curve } from './curve.js';
import { box, layoutOf, wayName, type Layout, type Place } from './layout.js';

/** Letters that fit into a line of a box. */
const lineLength = 18;
const lineHeight = 15;
const layouts = new Map(Object.values(law).map((procedure) => [procedure.type, layoutOf(procedure)]));

interface StateDrawn extends Place {
  readonly lines: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  /** `now`: where it stands; `was`: it came through; `other`: neither. */
  readonly mark: 'now' | 'was' | 'other';
}

export interface Chart {
  readonly width: number;
  readonly height: number;
  readonly box: typeof box;
  /** The way taken is drawn last, over the others. */
  readonly ways: readonly (Curve & { readonly taken: boolean })[];
  readonly states: readonly StateDrawn[];
  /** The steps that led from state to state, in their order. */
  readonly came: readonly { readonly past: Words; readonly to: Words; readonly at: Instant }[];
  /** Some of the steps are not shown to this reader. */
  readonly incomplete: boolean;
}

/** Where a procedure stands and how it came there, upon its statechart. */
export function chartOf(
  { id, type, state }: ProcedureShown,
  entries: readonly EntryShown[],
  language: Language,
): Chart | undefined {
  const procedure = law[type];
  const layout = layouts.get(type);
  if (!procedure || !layout) return undefined;
  const came = entries.filter((entry) => entry.procedureId === id && entry.from !== entry.to);
  const label = (code: string) => capitalised(procedure.states[code]?.[language] ?? code, language);
  const been = new Set(came.flatMap(({ from, to }) => [from, to]));
  const markOf = (code: string) => (code === state ? 'now' : been.has(code) ? 'was' : 'other');
  return {
    width: layout.width,
    height: layout.height,
    box,
    ways: waysDrawn(layout, new Set(came.map(({ from, to }) => wayName(from, to)))),
    states: [...layout.places.values()].map((place) => ({
      ...place,
      mark: markOf(place.state),
      lines: linesOf(label(place.state), place),
    })),
    came: came.map(({ past, toLabel, recordedAt }) => ({ past, to: toLabel, at: recordedAt })),
    incomplete: hasGaps(came, state),
  };
}

const waysDrawn = ({ ways, places }: Layout, taken: ReadonlySet<string>): Chart['ways'] =>
  ways
    .flatMap(({ from, to }) => {
      const [start, end] = [places.get(from ?? ''), places.get(to)];
      return start && end ? [{ ...curveOf(start, end), taken: taken.has(wayName(from, to)) }] : [];
    })
    .toSorted((one, other) => Number(one.taken) - Number(other.taken));

/** Each step begins where the one before it ended, and the last leads to the present state. */
function hasGaps(came: readonly EntryShown[], state: string): boolean {
  const ends = [null, ...came.map(({ to }) => to)];
  return came.some(({ from }, index) => from !== ends[index]) || ends.at(-1) !== state;
}

/** The label of a state in lines that fit its box, in the middle of it. */
function linesOf(label: string, { x, y }: Place): StateDrawn['lines'] {
  const lines = wrapped(label);
  const first = y + box.height / 2 - ((lines.length - 1) * lineHeight) / 2 + 5;
  return lines.map((text, index) => ({ text, x: x + box.width / 2, y: first + index * lineHeight }));
}

function wrapped(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= lineLength) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
