import { Module, type OnModuleInit } from '@nestjs/common';
import { CasesModule, EffectWriters, FactSources } from '../cases/index.js';
import {
  carryPlacement,
  freeBed,
  holdBed,
  liftRestrictions,
  occupyBed,
  recordDeparture,
  restrict,
} from './bed-writers.js';
import { HouseAddresses } from './addresses.js';
import { asksForHouses, bedFacts, houseFacts, offersBed } from './capacity.js';
import { HouseBeds } from './house-beds.js';
import { HouseOversight } from './house-oversight.js';
import { HouseToday } from './house-today.js';
import { HousesService } from './houses.service.js';
import { Sealing } from './sealing.js';
import { Suitability } from './suiting.js';

const services = [HousesService, HouseAddresses, HouseToday, HouseBeds, HouseOversight, Suitability];

@Module({ imports: [CasesModule], providers: services, exports: services })
export class SheltersModule implements OnModuleInit {
  constructor(
    private readonly writers: EffectWriters,
    private readonly sources: FactSources,
  ) {}

  onModuleInit(): void {
    this.writers.register('holdBed', holdBed);
    this.writers.register('occupyBed', occupyBed);
    this.writers.register('freeBed', freeBed);
    this.writers.register('carryPlacement', carryPlacement);
    this.writers.register('restrict', restrict);
    this.writers.register('liftRestrictions', liftRestrictions);
    this.writers.register('recordDeparture', recordDeparture);
    this.sources.registerRows(asksForHouses, houseFacts);
    this.sources.registerRows(offersBed, bedFacts);
  }
}

/** Seals what was written before addresses were encrypted; imported by the worker process only. */
@Module({ imports: [SheltersModule], providers: [Sealing] })
export class SheltersWorkerModule {}
