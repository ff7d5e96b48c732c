export { caseLevelMeasureIds, measureIds, paragraphIds } from './ids.generated.js';
export { executorsOf, isMeasureId, measure, measures, notes } from './measures.js';
export { isParagraphId, paragraph, paragraphs, sections } from './paragraphs.js';
export { planInForce, planSource, planVersion } from './source.js';
export type { PlanInForce, PlanVersion } from './source.js';
export { termLastDay, termState } from './term.js';
export type { TermState } from './term.js';
export type {
  CaseLevelMeasureId,
  Executor,
  Measure,
  MeasureId,
  Note,
  Paragraph,
  ParagraphId,
  PlanLink,
  Section,
  Words,
} from './types.js';
