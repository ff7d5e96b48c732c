import type { CaseBuilder } from '../../builders/case-builder.js';
import { caseFile } from './case-file.js';
import { guardianship } from './guardianship.js';
import { handoff } from './handoff.js';
import { identification } from './identification.js';
import { missingPerson } from './missing-person.js';
import { placement } from './placement.js';
import { reflection } from './reflection.js';
import type { History } from './tell.js';

/** Lawful histories that together take every arrow of every statechart. */
const witnesses: Readonly<Record<string, readonly History[]>> = {
  caseFile,
  identification,
  reflection,
  guardianship,
  missingPerson,
  handoff,
  placement,
};

export const told = (): readonly CaseBuilder[] =>
  Object.values(witnesses).flatMap((histories) => histories.map((history) => history()));
