import { box, type Place } from './layout.js';

/** From the middle of the box, so that ways there and back stay apart. */
const aside = 10;
const head = 7;

export interface Curve {
  readonly line: string;
  readonly head: string;
}

/** A way between two boxes: onward from right to left, back the other way and lower, beside a column as an arc. */
export function curveOf(from: Place, to: Place): Curve {
  if (from.column === to.column) return arc(from, to);
  const onward = from.column < to.column;
  const side = onward ? 1 : -1;
  const start = { x: onward ? right(from) : from.x, y: middle(from) - side * aside };
  const end = { x: onward ? to.x : right(to), y: middle(to) - side * aside };
  const bend = box.across / 2;
  const line = `M${start.x} ${start.y}C${start.x + side * bend} ${start.y} ${end.x - side * bend} ${end.y} ${end.x} ${end.y}`;
  return { line, head: headAt(end, side) };
}

function arc(from: Place, to: Place): Curve {
  const side = from.y < to.y ? 1 : -1;
  const start = { x: right(from), y: middle(from) + side * aside };
  const end = { x: right(to), y: middle(to) - side * aside };
  const out = start.x + box.across / 2 - 6;
  return {
    line: `M${start.x} ${start.y}C${out} ${start.y} ${out} ${end.y} ${end.x} ${end.y}`,
    head: headAt(end, -1),
  };
}

const right = ({ x }: Place): number => x + box.width;
const middle = ({ y }: Place): number => y + box.height / 2;

/** `side` 1 points to the right, -1 to the left. */
const headAt = ({ x, y }: { x: number; y: number }, side: number): string =>
  `M${x} ${y}l${-side * head} ${-head / 2}v${head}z`;
