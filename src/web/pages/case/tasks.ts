import { procedures, taskLabels, type TaskCode } from '#libs/procedures';
import { type Language, type Role, roleLabels, type Words } from '#libs/vocabulary';
import type { CaseHeader } from '../../../cases/index.js';
import { commandAddress } from './view-model.js';

type Step = readonly [procedure: string, command: string];

/** The step that does what a task asks for. Tasks that are done elsewhere, or in several ways, are not named. */
const stepOf: Partial<Record<TaskCode, Step>> = {
  'inform-person': ['reflection', 'inform'],
  'reflection-elapsed': ['reflection', 'recordDecision'],
  'decision-to-tell': ['identification', 'informOfDecision'],
  'offer-unanswered': ['placement', 'acceptOffer'],
  'stay-ended': ['placement', 'extendStay'],
  'interim-representative': ['guardianship', 'appointInterim'],
  appointment: ['guardianship', 'appointGuardian'],
  visit: ['guardianship', 'recordVisit'],
  'plan-transition': ['guardianship', 'planTransition'],
  'long-term-review': ['missingPerson', 'reviewLongTerm'],
  'return-interview': ['missingPerson', 'recordReturnInterview'],
  'follow-up': ['caseFile', 'recordFollowUp'],
};

export interface TaskShown {
  readonly label: Words | string;
  /** Where the reader may take the step now. */
  readonly href?: string;
  /** Whose step it is, where it is not for the reader's role. */
  readonly roles?: string;
}

/** What a body owes in a case: as a link where the reader can do it, else with the roles whose step it is. */
export const tasksShown = (
  codes: readonly string[],
  { id, procedures: shown }: Pick<CaseHeader, 'id' | 'procedures'>,
  reader: { readonly role: Role; readonly language: Language },
): readonly TaskShown[] =>
  codes.map((code) => {
    const label = (taskLabels as Readonly<Record<string, Words>>)[code] ?? code;
    const [type = '', command = ''] = stepOf[code as TaskCode] ?? [];
    const instance = shown.find((each) => each.type === type && each.allowed.some(gives(command)));
    if (instance) return { label, href: commandAddress(id, instance, command) };
    const by = procedures[type]?.commands[command]?.by;
    if (!Array.isArray(by) || by.includes(reader.role)) return { label };
    return { label, roles: by.map((role: Role) => roleLabels[role][reader.language]).join(', ') };
  });

const gives =
  (command: string) =>
  (allowed: { readonly command: string }): boolean =>
    allowed.command === command;
