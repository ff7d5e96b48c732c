import { many, refuse, type CaseView, type Facts, type Refusal } from '#libs/vocabulary';

/** A body that was handed the case acts in it once it has accepted; until then it answers the handoff. */
export function beforeAccepting(
  view: CaseView,
  { actor: { bodyId }, participants }: Facts,
): Refusal | undefined {
  if (bodyId === null || participants[bodyId] !== 'preview') return undefined;
  const accepted = many(view, 'handoff').some(
    ({ state, context }) => state === 'accepted' && context['toBodyId'] === bodyId,
  );
  return accepted ? undefined : refuse('handoff-not-accepted');
}
