import type { Instant } from './ids.js';

/** Why a command was not taken. `code` is stable; the words are in the reasons table of the rulebook. */
export interface Refusal {
  readonly kind: 'refused';
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>> | undefined;
  /** When it becomes possible, where that is known. */
  readonly until?: Instant | undefined;
  /** JSON pointer of the field at fault, where one is: of a rule into its data, at the front desk into the request. */
  readonly pointer?: string | undefined;
  readonly allowed?: readonly string[] | undefined;
}

export const refuse = (code: string, more: Omit<Refusal, 'kind' | 'code'> = {}): Refusal => ({
  kind: 'refused',
  code,
  ...more,
});
