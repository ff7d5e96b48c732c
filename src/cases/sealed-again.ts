import { decide, evolve, type Decision, type Step } from '#libs/rulebook';
import { isSet, one, type CaseView, type Facts } from '#libs/vocabulary';
import { law } from './law.js';

/**
 * Words written about a person whose refusal of everything still stands after hers were destroyed: sealed with this
 * command, and destroyed after the same guard. Nothing is added where she does not refuse, or the guard still runs.
 */
export function sealedAgain(view: CaseView, decision: Decision, facts: Facts): Decision {
  const after = decision.steps.reduce<CaseView>((so, step) => evolve(law, so, step), view);
  const identification = one(after, 'identification');
  if (identification?.state !== 'refused' || !isSet(identification.context, 'shredded')) return decision;
  const command = {
    procedure: 'identification',
    procedureId: identification.id,
    command: 'sealAgain',
    data: {},
  };
  const actor = { ...facts.actor, role: 'rulebook' } as const;
  const outcome = decide(law, after, command, { ...facts, actor });
  if (outcome.kind === 'refused') return decision;
  return { ...decision, steps: [...decision.steps, ...outcome.steps.map(causedBy(decision.steps))] };
}

/** Its first step follows from the command itself, the others from it. */
const causedBy =
  ({ length }: readonly Step[]) =>
  (step: Step): Step => ({ ...step, cause: step.cause === null ? 0 : step.cause + length });
