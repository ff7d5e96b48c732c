export { Assessments, type RecordedAssessment } from './assessments.js';
export { IndicatorCatalogues } from './catalogues.js';
export { IdentificationModule } from './identification.module.js';
