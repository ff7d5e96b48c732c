import {
  assess,
  policies,
  UnknownIndicators,
  type AgeStatus,
  type Assessment,
  type Policy,
} from '#libs/indicators';
import { localDay } from '#libs/calendar';
import type { Codes, Facts, Instant } from '#libs/vocabulary';
import { CaseFault, type FactSource } from '../cases/index.js';
import type { IndicatorCatalogues } from './catalogues.js';

/** A code of a command's data; empty where there is none. */
export const codeIn = (data: Codes, field: string): string => {
  const value = data[field];
  return typeof value === 'string' ? value : '';
};

const codesOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The strict policy unless another is named. */
function policyOf(data: Codes): Policy {
  const name = codeIn(data, 'policy') || 'strict';
  if (!Object.hasOwn(policies.policies, name)) throw fault('/data/policy', 'unknown-policy');
  return name as Policy;
}

/**
 * Scores the indicators of a command by their catalogue and policy, as they stood when the signs were observed.
 * @throws CaseFault `invalid-data` for a catalogue, a policy or an indicator that is not in use here
 */
export function assessed(
  catalogues: IndicatorCatalogues,
  data: Codes,
  ageStatus: string,
  happenedAt: Instant,
): Assessment {
  const catalogue = catalogues.byName(codeIn(data, 'catalogue'));
  if (!catalogue) throw fault('/data/catalogue', 'unknown-catalogue');
  const observed = codesOf(data['observed']);
  const policy = policyOf(data);
  try {
    return assess({
      catalogue,
      observed,
      policy,
      ageStatus: ageStatus as AgeStatus,
      observedOn: localDay(happenedAt),
    });
  } catch (error) {
    throw error instanceof UnknownIndicators ? fault('/data/observed', 'unknown-indicator') : error;
  }
}

/** What the rulebook may know of a scoring: what it points to, whether it may decide, and by which list. */
export const assessmentFacts =
  (catalogues: IndicatorCatalogues): FactSource =>
  (data, ageStatus, happenedAt): Partial<Facts> => {
    const { outcome, advises, deciding, catalogue } = assessed(catalogues, data, ageStatus, happenedAt);
    return { assessment: { outcome, advises, deciding, catalogue, ageStatus } };
  };

const fault = (pointer: string, code: string) =>
  new CaseFault('invalid-data', { fields: [{ pointer, code }] });
