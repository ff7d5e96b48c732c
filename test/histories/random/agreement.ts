import { allowedCommands, blockedStarts, startable, type Law } from '#libs/rulebook';
import type { CaseView, CommandSpec, Facts, Refusal } from '#libs/vocabulary';
import type { PlanLink } from '#libs/plan';

/** A command as the rulebook offers it: on an instance, or as a start where there is none. */
export interface Offer {
  readonly procedure: string;
  readonly procedureId: string | undefined;
  readonly command: string;
  readonly spec: CommandSpec<PlanLink> | undefined;
  /** Why it is not possible now; undefined for what is. */
  readonly blocked: Refusal | undefined;
}

/** All that the rulebook shows this actor: what may be done and started, and what may not with the reason. */
export function offersTo(law: Law, view: CaseView, facts: Facts): Offer[] {
  const live = view.instances.filter(({ final }) => !final);
  const ofInstances = live.flatMap((instance) => {
    const { allowed, blocked } = allowedCommands(law, view, instance, facts);
    const place = { procedure: instance.type, procedureId: instance.id };
    return [
      ...allowed.map(({ command, spec }) => ({ ...place, command, spec, blocked: undefined })),
      ...blocked.map(({ command, reason }) => ({
        ...place,
        command,
        spec: law.procedures[instance.type]?.commands[command],
        blocked: reason,
      })),
    ];
  });
  const starts = startable(law, view, facts).map((start) => ({ ...start, blocked: undefined }));
  const notNow = blockedStarts(law, view, facts).map((start) => ({ ...start, blocked: start.reason }));
  return [...ofInstances, ...[...starts, ...notNow].map((start) => ({ ...start, procedureId: undefined }))];
}

/** Refusals that speak of the data and not of the case, beside those that point at a field. Reviewed by hand. */
const forItsData: Readonly<Record<string, readonly string[]>> = {
  'identification.proposeDecision': ['before-floor', 'not-informed-yet', 'floor-not-begun'],
  'identification.decideReconsideration': ['before-floor', 'not-informed-yet', 'floor-not-begun'],
  'identification.recordRefusal': ['not-allowed-in-this-state'],
  'caseFile.close': ['no-durable-solution', 'family-assessment-needed', 'family-not-safe'],
  'guardianship.end': ['best-interests-needed', 'best-interests-of-another-decision'],
  'caseFile.correctEntry': ['authors-body-only'],
  'handoff.send': ['owner-only'],
};

/** What does not fit between the offer and the answer to it; nothing where they agree. */
export function disagreement(offer: Offer, refusal: Refusal | undefined): string | undefined {
  const name = `${offer.procedure}.${offer.command}`;
  const ofData =
    refusal?.pointer !== undefined || (forItsData[name] ?? []).includes(refusal?.code ?? 'accepted');
  if (!offer.blocked)
    return refusal && !ofData ? `${name} is offered and then refused: ${refusal.code}` : undefined;
  if (!refusal) return `${name} is blocked (${offer.blocked.code}) and yet taken`;
  return refusal.code === offer.blocked.code || ofData
    ? undefined
    : `${name} is blocked for ${offer.blocked.code} and refused for ${refusal.code}`;
}
