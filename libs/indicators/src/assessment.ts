import type { AgeStatus } from './age.js';
import type { Dimension } from './dimensions.js';
import type { Advice, Outcome, Policy } from './policies.js';
import type { Counts } from './rule-one.js';
import type { Words } from './words.js';

export interface DimensionResult extends Counts {
  dimension: Dimension;
  positive: boolean;
  because: Words;
}

/**
 * `catalogue` is `id@version`. `deciding` false (nobody compared the list with its text, it has no weights, or it was not
 * in force on the day of the observation): the result is shown only, and `advises` is then always
 * `lookFurther`. `advises: 'presume'` may raise a case to presumed; nothing here ever rejects. `labourRights` opens
 * that route as well and ends nothing. An unweighted list gives `notWeighted` and no dimensions.
 */
export interface Assessment {
  catalogue: string;
  policy: Policy;
  policyVersion: string;
  ageStatus: AgeStatus;
  dimensions: DimensionResult[];
  outcome: Outcome | 'notWeighted';
  advises: Advice;
  deciding: boolean;
  explanation: { az: string[]; en: string[] };
}
