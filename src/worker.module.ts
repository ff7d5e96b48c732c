import { Module } from '@nestjs/common';
import { DeadlinesWorkerModule } from './deadlines/index.js';
import { PlatformModule } from './platform/index.js';
import { OutboxWorkerModule } from './platform/outbox/index.js';
import { rooms } from './rooms.js';

/** The worker process: sweep, relay, queues. */
@Module({ imports: [PlatformModule.forRoot(), ...rooms, OutboxWorkerModule, DeadlinesWorkerModule] })
export class WorkerModule {}
