import { type DynamicModule, Module } from '@nestjs/common';
import { ApiModule } from './api/index.js';
import type { Config } from './config/index.js';
import { PlatformModule } from './platform/index.js';
import { HealthController } from './platform/http/index.js';
import { rooms } from './rooms.js';

/** The web process: the interface and the pages over the same rooms. */
@Module({})
export class AppModule {
  /** `config` replaces the environment, for tests. */
  static forRoot(config?: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.forRoot(config ? { config } : {}), ...rooms, ApiModule],
      controllers: [HealthController],
    };
  }
}
