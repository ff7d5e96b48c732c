import { caseFile } from './case-file/index.js';
import { guardianship } from './guardianship/index.js';
import { handoff } from './handoff/index.js';
import { identification } from './identification/index.js';
import { missingPerson } from './missing-person/index.js';
import { placement } from './placement/index.js';
import type { Procedure } from './procedure.js';
import { reflection } from './reflection/index.js';

/** Every procedure that is built, by its type. Adding one is adding a folder and a line. */
export const procedures: Readonly<Record<string, Procedure>> = {
  caseFile,
  identification,
  reflection,
  guardianship,
  missingPerson,
  handoff,
  placement,
};

interface NotYetBuilt {
  /** Why it is not there yet. */
  readonly reason: string;
  /** What a start that names it sends instead. */
  readonly meanwhile: string;
}

/**
 * Procedures that a start or a tell may name before they are built. Reviewed, and it may only shrink: what stands here
 * starts nothing, and only the handoff beside the start is sent.
 */
export const notYetBuilt: Readonly<Record<string, NotYetBuilt>> = {
  assistance: {
    reason: 'providers and services come with assistance',
    meanwhile: 'a handoff of purpose assistance; accepting it starts nothing yet',
  },
};
