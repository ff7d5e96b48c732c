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

export const guardianshipBody = (facts: Facts, district: string | null): Body | undefined =>
  nearest(bodiesOf(facts, 'guardianship'), district)[0];

/** Houses in the order in which they are asked. */
export const shelters = (facts: Facts, district: string | null): readonly Body[] =>
  nearest(bodiesOf(facts, 'shelter'), district);

/** Assistance centre first, then an NGO: who serves a person that wants no police. */
export const supportBody = (facts: Facts, district: string | null): Body | undefined =>
  nearest(bodiesOf(facts, 'assistanceCentre'), district)[0] ?? nearest(bodiesOf(facts, 'ngo'), district)[0];

export const bodyOf = ({ bodies }: Facts, id: string | null | undefined): Body | undefined =>
  id ? bodies[id] : undefined;

/** The kind of the body in whose name somebody acts. */
export const actingKind = (facts: Facts): BodyKind | undefined => bodyOf(facts, facts.actor.bodyId)?.kind;
