import { many, refuse, type CaseView, type Facts, type Refusal } from '#libs/vocabulary';

/**
 * A body that was handed the case acts in it once it has accepted; until then it answers the handoff. Who sees the past
 * work of a body that takes part no longer only looks back.
 */
export function beforeAccepting(
  view: CaseView,
  { actor: { bodyId, role }, participants }: Facts,
): Refusal | undefined {
  if (bodyId === null) return undefined;
  if (role === 'supervisor' && !participants[bodyId]) return refuse('takes-part-no-longer');
  if (participants[bodyId] !== 'preview') return undefined;
  const accepted = many(view, 'handoff').some(
    ({ state, context }) => state === 'accepted' && context['toBodyId'] === bodyId,
  );
  return accepted ? undefined : refuse('handoff-not-accepted');
}
