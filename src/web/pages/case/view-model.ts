import { compartments, type Language } from '#libs/vocabulary';
import type { CaseHeader, ProcedureShown } from '../../../cases/index.js';

/** The page of a case: the strip (owner, state, next step, nearest clock), then every procedure with its choices. */
export function caseShown(header: CaseHeader, language: Language) {
  return {
    case: header,
    state: standing(header).map(({ label, stateLabel }) => `${label[language]}: ${stateLabel[language]}`),
    next: nextStep(header),
    procedures: header.procedures.map((procedure) => ({
      ...procedure,
      running: procedure.deadlines.filter(({ state }) => state === 'running'),
      blocked: procedure.blocked.filter(({ reason }) => reason.code !== ofOtherStates),
      elsewhere: procedure.blocked.filter(({ reason }) => reason.code === ofOtherStates),
    })),
    compartments,
    mayRead: header.ground !== 'oversight',
  };
}

/** Steps of other states are told together: the reason is the same for all. */
const ofOtherStates = 'not-allowed-in-this-state';

/** What the case stands at, told by its main procedures. */
function standing({ procedures }: CaseHeader): readonly ProcedureShown[] {
  const main = procedures.filter(({ type }) => type === 'caseFile' || type === 'identification');
  return main.length > 0 ? main : procedures.slice(0, 1);
}

/** The first step that is open to this reader where the nearest clock runs; undefined when others owe it. */
function nextStep({ id, procedures, nextDeadline }: CaseHeader) {
  const urgent = procedures.find(({ deadlines }) =>
    deadlines.some(({ name, state }) => state === 'running' && name === nextDeadline?.name),
  );
  const open = [urgent, ...procedures.filter(({ type }) => type === 'identification')].find(
    (procedure) => (procedure?.allowed.length ?? 0) > 0,
  );
  const [first] = open?.allowed ?? [];
  return open && first ? { label: first.label, href: commandAddress(id, open, first.command) } : undefined;
}

export const commandAddress = (
  caseId: string,
  { type, id }: { readonly type: string; readonly id: string },
  command: string,
): string => `/cases/${caseId}/commands/${type}/${command}?procedureId=${id}`;
