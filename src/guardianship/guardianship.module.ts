import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule, EffectWriters } from '../cases/index.js';
import { ChildRecord } from './child-record.js';
import { Children } from './children.js';
import { endRepresentative, recordRepresentative, recordVisit } from './guardianship-writers.js';
import { Referrals } from './referrals.js';
import { Representative } from './representative.entity.js';
import { Visit } from './visit.entity.js';

/** Children of a guardianship body: who represents them, who looks in, who comes of age. */
@Module({
  imports: [CasesModule, TypeOrmModule.forFeature([Representative, Visit])],
  providers: [ChildRecord, Children, Referrals],
  exports: [ChildRecord, Children, Referrals],
})
export class GuardianshipModule implements OnModuleInit {
  constructor(private readonly writers: EffectWriters) {}

  onModuleInit(): void {
    this.writers.register('recordRepresentative', recordRepresentative);
    this.writers.register('endRepresentative', endRepresentative);
    this.writers.register('recordVisit', recordVisit);
  }
}
