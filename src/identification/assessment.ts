import { assess, UnknownIndicators, type AgeStatus, type Assessment, type Policy } from '#libs/indicators';
import type { Codes, Facts } from '#libs/vocabulary';
import { CaseFault, type FactSource } from '../cases/index.js';
import type { IndicatorCatalogues } from './catalogues.js';

const strict: Policy = 'strict';
const policyOf = (value: unknown): Policy => (value === 'palermo' ? 'palermo' : strict);
const codesOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/**
 * Scores the indicators of a command by their catalogue; the policy is the strict one unless the command names another.
 * @throws CaseFault `invalid-data` for a catalogue or an indicator that is not in use here
 */
export function assessed(catalogues: IndicatorCatalogues, data: Codes, ageStatus: string): Assessment {
  const catalogue = catalogues.byName(String(data['catalogue']));
  if (!catalogue) throw fault('/data/catalogue', 'unknown-catalogue');
  const observed = codesOf(data['observed']);
  const policy = policyOf(data['policy']);
  try {
    return assess({ catalogue, observed, policy, ageStatus: ageStatus as AgeStatus });
  } catch (error) {
    throw error instanceof UnknownIndicators ? fault('/data/observed', 'unknown-indicator') : error;
  }
}

/** What the rulebook may know of a scoring: what it points to, whether it may decide, and by which list. */
export const assessmentFacts =
  (catalogues: IndicatorCatalogues): FactSource =>
  (data, ageStatus): Partial<Facts> => {
    const { outcome, advises, deciding, catalogue } = assessed(catalogues, data as Codes, ageStatus);
    return { assessment: { outcome, advises, deciding, catalogue, ageStatus } };
  };

const fault = (pointer: string, code: string) =>
  new CaseFault('invalid-data', { fields: [{ pointer, code }] });
