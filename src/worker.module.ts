import { Module } from '@nestjs/common';
import { PlatformModule } from './platform/index.js';

/** The worker process: sweep, relay, queues. */
@Module({ imports: [PlatformModule.forRoot()] })
export class WorkerModule {}
