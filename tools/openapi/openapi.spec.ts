import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import type { OpenAPIObject } from '@nestjs/swagger';
import { openApiFile, openApiText } from './openapi-text.js';

type Schema = Record<string, unknown>;
type Operation = {
  operationId: string;
  responses: Record<string, unknown>;
  requestBody?: unknown;
  parameters?: unknown;
};

const text = await openApiText();
const document = JSON.parse(text) as OpenAPIObject;
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
    path,
    method,
    operation,
  })),
);

/** Every schema of a string inside a value, with its JSON pointer. */
function strings(value: unknown, pointer = ''): { pointer: string; schema: Schema }[] {
  if (typeof value !== 'object' || value === null) return [];
  const schema = value as Schema;
  const own = schema['type'] === 'string' && !pointer.endsWith('/properties') ? [{ pointer, schema }] : [];
  return [...own, ...Object.entries(schema).flatMap(([key, inner]) => strings(inner, `${pointer}/${key}`))];
}

describe('the OpenAPI document', () => {
  it('is kept in the repository as the controllers make it', () => {
    expect(readFileSync(openApiFile, 'utf8')).toBe(text);
  });

  it('is of version 3.1 and lists the interface', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(operations.length).toBeGreaterThan(25);
    expect(operations.filter(({ path }) => !path.startsWith('/api/v1/'))).toEqual([]);
  });

  it('names every operation once', () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(names.filter((name) => !/^[a-z][A-Za-z]+$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('shows what a good answer looks like, and that any may be a problem', () => {
    const silent = operations.filter(({ operation: { responses } }) => {
      const good = Object.entries(responses).filter(([status]) => status.startsWith('2'));
      return good.length === 0 || responses['4XX'] === undefined;
    });
    expect(silent.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it('marks every string field as code or text', () => {
    const bodies = operations.map(({ operation }) => [
      operation.requestBody,
      operation.responses,
      operation.parameters,
    ]);
    const unmarked = strings([bodies, document.components?.schemas]).filter(
      ({ schema }) => schema['data'] !== 'code' && schema['data'] !== 'text',
    );
    expect(unmarked.map(({ pointer }) => pointer)).toEqual([]);
  });

  it('refers to nothing outside itself', () => {
    const outside = [...text.matchAll(/"\$ref": "([^"]+)"/g)].filter(
      ([, to]) => !to?.startsWith('#/components/'),
    );
    expect(outside).toEqual([]);
  });
});
