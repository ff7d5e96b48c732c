// Writes docs/openapi.json from the controllers and their schemas (read from dist: `npm run generate` builds first).
// With --check it writes nothing and fails where the file differs.
import { readFileSync, writeFileSync } from 'node:fs';
import 'reflect-metadata';

const { openApiFile, openApiText } = await import(
  new URL('../../dist/tools/openapi/openapi-text.js', import.meta.url).href
);
const text = await openApiText();
if (!process.argv.includes('--check')) writeFileSync(openApiFile, text);
else if (readFileSync(openApiFile, 'utf8') !== text) {
  console.error(`${openApiFile} differs from the controllers: npm run generate`);
  process.exitCode = 1;
}
