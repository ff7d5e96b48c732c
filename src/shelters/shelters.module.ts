import { Module, type OnModuleInit } from '@nestjs/common';
import { CasesModule, EffectWriters, FactSources } from '../cases/index.js';
import { freeBed, holdBed, liftRestrictions, occupyBed, recordDeparture, restrict } from './bed-writers.js';
import { asksForHouses, houseFacts } from './capacity.js';
import { HousesService } from './houses.service.js';

@Module({ imports: [CasesModule], providers: [HousesService], exports: [HousesService] })
export class SheltersModule implements OnModuleInit {
  constructor(
    private readonly writers: EffectWriters,
    private readonly sources: FactSources,
  ) {}

  onModuleInit(): void {
    this.writers.register('holdBed', holdBed);
    this.writers.register('occupyBed', occupyBed);
    this.writers.register('freeBed', freeBed);
    this.writers.register('restrict', restrict);
    this.writers.register('liftRestrictions', liftRestrictions);
    this.writers.register('recordDeparture', recordDeparture);
    this.sources.registerRows(asksForHouses, houseFacts);
  }
}
