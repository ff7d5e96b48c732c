import { Module, type OnModuleInit } from '@nestjs/common';
import { CasesModule, EffectWriters, FactSources } from '../cases/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { Database } from '../platform/index.js';
import { assessmentFacts } from './assessment.js';
import { recordAssessment } from './assessment-writer.js';
import { Assessments } from './assessments.js';
import { cataloguesIn } from './catalogue-files.js';
import { recordCatalogues } from './catalogue-record.js';
import { IndicatorCatalogues } from './catalogues.js';
import { Returns } from './returns.js';

const indicatorCatalogues = {
  provide: IndicatorCatalogues,
  inject: [CONFIG],
  useFactory: ({ cataloguesDirectory }: Config) => new IndicatorCatalogues(cataloguesIn(cataloguesDirectory)),
};

/** Indicators: the lists in use, their scoring, and the scorings of each case. */
@Module({
  imports: [CasesModule],
  providers: [Assessments, indicatorCatalogues, Returns],
  exports: [Assessments, IndicatorCatalogues, Returns],
})
export class IdentificationModule implements OnModuleInit {
  constructor(
    private readonly writers: EffectWriters,
    private readonly sources: FactSources,
    private readonly catalogues: IndicatorCatalogues,
    private readonly database: Database,
  ) {}

  async onModuleInit(): Promise<void> {
    this.writers.register('recordAssessment', recordAssessment(this.catalogues));
    this.sources.register('identification', 'recordIndicators', assessmentFacts(this.catalogues));
    this.catalogues.remember(await recordCatalogues(this.database, this.catalogues.listed));
  }
}
