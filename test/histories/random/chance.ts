/** A stream of choices that one number decides: the same number, the same choices (mulberry32). */
export class Chance {
  private state: number;

  constructor(number: number) {
    this.state = number >>> 0;
  }

  /** At least 0, less than 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  yes(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `min` to `max`. */
  between(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  /** @throws where there is nothing to pick from. */
  pick<T>(list: readonly T[]): T {
    const picked = list[this.between(0, list.length - 1)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  /** One of a list, the heavier the likelier; undefined for an empty list. */
  weighed<T>(list: readonly T[], weightOf: (item: T) => number): T | undefined {
    const total = list.reduce((sum, item) => sum + weightOf(item), 0);
    let left = this.next() * total;
    return list.find((item) => (left -= weightOf(item)) < 0) ?? list[0];
  }
}
