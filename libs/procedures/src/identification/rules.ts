import { lawEnforcementKinds, sectorOf, type Rule, type RuleInput } from '#libs/vocabulary';
import { identificationOf, ownerOf, refusalScope, sharingRefused } from '../circumstances.js';
import { actingKind, bodyOf } from '../desks.js';
import { code, codeList, isSet } from '../read.js';
import { no } from '../reasons.js';
import { floorPassed } from '../rules/index.js';

export const indicatorsRecorded: Rule = ({ instance }) =>
  isSet(instance?.context, 'indicators') ? undefined : no('indicators-needed');

/** From the presumption on an indication is decided, never rejected. */
export const neverPresumed: Rule = ({ view }) =>
  code(identificationOf(view)?.context, 'presumedAt') === null ? undefined : no('already-presumed');

/** The body that screens: the owner of the case, or the Main Department. */
export const screeningBody: Rule = ({ view, facts }) =>
  ownerOf(view) === facts.actor.bodyId || actingKind(facts) === 'mainDepartment'
    ? undefined
    : no('owner-only');

/** Of the proposal that waits, else of the decision that is given: an earlier proposal says nothing of that. */
const outcomeOf = ({ data, instance }: RuleInput) =>
  instance?.state === 'decisionProposed' ? code(instance.context, 'proposedOutcome') : code(data, 'outcome');

/** A negative decision waits for the floor, when proposed and again when confirmed; a positive one never does. */
export const negativeAfterFloor: Rule = (input) =>
  outcomeOf(input) === 'notIdentified' ? floorPassed(input) : undefined;

/** Heard alone, in a language understood, and not through somebody else. */
export const heardInPerson: Rule = ({ data }) => {
  if (!data) return undefined;
  if (isSet(data, 'throughThirdPerson'))
    return no('through-third-person', { pointer: '/throughThirdPerson' });
  if (!isSet(data, 'heardAlone')) return no('not-heard-alone', { pointer: '/heardAlone' });
  return isSet(data, 'languageUnderstood')
    ? undefined
    : no('language-not-understood', { pointer: '/languageUnderstood' });
};

export const refusalOnRecord: Rule = ({ instance }) =>
  code(instance?.context, 'refusalScope') !== null || isSet(instance?.context, 'sharingRefused')
    ? undefined
    : no('nothing-refused');

/** Who refused everything comes back by the code she kept: nobody else unseals what she closed. */
export const byReturnCode: Rule = ({ view, facts }) =>
  refusalScope(view) === 'everything' && !facts.returnCode ? no('return-code-needed') : undefined;

/** The decisive interview waits for an interpreter; urgent help never does. */
export const interpreted: Rule = ({ data }) =>
  data?.['interpreter'] === 'missing' ? no('interpreter-needed', { pointer: '/interpreter' }) : undefined;

export const knownParticipant: Rule = ({ data, facts, view }) => {
  if (!data) return undefined;
  const body = bodyOf(facts, code(data, 'bodyId'));
  const pointer = '/bodyId';
  if (!body?.active) return no('unknown-body', { pointer });
  if (lawEnforcementKinds.some((kind) => kind === body.kind)) return no('handover-prohibited', { pointer });
  return sharingRefused(view) ? no('sharing-refused', { pointer }) : undefined;
};

/** As long as the window runs, or she was not told of the decision yet. */
export const windowOpen: Rule = ({ instance, facts }) => {
  if (isSet(instance?.context, 'reconsidered')) return no('already-reconsidered');
  const window = instance?.clocks['reconsiderationWindow'];
  const open =
    window?.state === 'running' && (window.dueAt > facts.now || instance?.context['told'] === null);
  return open ? undefined : no('window-passed');
};

/** Neither who proposed or confirmed the decision nor the body that decided reads it again. */
export const tookNoPart: Rule = ({ instance, facts: { actor } }) => {
  const context = instance?.context;
  const person = actor.id !== null && codeList(context, 'deciders').includes(actor.id);
  return person || code(context, 'decidedByBody') === actor.bodyId ? no('took-part-in-decision') : undefined;
};

const sectorOfId = (facts: RuleInput['facts'], id: string | null) => {
  const body = bodyOf(facts, id);
  return body && sectorOf(body.kind);
};

/** An opinion counts only from a sector other than that of the body which decided. */
export const otherSector: Rule = ({ instance, facts }) =>
  sectorOfId(facts, facts.actor.bodyId) === sectorOfId(facts, code(instance?.context, 'decidedByBody'))
    ? no('opinion-of-same-sector')
    : undefined;

/** The reviewer decides with an opinion from a sector other than her own, given by another person. */
export const opinionOfOtherSector: Rule = ({ instance, facts }) => {
  const context = instance?.context;
  if (code(context, 'opinion') === null) return no('opinion-needed');
  const same = sectorOfId(facts, code(context, 'opinionByBody')) === sectorOfId(facts, facts.actor.bodyId);
  return same || code(context, 'opinionBy') === facts.actor.id ? no('opinion-of-same-sector') : undefined;
};
