import type { Rule } from '#libs/vocabulary';
import { childStatuses, isChild } from '../circumstances.js';
import { code, codeList } from '../read.js';
import { no } from '../reasons.js';
import {
  anotherBody,
  durableSolution,
  floorPassed,
  noOpenProposal,
  noPendingHandoff,
  notHoused,
  notMissing,
  reconsiderationOver,
  screened,
  stillAhead,
} from '../rules/index.js';

/** What an adult refuses is proposed and confirmed by two persons; a system opens no case with it. */
export const refusalByPerson: Rule = ({ data, facts }) =>
  facts.bySystem &&
  code(data, 'consentReferToMainDepartment') === 'no' &&
  !childStatuses.includes(code(data, 'ageStatus') ?? '')
    ? no('person-needed', { pointer: '/consentReferToMainDepartment' })
    : undefined;

/** What stands against closing; asked when it is proposed and again when it is confirmed. */
export const closing: readonly Rule[] = [
  floorPassed,
  reconsiderationOver,
  notMissing,
  notHoused,
  screened,
  noOpenProposal,
  noPendingHandoff,
  durableSolution,
];

export const ifClosing =
  (rule: Rule): Rule =>
  (input) =>
    code(input.instance?.context, 'endKind') === 'close' ? rule(input) : undefined;

/** A void and a death are confirmed by a person of another body. */
export const twoBodiesUnlessClosing: Rule = (input) =>
  code(input.instance?.context, 'endKind') === 'close' ? undefined : anotherBody(input);

export const survivorNamed: Rule = ({ view, data, facts }) => {
  const survivor = code(data, 'survivingCaseId');
  if (survivor === null && code(data, 'reason') !== 'duplicate') return undefined;
  return survivor === null || survivor === view.id || facts.survivorIsOpen === false
    ? no('surviving-case-needed', { pointer: '/survivingCaseId' })
    : undefined;
};

/** Her file is carried by somebody of the body that owns it. */
export const officerOfOwner: Rule = ({ facts }) =>
  facts.officerIsOfOwner === false ? no('no-such-officer', { pointer: '/officerId' }) : undefined;

/** A case that the caller may not know is to her as one that does not exist. */
export const linkedKnown: Rule = ({ view, data, facts }) =>
  facts.linkedIsKnown === false || code(data, 'caseId') === view.id
    ? no('no-such-case', { pointer: '/caseId' })
    : undefined;

export const notLinkedYet: Rule = ({ facts }) =>
  facts.linkedAlready ? no('already-linked', { pointer: '/caseId' }) : undefined;

/** The case that is to remain may have ended while the void waited: returned, or that case is reopened first. */
export const survivorRemains: Rule = ({ instance, facts }) =>
  code(instance?.context, 'survivingCaseId') !== null && facts.survivorIsOpen === false
    ? no('surviving-case-closed')
    : undefined;

/** Age is assessed where it is in doubt. */
export const ageInDoubt: Rule = ({ view }) => (isChild(view) ? undefined : no('age-not-in-doubt'));

/** Only who is found to be an adult can have come of age already. */
export const aheadUnlessAdult: Rule = (input) =>
  input.data?.['outcome'] === 'adult' ? undefined : stillAhead(input);

/** Two disciplines, and never the police alone or as one of the two. */
export const twoDisciplines: Rule = ({ data }) =>
  data && new Set(codeList(data, 'disciplines').filter((one) => one !== 'police')).size < 2
    ? no('two-disciplines-needed', { pointer: '/disciplines' })
    : undefined;

/** Only the body that made an entry corrects it; the old entry stays. */
export const authorsBody: Rule = ({ data, facts }) => {
  if (!data) return undefined;
  if (!facts.correcting) return no('no-such-entry', { pointer: '/entrySeq' });
  return facts.correcting.bodyId === facts.actor.bodyId ? undefined : no('authors-body-only');
};
