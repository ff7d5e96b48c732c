import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import { openApiDocument } from './document/document.js';
import { OpenApi } from './document/open-api.js';

/** Swagger UI brings its own styles inline; everything comes from this server. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Makes the OpenAPI document and serves the documentation page at /api/docs. Call before the application listens. */
export function document(app: NestExpressApplication): void {
  const made = openApiDocument(app);
  app.get(OpenApi).set(made);
  app.use(
    '/api/docs',
    (_request: unknown, response: { setHeader(name: string, value: string): void }, next: () => void) => {
      response.setHeader('content-security-policy', policy);
      next();
    },
  );
  SwaggerModule.setup('api/docs', app, made, { raw: false, customSiteTitle: 'Istiqamət API' });
}
