import { Global, Module } from '@nestjs/common';
import { QueueWorkers } from './queue-workers.js';
import { Queues } from './queues.js';

/** The queues for every room. Starts no worker: the worker process does. */
@Global()
@Module({ providers: [Queues, QueueWorkers], exports: [Queues, QueueWorkers] })
export class QueuesModule {}
