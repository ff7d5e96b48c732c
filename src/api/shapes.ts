import { z } from 'zod';
import { compartments, uuid } from '#libs/vocabulary';

/**
 * Parts that answers are made of. Every string says whether it is a `code` (codes, ids, dates, words of the interface)
 * or a `text` (a person's own words, which live in the vault).
 */
export const code = () => z.string().meta({ data: 'code' });
export const text = () => z.string().meta({ data: 'text' });
/** Also of an id that comes in. */
export const id = () => uuid().meta({ data: 'code' });
/** UTC with milliseconds. */
export const instant = () => z.iso.datetime().meta({ data: 'code' });
export const words = () => z.object({ az: code(), en: code() });
export const codeOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).meta({ data: 'code' });
export const compartment = () => codeOf(compartments as [string, ...string[]]);
/** A body; of a shelter that the reader may not know its kind alone, without an id. */
export const bodyShown = () => z.object({ id: id().nullable(), name: words() });

/** What a link to the plan names, and how. */
export const planLink = () =>
  z.object({
    measure: code().optional(),
    paragraph: code().optional(),
    relation: codeOf(['fulfils', 'applies']),
  });

/** Every list: items, and a cursor where it goes on. */
export const list = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: code().optional() });

/** JSON Schema 2020-12 of the data of a command. */
export const jsonSchema = () => z.record(code(), z.unknown());

export const idParam = id();
