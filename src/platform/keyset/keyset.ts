/** Place in a list ordered by an instant and an id; `null` before the first page. */
export interface Place {
  readonly at: Date;
  readonly id: string;
}

/** Thrown for a cursor that no list gave out. */
export class CursorFault extends Error {
  override readonly name = 'CursorFault';
}

export const cursorOf = ({ at, id }: Place): string =>
  Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');

const form = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** @throws CursorFault */
export function placeOf(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  const [, at = '', id = ''] = form.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!id || Number.isNaN(Date.parse(at))) throw new CursorFault('this cursor was not given out by the list');
  return { at: new Date(at), id };
}

/** One page of a keyset list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Cursor of the next page; absent on the last. */
  readonly next?: string;
}

/** Makes a page of rows read with one more than `limit`. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  place: (row: R) => Place,
  show: (row: R) => T,
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: items.map(show), ...(more && { next: cursorOf(place(last)) }) };
}

/** Between 1 and 200, 50 where nothing sensible was asked. */
export const pageSize = (asked: number | undefined): number => Math.min(Math.max(asked ?? 50, 1), 200);
