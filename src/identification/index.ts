export { Assessments, type RecordedAssessment } from './assessments.js';
export type { ListedCatalogue } from './catalogue-files.js';
export { IndicatorCatalogues, nameOf } from './catalogues.js';
export { IdentificationModule } from './identification.module.js';
export { type ConsentNow, Returns } from './returns.js';
