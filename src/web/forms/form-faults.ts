import type { Language } from '#libs/vocabulary';
import { type CaseFault, type FieldFault, type ProcedureShown, wordsOf } from '../../cases/index.js';
import { fieldAt } from './pointer.js';
import { faultInWords, type Field } from './fields.js';

export interface FaultLink {
  readonly text: string;
  readonly href?: string | undefined;
}

/** The links of the summary above a form, in the order of its questions; what belongs to no question comes last. */
export function faultLinks(
  fields: readonly Field[],
  faults: readonly FieldFault[],
  language: Language,
): FaultLink[] {
  const known = fields.filter(({ fault }) => fault);
  const named = new Set(known.map(({ name }) => name));
  const others = faults.filter(({ pointer }) => !named.has(fieldAt(pointer)));
  return [
    ...known.map((field) => ({ text: field.fault ?? '', href: `#${firstInput(field)}` })),
    ...others.map((fault) => ({ text: faultInWords(fault, fieldAt(fault.pointer), language) })),
  ];
}

/** Where the eye and the keyboard should go first. */
function firstInput({ kind, name, groups }: Field): string {
  if (groups.length > 0) return `${name}-1`;
  return kind === 'date' || kind === 'moment' ? `${name}-day` : name;
}

/** A refusal as a fault of the field that it points to, where it does. */
export function refusalFault(
  { detail }: CaseFault,
  language: Language,
  shown?: ProcedureShown,
): { field?: FieldFault; text: string } {
  const { refusal } = detail;
  if (!refusal) return { text: '' };
  const text = wordsOf(refusal, shown)[language];
  return refusal.pointer
    ? { field: { pointer: refusal.pointer, code: 'refused', values: { reason: text } }, text }
    : { text };
}
