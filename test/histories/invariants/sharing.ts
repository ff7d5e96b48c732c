import type { Step } from '#libs/rulebook';
import { code, type CaseView } from '#libs/vocabulary';
import { bodies } from '../../builders/bodies.js';
import { handoffsOf, instanceOf, ofEach, type Invariant } from './moment.js';

const kindOf = (id: unknown) => Object.values(bodies).find((body) => body.id === id)?.kind;
const sending = ({ procedure, command }: Step) => procedure === 'handoff' && command === 'send';
const pending = ['sent', 'received'];
const statutory = ['identification', 'guardianship'];

export const onePendingEach: Invariant = ({ after }) => {
  const places = handoffsOf(after)
    .filter(({ state }) => pending.includes(state))
    .map(({ context }) => `${code(context, 'purpose')} to ${code(context, 'toBodyId')}`);
  return places.filter((place, index) => places.indexOf(place) !== index).map((place) => `twice: ${place}`);
};

/** No step makes a second one, neither what a voided duplicate had asked. */
export const oneHouseAsked: Invariant = ({ before, after }) => {
  const [were, are] = [before, after].map(({ instances }) =>
    instances.filter(({ type, tags }) => type === 'placement' && tags.includes('pending')),
  );
  const allowed = Math.max(1, were?.length ?? 0);
  return are && are.length > allowed ? [`${are.length} requests for a shelter are open`] : [];
};

/** Whoever accepted her own bed for a person in a case that was void is read from outside all the same, in the same time. */
export const owedReadingGoesOver: Invariant = ofEach(
  ({ command, data }) => command === 'takeOver' && data['review'] === 'owed',
  ({ procedureId, data }, _, { after }) => {
    const placement = after.instances.find(({ id }) => id === procedureId);
    if (!placement || placement.final) return false;
    const clock = placement.clocks['houseReview'];
    const owed = placement.context['review'] === 'owed' && clock?.startedAt === data['reviewSince'];
    return !owed && 'a reading from outside was lost';
  },
);

export const statutoryStands: Invariant = ofEach(
  ({ procedure, command }) => procedure === 'handoff' && ['decline', 'withdraw', 'end'].includes(command),
  ({ command, actor, procedureId }, _, { before }) => {
    const purpose = code(before.instances.find(({ id }) => id === procedureId)?.context, 'purpose') ?? '';
    if (command === 'end') return actor.role !== 'rulebook' && 'ended by a person';
    return statutory.includes(purpose) && `a statutory handoff for ${purpose}`;
  },
);

/** To law enforcement other than the Main Department: codes only, or residence of who has been identified. */
export const noHandover: Invariant = ofEach(sending, ({ data }, _, { after }) => {
  const kind = kindOf(data['toBodyId']);
  if (!kind || !['police', 'prosecution', 'migration'].includes(kind)) return false;
  const purpose = code(data, 'purpose') ?? '';
  const codesOnly = ['release', 'nonPunishment', 'terminationReview', 'search'].includes(purpose);
  const residence = purpose === 'migration' && instanceOf(after, 'identification')?.state === 'identified';
  return !codesOnly && !residence && `handed over to ${kind} for ${purpose}`;
});

/** An adult who refused is not passed to the Main Department, on whatever ground. */
export const refusalHolds: Invariant = ofEach(
  sending,
  ({ data }, { child, refused }) =>
    !child &&
    refused &&
    kindOf(data['toBodyId']) === 'mainDepartment' &&
    code(data, 'purpose') !== 'search' &&
    `to the Main Department for ${code(data, 'purpose')} although she refused`,
);

/** A guardianship body that opened the case has taken the child up without being asked, and keeps her when the case moves on. */
const keptByGuardianship = (view: CaseView): boolean => {
  const guardianship = instanceOf(view, 'guardianship');
  return guardianship?.state !== 'notified' && kindOf(guardianship?.context['bodyId']) === 'guardianship';
};

/** A child's guardianship body is asked at once, and the asking ends only with the case. */
export const guardianshipAsked: Invariant = ({ after, known }) => {
  const file = instanceOf(after, 'caseFile');
  const dead = file?.context['endKind'] === 'deceased' && file.state === 'closed';
  if (!known.child || file?.state === 'voided' || dead) return [];
  if (kindOf(known.owner) === 'guardianship' || keptByGuardianship(after)) return [];
  const asked = handoffsOf(after).some(
    ({ state, context }) =>
      context['purpose'] === 'guardianship' && [...pending, 'accepted', 'completed'].includes(state),
  );
  return asked ? [] : ['no guardianship body is asked for the child'];
};

const adultsOnly = ['recordRefusal', 'confirmRefusal', 'begin', 'proposeTermination', 'confirmTermination'];

export const childRules: Invariant = (moment) => [
  ...ofEach(
    ({ command }) => adultsOnly.includes(command),
    (_, { child }) => child && 'for adults only',
  )(moment),
  ...ofEach(sending, ({ data }, { child }) =>
    child && data['basis'] === 'consent' && statutory.includes(code(data, 'purpose') ?? '')
      ? 'a child was asked for consent'
      : false,
  )(moment),
  ...(moment.known.child !== ['child', 'presumedChild'].includes(ageOf(moment) ?? '')
    ? [`age ${ageOf(moment)}`]
    : []),
];
const ageOf = ({ after }: { after: Parameters<typeof instanceOf>[0] }) =>
  code(instanceOf(after, 'caseFile')?.context, 'ageStatus');
