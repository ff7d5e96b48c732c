import type { Words } from '#libs/vocabulary';

/** One fault of a request: in the body (`pointer`, RFC 6901), the query (`parameter`) or a header (`header`). */
export interface Fault {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly header?: string;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>> | undefined;
  /** Said instead of the standard sentence of the code. */
  readonly detail?: Words;
}

interface ProblemParts {
  /** Said instead of the standard sentence of the code, e.g. the reason of a refusal. */
  readonly detail?: Words | undefined;
  readonly errors?: readonly Fault[];
  /** Members beside the standard ones: `allowed`, `changes`, `until`, `revision`. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Why a request was not done. The filter writes it as RFC 9457 in the reader's language. Nothing was changed. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly parts: ProblemParts = {},
  ) {
    super(code);
  }
}
