import { lawEnforcementKinds, type Body, type Refusal, type Rule, type RuleInput } from '#libs/vocabulary';
import {
  fileOf,
  guardianshipOf,
  handoffs,
  handoffsPending,
  identificationOf,
  isChild,
  refusesMainDepartment,
  sharingRefused,
} from '../circumstances.js';
import { actingKind, bodyOf } from '../desks.js';
import { dutyToNotify } from '../duties.js';
import { purposeOf } from '../purposes.js';
import { amount, code, isSet } from '../read.js';
import { no } from '../reasons.js';
import { LAST_RUNG } from './machine.js';

const pointer = '/toBodyId';

const target = ({ data, facts }: RuleInput): Body | undefined => bodyOf(facts, code(data, 'toBodyId'));

/** What a handoff is for: said when sending, kept in the context afterwards. */
const purposeName = ({ data, instance }: RuleInput) =>
  code(data, 'purpose') ?? code(instance?.context, 'purpose');

export const knownDesk: Rule = (input) =>
  input.data && !target(input)?.active ? no('unknown-body', { pointer }) : undefined;

export const notToSelf: Rule = ({ data, facts }) =>
  data && code(data, 'toBodyId') === facts.actor.bodyId ? no('handoff-to-self', { pointer }) : undefined;

/**
 * No handing over of a suspected victim to law enforcement other than the Main Department (Decision 21/2008, Art. 7).
 * What carries codes only is none; who has been identified may be put in touch with the Migration Service.
 */
export const handoverProhibited: Rule = (input) => {
  const kind = target(input)?.kind;
  if (!kind || !lawEnforcementKinds.some((prohibited) => prohibited === kind)) return undefined;
  const purpose = purposeOf(purposeName(input));
  const fits = purpose?.desks.includes(kind) === true;
  const identified = identificationOf(input.view)?.state === 'identified';
  const residence = fits && purposeName(input) === 'migration' && identified;
  return (fits && purpose.codesOnly) || residence ? undefined : no('handover-prohibited', { pointer });
};

export const rightDesk: Rule = (input) => {
  const desk = target(input);
  if (!desk || purposeOf(purposeName(input))?.desks.includes(desk.kind)) return undefined;
  return no('wrong-desk-for-purpose', { pointer, values: { purpose: purposeName(input) ?? '' } });
};

export const kindFits: Rule = ({ data }) => {
  const kinds: readonly string[] | undefined = data && purposeOf(code(data, 'purpose'))?.kinds;
  return kinds && !kinds.includes(code(data, 'kind') ?? '')
    ? no('kind-does-not-fit', { pointer: '/kind' })
    : undefined;
};

/** A transfer gives ownership away: only the owner can. */
export const transferByOwner: Rule = ({ view, data, facts }) =>
  data &&
  code(data, 'kind') === 'transfer' &&
  code(fileOf(view)?.context, 'ownerBodyId') !== facts.actor.bodyId
    ? no('owner-only')
    : undefined;

/** A house is asked by a placement, which knows its beds, keeps one and asks the next. */
export const notByHand: Rule = ({ data }) =>
  code(data, 'purpose') === 'shelter' ? no('shelter-by-placement', { pointer: '/purpose' }) : undefined;

/** Houses do not know each other: one that cannot take her in declines, and the next is asked. */
export const houseDeclines: Rule = ({ instance }) =>
  code(instance?.context, 'purpose') === 'shelter' ? no('house-declines') : undefined;

export const onePending: Rule = (input) => {
  const toBodyId = code(input.data, 'toBodyId');
  const purpose = purposeName(input);
  if (!toBodyId || !purpose) return undefined;
  return handoffs(input.view, { purpose, toBodyId, states: handoffsPending }).length > 0
    ? no('handoff-already-pending', { pointer })
    : undefined;
};

export const searchInDanger: Rule = ({ view, data }) =>
  data && code(data, 'purpose') === 'search' && !isChild(view) && code(data, 'basis') !== 'vitalInterest'
    ? no('search-needs-danger', { pointer: '/basis' })
    : undefined;

/** On which ground data may be passed on. What carries codes only needs none. */
export const lawfulBasis: Rule = (input) => {
  const { data } = input;
  if (!data || purposeOf(code(data, 'purpose'))?.codesOnly) return undefined;
  const basis = code(data, 'basis');
  if (basis === 'consent') return consented(input) ?? refusedMainDepartment(input);
  return basis === 'statutoryDuty' ? bound(input) : refusedMainDepartment(input);
};

function consented({ view, data }: RuleInput): Refusal | undefined {
  const basis = '/basis';
  if (isChild(view) && purposeOf(code(data, 'purpose'))?.statutory)
    return no('consent-not-asked-of-child', { pointer: basis });
  if (sharingRefused(view)) return no('sharing-refused', { pointer: basis });
  return isSet(data, 'consentGiven') ? undefined : no('consent-needed', { pointer: '/consentGiven' });
}

/** A duty binds state bodies towards the Main Department, and everyone where the person may be a child. */
function bound(input: RuleInput): Refusal | undefined {
  const { view, data, facts } = input;
  if (isChild(view)) return undefined;
  const duty = dutyToNotify(actingKind(facts), facts.now);
  if (!duty || code(data, 'purpose') !== 'identification')
    return no('no-duty-to-share', { pointer: '/basis' });
  return duty.despiteRefusal ? undefined : refusedMainDepartment(input);
}

/** An adult who wants no formal procedure is not passed to the Main Department for any other purpose either. */
function refusedMainDepartment(input: RuleInput): Refusal | undefined {
  return refusesMainDepartment(input.view) && target(input)?.kind === 'mainDepartment'
    ? no('person-refused', { pointer })
    : undefined;
}

/**
 * What was sent for another purpose does not come to the Main Department by being sent on. The statutory referral
 * still waits only where the duty stands against the refusal.
 */
export const notSentOnAgainstRefusal: Rule = (input) =>
  purposeName(input) === 'identification' ? undefined : refusedMainDepartment(input);

export const receiverOnly: Rule = ({ instance, facts }) =>
  code(instance?.context, 'toBodyId') === facts.actor.bodyId ? undefined : no('receiver-only');

/** What nobody answered up the whole ladder the Coordinator sends to a body that can: openly, and to all who have to do with it. */
export const receiverOrLastRung: Rule = (input) =>
  actingKind(input.facts) === 'coordinator' && amount(input.instance?.context, 'rung') >= LAST_RUNG
    ? undefined
    : receiverOnly(input);

/** A receiver knows of itself why it is not the one; who redirects in its place says why. */
export const saysWhy: Rule = (input) =>
  input.data && code(input.data, 'reason') === null && receiverOnly(input)
    ? no('redirect-reason', { pointer: '/reason' })
    : undefined;

export const senderOnly: Rule = ({ instance, facts }) =>
  code(instance?.context, 'fromBodyId') === facts.actor.bodyId ? undefined : no('sender-only');

export const notStatutory =
  (reason: 'statutory-cannot-be-declined' | 'statutory-cannot-be-withdrawn'): Rule =>
  ({ instance }) =>
    isSet(instance?.context, 'statutory') ? no(reason) : undefined;

/** What the guardianship body refers to its commission on minors. */
const ofCommission = ({ instance }: RuleInput): boolean =>
  code(instance?.context, 'purpose') === 'secondReading' &&
  code(instance?.context, 'about') === 'guardianship';

/**
 * The commission answers by its decision, which ends the handoff; it neither declines what the law gives it nor reports
 * an outcome without having decided. Where guardianship has ended there is nothing left to decide.
 */
export const commissionDecides: Rule = (input) =>
  ofCommission(input) && guardianshipOf(input.view)?.state !== 'ended' ? no('commission-decides') : undefined;

/** Only a commission can decide: what was referred to one goes on to no other body. */
export const staysWithCommissions: Rule = (input) => {
  const desk = target(input);
  return desk && desk.kind !== 'commission' && ofCommission(input)
    ? no('wrong-desk-for-purpose', { pointer, values: { purpose: purposeName(input) ?? '' } })
    : undefined;
};

/** Who cannot search for a missing child passes it to who can; nobody leaves her unlooked for. */
export const childIsSearchedFor: Rule = (input) =>
  purposeName(input) === 'search' && isChild(input.view)
    ? no('search-for-child-cannot-be-declined')
    : undefined;
