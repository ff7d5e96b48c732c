import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule, EffectWriters } from '../cases/index.js';
import { CaseAccesses } from './case-access.js';
import { TimelineIntegrity } from './integrity.js';
import { LateEntries } from './late-entries.js';
import { ReviewSample } from './review-sample.entity.js';
import { ReviewSamples } from './review-samples.js';
import { sampleForReview } from './samples.js';
import { StuckProcedures } from './stuck.js';

/** Audit of timelines, late entries, what is stuck, who read what, and cases drawn for review. */
@Module({
  imports: [CasesModule, TypeOrmModule.forFeature([ReviewSample])],
  providers: [CaseAccesses, LateEntries, ReviewSamples, StuckProcedures, TimelineIntegrity],
  exports: [CaseAccesses, LateEntries, ReviewSamples, StuckProcedures, TimelineIntegrity],
})
export class SupervisionModule implements OnModuleInit {
  constructor(private readonly writers: EffectWriters) {}

  onModuleInit(): void {
    this.writers.register('sampleForReview', sampleForReview);
  }
}
