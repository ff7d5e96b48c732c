import type { Language } from '#libs/vocabulary';
import type { Identity } from '../../../access/index.js';
import type {
  CaseFault,
  CaseReader,
  FieldFault,
  ProcedureShown,
  TimelineItem,
} from '../../../cases/index.js';
import { refusalFault } from '../../forms/form-faults.js';
import { say } from '../../words/words.js';
import type { Wanted } from './wanted.js';
import { statusOf } from '../../http/page-faults.filter.js';

/** What the form says after a fault; what was typed stays. */
export interface Explained {
  readonly status: number;
  readonly faults?: readonly FieldFault[];
  readonly description?: string;
  /** Entries of others since the form was shown, and the revision that the page shows now. */
  readonly changes?: readonly TimelineItem[];
  readonly revision?: number;
}

interface Page {
  readonly language: Language;
  readonly shown: ProcedureShown | undefined;
  /** Of what stands on the page: who answers it answers nothing that she did not see. */
  readonly revision: number;
}

/** @throws the fault itself where the form can say nothing better than the page of faults */
export async function explain(
  fault: CaseFault,
  reader: Identity,
  wanted: Wanted,
  cases: CaseReader,
  { language, shown, revision }: Page,
): Promise<Explained> {
  const status = statusOf(fault);
  switch (fault.code) {
    case 'invalid-data':
      return { status, faults: fault.detail.fields ?? [] };
    case 'changed-since-you-looked':
      return {
        status,
        ...(await changes(fault, reader, wanted, cases)),
        revision,
        description: say(language, 'command.changed'),
      };
    case 'idempotency-key-reused':
      return { status, description: say(language, 'command.keyReused') };
    case 'refused': {
      const { field, text } = refusalFault(fault, language, shown);
      return { status, ...(field ? { faults: [field] } : { description: text }) };
    }
    default:
      throw fault;
  }
}

export const wholeTimeline = { after: 0, limit: 10_000, part: 'case' } as const;
const mostShown = 20;

/** As many last entries as the revision moved on: of the instance, or of the case where that was addressed. */
async function changes(
  fault: CaseFault,
  reader: Identity,
  { caseId, procedure, procedureId }: Wanted,
  cases: CaseReader,
) {
  const since = fault.detail.changedSince;
  if (!since) return {};
  const { items } = await cases.timeline(reader, caseId, wholeTimeline);
  const ofCase = procedure === 'caseFile' || !procedureId;
  const addressed = items.filter(
    (item) => 'restricted' in item || ofCase || item.procedureId === procedureId,
  );
  const known = ofCase ? addressed : addressed.filter((item) => !('restricted' in item));
  return { changes: known.slice(-Math.min(Math.max(1, since.to - since.from), mostShown)) };
}
