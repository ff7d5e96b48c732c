import {
  compartmentLabels,
  compartments,
  type Compartment,
  type Language,
  type Uuid,
} from '#libs/vocabulary';
import { type Posted, valueOf, valuesOf } from '../../forms/posted.js';
import { Page } from '../../http/index.js';

const questions = ['number', 'reason', 'compartments'] as const;
type Question = (typeof questions)[number];

/** Questions left without an answer. */
export const faultsOf = (typed: Posted): Question[] =>
  questions.filter((name) => !valuesOf(typed, name).some((value) => value.trim()));

interface Shown {
  readonly language: Language;
  readonly typed: Posted;
  readonly open: readonly { readonly caseId: Uuid; readonly number: string; readonly expiresAt: Date }[];
  readonly hours?: number;
  readonly faults?: readonly Question[];
  readonly closed?: readonly Compartment[];
  readonly granted?: boolean;
}

export function breakGlassPage({ language, typed, open, hours, faults = [], closed, granted }: Shown): Page {
  const model = {
    number: valueOf(typed, 'number'),
    reason: valueOf(typed, 'reason'),
    chosen: valuesOf(typed, 'compartments'),
    options: compartments.map((value) => ({ value, text: compartmentLabels[value][language] })),
    open: open.map(({ expiresAt, ...item }) => ({ ...item, expiresAt: expiresAt.toISOString() })),
    hours,
    faults,
    closed: closed?.map((name) => compartmentLabels[name][language]),
    granted,
  };
  const status = faults.length > 0 ? 422 : closed ? 403 : 200;
  return new Page('break-glass/break-glass.njk', 'breakGlass.title', model, {
    status,
    hasFaults: status !== 200,
  });
}
