import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { fieldFaults } from '../../cases/index.js';
import { Problem, type Fault } from './problem.js';

/**
 * Checks body, query and address against the schema that the parameter names. A fault of the body is 422 with a JSON
 * pointer, one of the query 400 with the parameter; an address that names nothing possible is 404 like any unknown one.
 */
@Injectable()
export class SchemaPipe implements PipeTransform {
  transform(value: unknown, { type, schema }: ArgumentMetadata): unknown {
    if (!schema) return value;
    const result = (schema as unknown as z.ZodType).safeParse(value ?? undefined);
    if (result.success) return result.data;
    if (type === 'param') throw new Problem(404, 'not-found');
    if (type === 'query')
      throw new Problem(400, 'malformed-query', { errors: queryFaults(result.error, value) });
    throw new Problem(422, 'invalid-data', { errors: fieldFaults(result.error.issues, value) });
  }
}

const queryFaults = (error: z.ZodError, value: unknown): Fault[] =>
  fieldFaults(error.issues, value).map(({ pointer = '', code, values }) => {
    const parameter = pointer.split('/')[1] ?? '';
    const twice = Array.isArray((value as Record<string, unknown> | undefined)?.[parameter]);
    return { parameter, code: twice ? 'given-twice' : code, values };
  });
