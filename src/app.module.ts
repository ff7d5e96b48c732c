import { Module } from '@nestjs/common';
import { HealthController } from './platform/http/health.controller.js';
import { PlatformModule } from './platform/index.js';

/** The web process. */
@Module({ imports: [PlatformModule.forRoot()], controllers: [HealthController] })
export class AppModule {}
