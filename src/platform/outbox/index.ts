export { type OutboxConsumer, OutboxConsumers, type OutboxMessage } from './outbox-consumers.js';
export { OutboxDelivery } from './outbox-delivery.js';
export { OutboxHealth, type OutboxState } from './outbox-health.js';
export { OutboxRelay } from './outbox-relay.js';
export { type OutboxPayload, outboxRow } from './outbox-row.js';
export { OutboxWorker } from './outbox-worker.js';
export { OutboxModule, OutboxWorkerModule } from './outbox.module.js';
