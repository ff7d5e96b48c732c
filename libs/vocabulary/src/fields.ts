import { z } from 'zod';
import type { Compartment } from './compartments.js';
import { words, type Words } from './words.js';

/**
 * What the schema of a command says of each field beside its shape. `data: 'text'` goes to the vault under its
 * compartment; `data: 'code'` stays in the timeline entry. A string field without either is refused at boot.
 */
export interface FieldMeta {
  readonly data: 'code' | 'text';
  readonly label: Words;
  readonly hint?: Words;
  readonly compartment?: Compartment;
  readonly values?: Readonly<Record<string, Words>>;
  /**
   * `body`: the id of a body, `instance`: of a procedure instance, `user`: of an account, `case`: of a case, `bed`: of
   * a bed of one's own house; `district`: a code.
   */
  readonly ref?: 'body' | 'user' | 'instance' | 'case' | 'indicator' | 'entry' | 'bed' | 'district';
}

type Extra = Partial<Pick<FieldMeta, 'hint' | 'ref'>>;

/** Free text for people. `max` counts characters. */
export const text = (
  compartment: Compartment,
  label: Words,
  { max = 4000, ...extra }: Extra & { max?: number } = {},
) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .meta({ data: 'text', compartment, label, ...extra });

/** One of fixed codes, each with its words. */
export const choice = <T extends Record<string, Words>>(label: Words, values: T, extra: Extra = {}) =>
  z
    .enum(Object.keys(values) as [keyof T & string, ...(keyof T & string)[]])
    .meta({ data: 'code', label, values, ...extra });

/** Several of fixed codes, at least `min`. */
export const choices = <T extends Record<string, Words>>(
  label: Words,
  values: T,
  min = 1,
  extra: Extra = {},
) =>
  z
    .array(
      z
        .enum(Object.keys(values) as [keyof T & string, ...(keyof T & string)[]])
        .meta({ data: 'code', label, values }),
    )
    .min(min)
    .max(100)
    .meta({ data: 'code', label, values, ...extra });

/** Several codes from a list that is data, e.g. indicator codes; the case room checks them against that list. */
export const codes = (label: Words, extra: Extra = {}) =>
  z
    .array(
      z
        .string()
        .regex(/^[a-zA-Z0-9][a-zA-Z0-9.@_-]{0,79}$/)
        .meta({ data: 'code', label }),
    )
    .min(1)
    .max(200)
    .meta({ data: 'code', label, ...extra });

/** An id as it comes in. Capitals mean the same; they are lowered here, so that none is kept or compared as it was spelt. */
export const uuid = () => z.uuid().toLowerCase();

/** The id of a body, an account, an instance, a case or a bed. */
export const ref = (to: NonNullable<FieldMeta['ref']>, label: Words, extra: Extra = {}) =>
  uuid().meta({ data: 'code', label, ref: to, ...extra });

export const flag = (label: Words, extra: Extra = {}) => z.boolean().meta({ data: 'code', label, ...extra });

/** Years that a date may lie in: beyond them instants no longer compare as text. */
const centuries = /^(19|20|21)\d\d-/;

/** Moment with its offset, e.g. `2016-03-01T20:30:00+04:00`. */
export const moment = (label: Words, extra: Extra = {}) =>
  z.iso
    .datetime({ offset: true })
    .regex(centuries)
    .meta({ data: 'code', label, format: 'date-time', ...extra });

/** Calendar day in Asia/Baku. */
export const day = (label: Words, extra: Extra = {}) =>
  z.iso
    .date()
    .regex(centuries)
    .meta({ data: 'code', label, format: 'date', ...extra });

const howMonths = words(
  'əvvəlcə il, sonra ay rəqəmlə: 2027-ci ilin mart ayı üçün 2027-03 yazın',
  'the year, then the month in figures: for March 2027 write 2027-03',
);

/** Month in Asia/Baku as `YYYY-MM`. */
export const month = (label: Words, extra: Extra = {}) =>
  z
    .string()
    .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
    .meta({ data: 'code', label, hint: howMonths, ...extra });

export const count = (label: Words, min: number, max: number, extra: Extra = {}) =>
  z
    .int()
    .min(min)
    .max(max)
    .meta({ data: 'code', label, ...extra });

/** A whole number of an address, in plain digits: `1e2` and `0x10` are none. */
export const digits = (min: number, max: number, otherwise: number) =>
  z
    .preprocess(
      (given) => (typeof given === 'string' && !/^-?\d+$/.test(given) ? Number.NaN : given),
      z.coerce.number().int().min(min).max(max),
    )
    .default(otherwise)
    .meta({ description: `${otherwise} unless given` });

export const yesNo = {
  yes: { az: 'bəli', en: 'yes' },
  no: { az: 'xeyr', en: 'no' },
} as const;

export const consentAnswers = {
  ...yesNo,
  notAsked: { az: 'soruşulmayıb', en: 'not asked' },
} as const;
