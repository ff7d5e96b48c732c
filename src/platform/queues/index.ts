export { type QueueJob, type QueueName, queueNames } from './queue-names.js';
export { QueueWorkers } from './queue-workers.js';
export { Queues, type QueuesState } from './queues.js';
export { QueuesModule } from './queues.module.js';
