import 'reflect-metadata';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

/** SIGTERM and SIGINT let running rounds and jobs finish; killed at any point, another worker does what was left. */
try {
  const { WorkerModule } = await import('./worker.module.js');
  const logger = new ConsoleLogger({ json: true, colors: false });
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(), {
    abortOnError: false,
    logger,
  });
  app.enableShutdownHooks();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
