import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';

try {
  const { WorkerModule } = await import('./worker.module.js');
  const app = await NestFactory.createApplicationContext(WorkerModule, { abortOnError: false });
  app.enableShutdownHooks();
  setInterval(() => undefined, 2 ** 30); // until there is work that keeps the process alive
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
