import type { Language, Uuid } from '#libs/vocabulary';
import type { Identity } from '../../../access/index.js';
import type { CaseFault, CaseReader, FieldFault, TimelineItem } from '../../../cases/index.js';
import { refusalFault } from '../../forms/form-faults.js';
import { say } from '../../words/words.js';
import { statusOf } from '../../http/page-faults.filter.js';

/** What the form says after a fault; what was typed stays. */
export interface Explained {
  readonly status: number;
  readonly faults?: readonly FieldFault[];
  readonly description?: string;
  /** Entries of others since the form was shown, and the revision to answer to now. */
  readonly changes?: readonly TimelineItem[];
  readonly revision?: number;
}

/** @throws the fault itself where the form can say nothing better than the page of faults */
export async function explain(
  fault: CaseFault,
  reader: Identity,
  caseId: Uuid,
  cases: CaseReader,
  language: Language,
): Promise<Explained> {
  const status = statusOf(fault);
  switch (fault.code) {
    case 'invalid-data':
      return { status, faults: fault.detail.fields ?? [] };
    case 'changed-since-you-looked':
      return {
        status,
        ...(await changesSince(fault, reader, caseId, cases)),
        description: say(language, 'command.changed'),
      };
    case 'idempotency-key-reused':
      return { status, description: say(language, 'command.keyReused') };
    case 'refused': {
      const { field, text } = refusalFault(fault, language);
      return { status, ...(field ? { faults: [field] } : { description: text }) };
    }
    default:
      throw fault;
  }
}

async function changesSince(fault: CaseFault, reader: Identity, caseId: Uuid, cases: CaseReader) {
  const since = fault.detail.changedSince;
  if (!since) return {};
  const page = { after: since.from - 1, limit: since.to - since.from + 1 };
  const { items } = await cases.timeline(reader, caseId, page);
  return { changes: items, revision: since.revision };
}
