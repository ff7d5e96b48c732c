import { Module, type OnModuleInit } from '@nestjs/common';
import { CasesModule, EffectWriters } from '../cases/index.js';
import { OutboxConsumers } from '../platform/outbox/index.js';
import { deliverHandoff } from './delivery.js';
import { trackHandoff } from './handoff-writers.js';
import { HandoffsService } from './handoffs.service.js';

@Module({ imports: [CasesModule], providers: [HandoffsService], exports: [HandoffsService] })
export class HandoffsModule implements OnModuleInit {
  constructor(
    private readonly writers: EffectWriters,
    private readonly consumers: OutboxConsumers,
  ) {}

  onModuleInit(): void {
    this.writers.register('trackHandoff', trackHandoff);
    this.consumers.register('handoffs', 'deliver', deliverHandoff);
  }
}
