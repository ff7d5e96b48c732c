import { many, one, type CaseView, type Facts, type InstanceView, type Uuid } from '#libs/vocabulary';
import { code, isSet } from './read.js';

/** What the rules of several procedures read of a case. */
export const fileOf = (view: CaseView): InstanceView | undefined => one(view, 'caseFile');
/** Closed, and not reopened since. */
export const isClosed = (view: CaseView): boolean => fileOf(view)?.state === 'closed';
export const identificationOf = (view: CaseView): InstanceView | undefined => one(view, 'identification');
export const reflectionOf = (view: CaseView): InstanceView | undefined => one(view, 'reflection');

export const guardianshipOf = (view: CaseView): InstanceView | undefined => one(view, 'guardianship');

/** A child, or who may be one. */
export const childStatuses: readonly string[] = ['child', 'presumedChild'];
export const isChild = (view: CaseView): boolean =>
  childStatuses.includes(code(fileOf(view)?.context, 'ageStatus') ?? '');

/** Who answers for what is done: nobody yet where a system did it. */
export const officerActing = ({ actor, bySystem }: Facts): Uuid | null => (bySystem ? null : actor.id);

export const ownerOf = (view: CaseView): Uuid | null => code(fileOf(view)?.context, 'ownerBodyId');
export const districtOf = (view: CaseView): string | null => code(fileOf(view)?.context, 'district');
export const consentTo = (view: CaseView, what: 'ReferToMainDepartment' | 'Services' | 'Shelter'): string =>
  code(fileOf(view)?.context, `consent${what}`) ?? 'notAsked';

/** Nothing may be passed on with consent as its ground. */
export const sharingRefused = (view: CaseView): boolean =>
  isSet(fileOf(view)?.context, 'sharingRefused') || refusalScope(view) === 'everything';

/** `formalProcedure` or `everything`; null where the person refused neither. */
export const refusalScope = (view: CaseView): string | null => code(fileOf(view)?.context, 'refusalScope');

/** An adult who wants no formal procedure: nothing goes to the Main Department for any other purpose either. */
export const refusesMainDepartment = (view: CaseView): boolean =>
  !isChild(view) && (refusalScope(view) !== null || consentTo(view, 'ReferToMainDepartment') === 'no');

const wasPresumed = (view: CaseView): boolean => code(identificationOf(view)?.context, 'presumedAt') !== null;

/** Where the case stands towards the time before which nothing negative may be decided (CETS 197 Art. 13). */
export type Floor =
  | { readonly kind: 'none' | 'notBegun' | 'notInformed' | 'passed' }
  | { readonly kind: 'running'; readonly until: string };

/** A clock that passed in a voluntary period says nothing: presumed since, she is to be informed anew. */
const begun = ({ context }: InstanceView): boolean =>
  code(context, 'informedAt') !== null || isSet(context, 'carriedOver');

/**
 * Read from the clock's own dates, never from the state: a late sweep, a claimed time or a termination changes
 * nothing. A voluntary period binds nobody before the person is presumed.
 */
export function floorOf(view: CaseView, { now }: Pick<Facts, 'now'>): Floor {
  const reflection = reflectionOf(view);
  if (!reflection) return { kind: wasPresumed(view) ? 'notBegun' : 'none' };
  if (isSet(reflection.context, 'voluntary') && !wasPresumed(view)) return { kind: 'none' };
  const clock = reflection.clocks['reflectionFloor'];
  if (!clock || clock.state === 'stopped' || !begun(reflection)) return { kind: 'notInformed' };
  if (clock.state === 'running' && clock.dueAt > now) return { kind: 'running', until: clock.dueAt };
  return { kind: 'passed' };
}

export const handoffsUnderWay = ['sent', 'received', 'accepted'];
export const handoffsPending = ['sent', 'received'];

/** Whether or not a house still has it to answer. */
export const shelterRequests = (view: CaseView): readonly InstanceView[] =>
  many(view, 'handoff').filter(({ context }) => context['purpose'] === 'shelter');

export interface HandoffFilter {
  readonly kind?: string;
  readonly purpose?: string;
  readonly toBodyId?: string;
  readonly about?: string;
  readonly basis?: string;
  readonly states?: readonly string[];
}

export const handoffs = (
  view: CaseView,
  { kind, purpose, toBodyId, about, basis, states = handoffsUnderWay }: HandoffFilter = {},
): readonly InstanceView[] =>
  many(view, 'handoff').filter(
    ({ state, context }) =>
      states.includes(state) &&
      (!kind || context['kind'] === kind) &&
      (!purpose || context['purpose'] === purpose) &&
      (!about || context['about'] === about) &&
      (!basis || context['basis'] === basis) &&
      (!toBodyId || context['toBodyId'] === toBodyId),
  );
