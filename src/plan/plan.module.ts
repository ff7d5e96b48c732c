import { Module } from '@nestjs/common';
import { PlanCoverage } from './coverage.js';
import { PlanMeasures } from './measures.js';

/** The National Action Plan as it is being carried out. */
@Module({ providers: [PlanMeasures, PlanCoverage], exports: [PlanMeasures, PlanCoverage] })
export class PlanModule {}
