import { code } from '#libs/vocabulary';
import { handoffsOf, instanceOf, ofEach, type Invariant } from './moment.js';

const answers = [
  'confirmRejection',
  'returnRejection',
  'confirmRefusal',
  'returnRefusal',
  'confirmDecision',
  'returnDecision',
  'confirmTermination',
  'returnTermination',
  'confirmEnd',
  'returnEnd',
];

export const makerIsNotChecker: Invariant = ofEach(
  ({ command }) => answers.includes(command),
  ({ procedure, actor }, { makers }) =>
    (makers[procedure]?.id ?? null) === actor.id && 'proposed and answered by one person',
);

/** Void and death are answered by another body, and so is a termination. */
export const twoBodies: Invariant = ofEach(
  ({ command }) => ['confirmEnd', 'confirmTermination'].includes(command),
  ({ procedure, actor }, { makers }) => {
    const maker = makers[procedure];
    return maker?.command !== 'close' && maker?.bodyId === actor.bodyId && 'one body alone';
  },
);

export const anotherReads: Invariant = ofEach(
  ({ command }) => command === 'decideReconsideration',
  ({ actor }, { deciders, decidingBody }) =>
    (deciders.includes(actor.id) || decidingBody === actor.bodyId) && 'by who took part in the decision',
);

/** A body, always; it changes only by an accepted transfer of who owned the case until then. */
export const oneOwner: Invariant = ({ after, steps, known, knownBefore }) => {
  const owner = code(instanceOf(after, 'caseFile')?.context, 'ownerBodyId');
  const moved = knownBefore[0]?.owner !== null && knownBefore[0]?.owner !== known.owner;
  const [cause] = steps;
  const handoff = handoffsOf(after).find(({ id }) => id === cause?.procedureId);
  const lawful =
    cause?.command === 'accept' &&
    handoff?.context['kind'] === 'transfer' &&
    handoff.context['fromBodyId'] === knownBefore[0]?.owner &&
    handoff.context['toBodyId'] === known.owner &&
    cause.actor.bodyId === known.owner;
  return [
    ...(owner && owner === known.owner ? [] : [`owner in the file ${owner}, told ${String(known.owner)}`]),
    ...(moved && !lawful ? [`ownership moved by ${String(cause?.command)}`] : []),
  ];
};

/** Nobody's silence decides: a clock ends no procedure; only a house that does not answer is passed over. */
export const nothingEndsByItself: Invariant = ({ before, after, steps }) => {
  if (steps[0]?.actor.role !== 'clock') return [];
  const ended = after.instances.filter(({ id, final, state, type, context }) => {
    const was = before.instances.find((instance) => instance.id === id);
    const passedOver =
      type === 'handoff' && context['purpose'] === 'shelter' && ['redirected', 'withdrawn'].includes(state);
    return was && was.state !== state && !passedOver && (final || type !== 'reflection');
  });
  return ended.map(({ type, state }) => `${type} became ${state} by a clock`);
};
