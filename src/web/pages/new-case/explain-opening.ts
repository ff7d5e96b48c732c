import type { Language } from '#libs/vocabulary';
import type { CaseFault, FieldFault } from '../../../cases/index.js';
import { refusalFault } from '../../forms/form-faults.js';
import { statusOf } from '../../http/page-faults.filter.js';
import { say } from '../../words/words.js';

/** What the form says after a fault; what was typed stays. */
export function explainOpening(
  fault: CaseFault,
  language: Language,
): { status: number; faults?: readonly FieldFault[]; description?: string } {
  const status = statusOf(fault);
  if (fault.code === 'invalid-data') return { status, faults: fault.detail.fields ?? [] };
  if (fault.code === 'idempotency-key-reused')
    return { status, description: say(language, 'command.keyReused') };
  if (fault.code !== 'refused') throw fault;
  const { field, text } = refusalFault(fault, language);
  return { status, ...(field ? { faults: [field] } : { description: text }) };
}
