import { type DynamicModule, Module } from '@nestjs/common';
import { AccessWorkerModule } from './access/index.js';
import { CasesWorkerModule } from './cases/index.js';
import type { Config } from './config/index.js';
import { DeadlinesWorkerModule } from './deadlines/index.js';
import { MailWorkerModule } from './mail/index.js';
import { PlatformModule } from './platform/index.js';
import { OutboxWorkerModule } from './platform/outbox/index.js';
import { rooms } from './rooms.js';
import { SheltersWorkerModule } from './shelters/index.js';

/** The worker process: sweep, relay, queues, checkpoints. */
@Module({})
export class WorkerModule {
  /** `config` replaces the environment, for tests. */
  static forRoot(config?: Config): DynamicModule {
    const platform = PlatformModule.forRoot(config ? { config } : {});
    return {
      module: WorkerModule,
      imports: [
        platform,
        ...rooms,
        AccessWorkerModule,
        CasesWorkerModule,
        OutboxWorkerModule,
        DeadlinesWorkerModule,
        MailWorkerModule,
        SheltersWorkerModule,
      ],
    };
  }
}
