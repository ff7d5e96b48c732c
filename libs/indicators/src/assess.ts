import type { Day } from '#libs/vocabulary';
import { ageGroup } from './age.js';
import type { AgeStatus } from './age.js';
import type { Catalogue, Strength, WeightedIndicator } from './catalogue.js';
import { DIMENSIONS } from './dimensions.js';
import { explain } from './explain.js';
import type { Assessment, DimensionResult } from './assessment.js';
import { firstFit, policies } from './policies.js';
import type { Policy } from './policies.js';
import { isPositive, reasonOf } from './rule-one.js';

/**
 * `observed`: codes of the catalogue, in any order; a code given twice counts once. `observedOn`: the day in
 * Asia/Baku on which they were seen.
 */
export interface AssessmentInput {
  catalogue: Catalogue;
  observed: readonly string[];
  ageStatus: AgeStatus;
  policy: Policy;
  observedOn: Day;
}

/** Observed codes that the catalogue does not have. */
export class UnknownIndicators extends Error {
  constructor(
    readonly codes: string[],
    readonly catalogue: string,
  ) {
    super(`${catalogue} has no indicator ${codes.join(', ')}: use codes of this catalogue and version`);
    this.name = 'UnknownIndicators';
  }
}

/** Whether a catalogue is in force on a day, its first and last day counted. */
export const inForce = (
  { validFrom, validTo }: Pick<Catalogue, 'validFrom' | 'validTo'>,
  day: Day,
): boolean => validFrom <= day && (validTo === undefined || day <= validTo);

/**
 * Scores observed indicators by Rule 1 and the table of the policy (ILO/EC 2009), and says why.
 * In doubt about age the person counts as a child. A catalogue that was not in force on the day of the observation is
 * scored and decides nothing.
 * @throws UnknownIndicators naming codes that the catalogue does not have
 */
export function assess({ catalogue, observed, ageStatus, policy, observedOn }: AssessmentInput): Assessment {
  const name = `${catalogue.id}@${catalogue.version}`;
  const chosen = new Set(observed);
  refuseUnknown(catalogue, chosen, name);
  const dimensions = catalogue.weighting === 'weighted' ? scored(catalogue.indicators, chosen) : [];
  const positive = new Set(dimensions.filter((it) => it.positive).map((it) => it.dimension));
  const rows = policies.policies[policy][ageGroup(ageStatus)];
  const row = catalogue.weighting === 'weighted' ? firstFit(rows, positive) : undefined;
  const deciding =
    row !== undefined && catalogue.provenance !== 'unverified' && inForce(catalogue, observedOn);
  const advises = deciding ? row.advises : 'lookFurther';
  return {
    catalogue: name,
    policy,
    policyVersion: policies.version,
    ageStatus,
    dimensions,
    outcome: row?.outcome ?? 'notWeighted',
    advises,
    deciding,
    explanation: explain({
      catalogue,
      name,
      chosen,
      ageStatus,
      policy,
      dimensions,
      row,
      advises,
      outOfForceOn: inForce(catalogue, observedOn) ? undefined : observedOn,
    }),
  };
}

function refuseUnknown(catalogue: Catalogue, chosen: ReadonlySet<string>, name: string): void {
  const known = new Set(catalogue.indicators.map((it) => it.code));
  const unknown = [...chosen].filter((code) => !known.has(code));
  if (unknown.length > 0) throw new UnknownIndicators(unknown, name);
}

function scored(indicators: WeightedIndicator[], chosen: ReadonlySet<string>): DimensionResult[] {
  const seen = indicators.filter((it) => chosen.has(it.code));
  return DIMENSIONS.map((dimension) => {
    const count = (strength: Strength) =>
      seen.filter((it) => it.dimension === dimension && it.strength === strength).length;
    const counts = { strong: count('S'), medium: count('M'), weak: count('W') };
    return { dimension, ...counts, positive: isPositive(counts), because: reasonOf(counts) };
  });
}
