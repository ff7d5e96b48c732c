import { Global, Module } from '@nestjs/common';
import { OutboxConsumers } from './outbox-consumers.js';
import { OutboxDelivery } from './outbox-delivery.js';
import { OutboxHealth } from './outbox-health.js';
import { OutboxRelay } from './outbox-relay.js';
import { OutboxUpkeep } from './outbox-upkeep.js';
import { OutboxWorker } from './outbox-worker.js';

/** The outbox for every room: registering consumers, and its state for /health. Runs nothing. */
@Global()
@Module({
  providers: [OutboxConsumers, OutboxDelivery, OutboxHealth, OutboxRelay, OutboxUpkeep],
  exports: [OutboxConsumers, OutboxDelivery, OutboxHealth, OutboxRelay, OutboxUpkeep],
})
export class OutboxModule {}

/** Runs the relay and takes messages from the queues; imported by the worker process only. */
@Module({ providers: [OutboxWorker], exports: [OutboxWorker] })
export class OutboxWorkerModule {}
