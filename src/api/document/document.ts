import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { sessionCookieName } from '../../access/index.js';
import { ApiModule } from '../api.module.js';

const about = `The interface of a case-referral engine for a National Referral Mechanism.

Whatever changes a case is a command: \`POST /api/v1/cases/{id}/commands\` with \`If-Match\` (the revision you saw) and
\`Idempotency-Key\` (a repeat is not done twice). A case tells with each read which commands it takes now, with a schema
for each, and which it does not, with the reason. Faults are problem documents (RFC 9457) in the language that
\`Accept-Language\` asks for (az, en). Every string field is marked \`data: code\` (codes, ids, dates) or \`data: text\`
(a person's own words, kept in the vault).`;

/** The OpenAPI 3.1 document, made from the controllers and their schemas. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Istiqamət')
    .setDescription(about)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth(sessionCookieName, { type: 'apiKey', in: 'cookie' }, sessionCookieName)
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    include: [ApiModule],
    standardSchemaConverter,
  });
  return withProblems(document);
}

/** JSON Schema 2020-12 with the marks and words of each field. */
const standardSchemaConverter = (schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) => {
  if (!(schema instanceof z.core.$ZodType)) return undefined;
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: schemaType,
    unrepresentable: 'any',
  });
  return { schema: made as never };
};

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'errors'],
  properties: {
    type: { type: 'string', data: 'code' },
    title: { type: 'string', data: 'code' },
    status: { type: 'integer' },
    detail: { type: 'string', data: 'code' },
    code: { type: 'string', data: 'code' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'detail'],
        properties: {
          pointer: { type: 'string', data: 'code' },
          parameter: { type: 'string', data: 'code' },
          header: { type: 'string', data: 'code' },
          code: { type: 'string', data: 'code' },
          detail: { type: 'string', data: 'code' },
        },
      },
    },
    allowed: { type: 'array', items: { type: 'string', data: 'code' } },
    until: { type: 'string', format: 'date-time', data: 'code' },
    revision: { type: 'integer' },
    changes: { type: 'array', items: { type: 'object' } },
  },
};

const anyProblem = {
  description: 'A problem document (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** Every operation may answer with a problem. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problem },
  };
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path) as { responses?: Record<string, unknown> }[]) {
      if (operation.responses) operation.responses['4XX'] = anyProblem;
    }
  }
  return { ...document, components: components };
}
