import { Module, type OnModuleInit } from '@nestjs/common';
import { CasesModule, EffectWriters, FactSources } from '../cases/index.js';
import { assessmentFacts } from './assessment.js';
import { recordAssessment } from './assessment-writer.js';
import { Assessments } from './assessments.js';
import { IndicatorCatalogues } from './catalogues.js';
import { Returns } from './returns.js';

/** Indicators: the lists in use, their scoring, and the scorings of each case. */
@Module({
  imports: [CasesModule],
  providers: [Assessments, IndicatorCatalogues, Returns],
  exports: [Assessments, IndicatorCatalogues, Returns],
})
export class IdentificationModule implements OnModuleInit {
  constructor(
    private readonly writers: EffectWriters,
    private readonly sources: FactSources,
    private readonly catalogues: IndicatorCatalogues,
  ) {}

  onModuleInit(): void {
    this.writers.register('recordAssessment', recordAssessment(this.catalogues));
    this.sources.register('identification', 'recordIndicators', assessmentFacts(this.catalogues));
  }
}
