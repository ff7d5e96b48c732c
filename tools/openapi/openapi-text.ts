import { NestFactory } from '@nestjs/core';
import { format } from 'prettier';
import { openApiDocument } from '../../src/api/index.js';
import { AppModule } from '../../src/app.module.js';
import { loadConfig } from '../../src/config/index.js';

/** Where the document is kept, so that a change of the interface shows in a change of the repository. */
export const openApiFile = 'docs/openapi.json';

const nowhere = 'postgres://nobody@localhost/nothing';
const settings = { DATABASE_URL: nowhere, DATABASE_SWEEP_URL: nowhere, DATABASE_RELAY_URL: nowhere };

/** The OpenAPI document as text. Only decorators and schemas are read: no database, no port. */
export async function openApiText(): Promise<string> {
  const app = await NestFactory.create(AppModule.forRoot(loadConfig(settings)), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  return format(JSON.stringify(openApiDocument(app)), { parser: 'json', printWidth: 110 });
}
