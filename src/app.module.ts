import { type DynamicModule, Module } from '@nestjs/common';
import { ApiModule } from './api/index.js';
import type { Config } from './config/index.js';
import { PlatformModule } from './platform/index.js';
import { HealthController } from './platform/http/index.js';
import { rooms } from './rooms.js';
import { WebModule } from './web/index.js';

/** The web process: the interface and the pages over the same rooms. The pages come last: they answer any other address. */
@Module({})
export class AppModule {
  /** `config` replaces the environment, for tests. */
  static forRoot(config?: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.forRoot(config ? { config } : {}), ...rooms, ApiModule, WebModule],
      controllers: [HealthController],
    };
  }
}
