import type { caseLevelMeasureIds, measureIds, paragraphIds } from './ids.generated.js';

/** Number of a measure of section 13, such as '13.4.1'. */
export type MeasureId = (typeof measureIds)[number];

/** A measure whose result one case can show, wholly or partly. */
export type CaseLevelMeasureId = (typeof caseLevelMeasureIds)[number];

/** Number of a paragraph of sections 1-12, such as '2.3.7'. Sections 1 and 12 have no numbered paragraphs: '1', '12'. */
export type ParagraphId = (typeof paragraphIds)[number];

/**
 * What a transition has to do with the plan: it fulfils a measure that a case can show, or applies a measure or a
 * paragraph it rests on. Only `fulfils` counts as fulfilment.
 */
export type PlanLink =
  | { readonly measure: CaseLevelMeasureId; readonly relation: 'fulfils' }
  | { readonly measure: MeasureId; readonly relation: 'applies' }
  | { readonly paragraph: ParagraphId; readonly relation: 'applies' };

/** The plan's own wording in Azerbaijani and a working translation; only `az` is authoritative. */
export interface Words {
  readonly az: string;
  readonly en: string;
}

/** A heading of the plan: '1' to '13', and '13.1' to '13.9' inside the table of measures. */
export interface Section {
  readonly id: string;
  readonly title: Words;
}

export interface Paragraph {
  readonly id: ParagraphId;
  readonly section: string;
  /** Ours, not the plan's: the plan gives paragraphs no titles. */
  readonly titleEn: string;
  readonly text: Words;
}

/** A body that the plan names for a measure, in the plan's own order and spelling. */
export interface Executor extends Words {
  /** Joins this name to the one before it where the plan does not use a comma. */
  readonly joinedBy?: string;
  /** A group that the plan leaves open, such as 'other relevant state bodies'. */
  readonly open?: boolean;
  /** The name was brought in by an amendment of the plan. */
  readonly amended?: boolean;
  /** The name of a body that the amended plan calls otherwise elsewhere. */
  readonly former?: boolean;
  /** Why `amended` or `former` is set. */
  readonly reason?: string;
}

export interface Measure {
  readonly id: MeasureId;
  readonly section: string;
  readonly title: Words;
  readonly executors: readonly Executor[];
  /** As printed: 'mütəmadi' (continuous), one year ('2015') or first and last year ('2014-2016'). */
  readonly term: string;
  /** Whether one case can show the measure's result. */
  readonly caseLevel: boolean | 'partly';
  readonly caseLevelWhy: string;
}

/** A note (Qeyd) after the table: a body outside the executive that is recommended to take part in measures. */
export interface Note {
  readonly n: number;
  readonly body: Words;
  readonly measures: readonly MeasureId[];
  readonly text: Words;
}
