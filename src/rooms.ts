import { DeadlinesModule } from './deadlines/index.js';
import { GuardianshipModule } from './guardianship/index.js';
import { HandoffsModule } from './handoffs/index.js';
import { IdentificationModule } from './identification/index.js';
import { NotificationsModule } from './notifications/index.js';
import { OutboxModule } from './platform/outbox/index.js';
import { QueuesModule } from './platform/queues/index.js';
import { SheltersModule } from './shelters/index.js';
import { SupervisionModule } from './supervision/index.js';
import { WorklistsModule } from './worklists/index.js';

/** What both processes are made of: every room that writes a consequence, and the ways out of the house. */
export const rooms = [
  QueuesModule,
  OutboxModule,
  DeadlinesModule,
  GuardianshipModule,
  HandoffsModule,
  IdentificationModule,
  NotificationsModule,
  SheltersModule,
  SupervisionModule,
  WorklistsModule,
];
