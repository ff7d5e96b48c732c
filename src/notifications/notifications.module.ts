import { Module, type OnModuleInit } from '@nestjs/common';
import { CasesModule, EffectWriters } from '../cases/index.js';
import { NotificationsService } from './notifications.service.js';
import { notify } from './notify.js';

@Module({ imports: [CasesModule], providers: [NotificationsService], exports: [NotificationsService] })
export class NotificationsModule implements OnModuleInit {
  constructor(private readonly writers: EffectWriters) {}

  onModuleInit(): void {
    this.writers.register('notify', notify);
  }
}
