import { ConsoleLogger, type DynamicModule, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import { document, frontDesk, requestLog, securityHeaders } from './api/index.js';
import { CONFIG, type Config } from './config/index.js';

/** The web process put together and started, but not yet listening. `logger: false` keeps it silent. */
export async function webApplication(
  module: DynamicModule,
  logger: LoggerService | false = new ConsoleLogger({ json: true, colors: false }),
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(module, {
    abortOnError: false,
    bodyParser: false,
    logger,
  });
  const { environment, web } = app.get<Config>(CONFIG);
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.set('trust proxy', web.trustProxy.split(/[ ,]+/));
  app.use(requestLog(), compression());
  app.use(
    '/api',
    securityHeaders({ secure: environment === 'production' }),
    ...frontDesk(app.getHttpAdapter().getInstance()),
  );
  document(app);
  app.enableShutdownHooks();
  return app.init();
}
