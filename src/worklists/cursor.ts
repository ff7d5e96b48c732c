import { z } from 'zod';

/** A place in a sorted list, as an opaque word for the reader. Ids, codes and dates only. */
export const writeCursor = (place: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** A query field that takes a cursor of this shape; anything else is a fault of the request. */
export const cursorOf = <T extends z.ZodTuple>(shape: T) =>
  z
    .string()
    .max(400)
    .regex(/^[A-Za-z0-9_-]+$/)
    .meta({ data: 'code' })
    .transform((word, context): z.output<T> => {
      const read = shape.safeParse(parsed(word));
      if (read.success) return read.data;
      context.addIssue({ code: 'custom', params: { code: 'wrong-format' }, message: 'not a cursor' });
      return z.NEVER;
    });

function parsed(word: string): unknown {
  try {
    return JSON.parse(Buffer.from(word, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
