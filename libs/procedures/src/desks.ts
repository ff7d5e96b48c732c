import type { Body, BodyKind, Facts } from '#libs/vocabulary';

/** Finding the body that a consequence goes to. Of several that fit, the first by code: the same facts, the same desk. */
export const bodiesOf = ({ bodies }: Facts, ...kinds: readonly BodyKind[]): readonly Body[] =>
  Object.values(bodies)
    .filter(({ active, kind }) => active && kinds.includes(kind))
    .sort((one, other) => (one.code < other.code ? -1 : 1));

/** Of the district first, then of the whole country, then any: a wrong desk can redirect, a missing one cannot. */
const nearest = (bodies: readonly Body[], district: string | null): readonly Body[] =>
  [
    (body: Body) => district !== null && body.district === district,
    (body: Body) => body.district === null,
    () => true,
  ]
    .flatMap((near) => bodies.filter(near))
    .filter((body, index, all) => all.indexOf(body) === index);

export const mainDepartment = (facts: Facts): Body | undefined => bodiesOf(facts, 'mainDepartment')[0];
export const reviewUnit = (facts: Facts): Body | undefined => bodiesOf(facts, 'reviewUnit')[0];
export const coordinator = (facts: Facts): Body | undefined => bodiesOf(facts, 'coordinator')[0];

export const prosecutor = (facts: Facts, district: string | null = null): Body | undefined =>
  nearest(bodiesOf(facts, 'prosecution'), district)[0];

export const police = (facts: Facts, district: string | null): Body | undefined =>
  nearest(bodiesOf(facts, 'police'), district)[0];

export const guardianshipBody = (facts: Facts, district: string | null): Body | undefined =>
  nearest(bodiesOf(facts, 'guardianship'), district)[0];

/** On the affairs and rights of minors. */
export const commission = (facts: Facts, district: string | null): Body | undefined =>
  nearest(bodiesOf(facts, 'commission'), district)[0];

/** Assistance centre first, then an NGO: who serves a person that wants no police. */
export const supportBody = (facts: Facts, district: string | null): Body | undefined =>
  nearest(bodiesOf(facts, 'assistanceCentre'), district)[0] ?? nearest(bodiesOf(facts, 'ngo'), district)[0];

export const bodyOf = ({ bodies }: Facts, id: string | null | undefined): Body | undefined =>
  id ? bodies[id] : undefined;

/** The kind of the body in whose name somebody acts. */
export const actingKind = (facts: Facts): BodyKind | undefined => bodyOf(facts, facts.actor.bodyId)?.kind;

const own = (facts: Facts) => (body: Body | undefined) => body?.id === facts.actor.bodyId;
const takingPart = (facts: Facts, ...kinds: readonly BodyKind[]): readonly Body[] =>
  bodiesOf(facts, ...kinds).filter(({ id }) => (facts.participants[id] ?? 'preview') !== 'preview');

/**
 * Another body that reads a proposal: one that takes part already, else the assistance centre or an NGO, the review
 * unit, the Coordinator. Never law enforcement other than the Main Department, nor this one against a refusal.
 */
export const secondReader = (
  facts: Facts,
  district: string | null,
  refusesMainDepartment = false,
): Body | undefined =>
  [
    ...takingPart(facts, 'guardianship', 'assistanceCentre', 'ngo', 'shelter', 'mainDepartment', 'health'),
    supportBody(facts, district),
    reviewUnit(facts),
    coordinator(facts),
  ]
    .filter((body) => !refusesMainDepartment || body?.kind !== 'mainDepartment')
    .find((body) => body !== undefined && !own(facts)(body));

/** Who serves a person that wants no police: of those that take part already, else the nearest. */
export const servingBody = (facts: Facts, district: string | null): Body | undefined =>
  takingPart(facts, 'assistanceCentre', 'ngo')[0] ?? supportBody(facts, district);
