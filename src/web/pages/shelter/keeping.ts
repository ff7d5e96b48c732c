import { NotFoundException } from '@nestjs/common';
import type { z } from 'zod';
import { reasonWords } from '#libs/procedures';
import type { Body, Language } from '#libs/vocabulary';
import { commandSchema, type FieldFault } from '../../../cases/index.js';
import { DatabaseError } from '../../../platform/index.js';
import type { HouseShown } from '../../../shelters/index.js';
import { fieldsOf, noChoices } from '../../forms/fields.js';
import { faultLinks } from '../../forms/form-faults.js';
import type { JsonSchema } from '../../forms/json-schema.js';
import { passingFault } from '../../forms/passing-fault.js';
import type { Posted } from '../../forms/posted.js';
import { Page, type PageContext } from '../../http/index.js';

interface Form {
  readonly title: 'house' | 'room' | 'bed' | 'outOfService';
  readonly schema: z.ZodObject;
  readonly here: PageContext;
  readonly typed: Posted;
  /** Name of the room or bed that it is about. */
  readonly about?: string;
  readonly bodies?: readonly Body[];
  readonly status?: number;
  readonly faults?: readonly FieldFault[];
  readonly description?: string | undefined;
}

export const schemaOf = (schema: z.ZodObject): JsonSchema => commandSchema(schema);

export function formPage({ title, schema, here, typed, about, bodies = [], ...rest }: Form): Page {
  const { status = 200, faults = [], description } = rest;
  const { language, path } = here;
  const fields = fieldsOf(schemaOf(schema), { language, choices: { ...noChoices, bodies }, typed, faults });
  const model = { title, about, path, fields, description, faults: faultLinks(fields, faults, language) };
  return new Page('shelter/form.njk', `shelter.form.${title}`, model, { status, hasFaults: status !== 200 });
}

/** The house as its form shows it. */
export const typedHouse = (house: HouseShown | undefined): Posted =>
  house
    ? { region: house.region ?? '', guarded: house.guarded ? 'yes' : 'no', address: house.address ?? '' }
    : {};

/** What the form says where the house could not be kept so. @throws the fault where it can say nothing better */
export function explained(
  fault: unknown,
  language: Language,
): Pick<Form, 'status' | 'faults' | 'description'> {
  const kind = fault instanceof DatabaseError ? fault.kind : undefined;
  if (kind === 'exclusion') return { status: 409, description: reasonWords('bed-taken')[language] };
  if (kind === 'unique') return { status: 422, faults: [{ pointer: '/name', code: 'taken' }] };
  if (kind === 'foreign-key') throw new NotFoundException();
  const passing = passingFault(fault, language);
  if (!passing) throw fault;
  return passing;
}
