import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { CONFIG, type Config } from './config/index.js';

/** A fault in the settings is told in plain words, without a stack. */
try {
  const { AppModule } = await import('./app.module.js');
  const app = await NestFactory.create(AppModule, { abortOnError: false });
  app.enableShutdownHooks();
  const { web } = app.get<Config>(CONFIG);
  await app.listen(web.port, web.host);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
