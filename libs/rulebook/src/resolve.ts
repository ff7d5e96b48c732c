import type { Ask, CaseView, Clock, DeadlineSpec, Effect, Facts, Instant } from '#libs/vocabulary';
import { dueOf, type Law } from './law.js';
import type { ClockChange, Step } from './step.js';

type StartDeadline = Extract<Ask, { type: 'startDeadline' }>;

interface Resolving {
  readonly law: Law;
  readonly facts: Facts;
  readonly view: CaseView;
  readonly step: Step;
  readonly ask: Ask;
  readonly clocks: ClockChange[];
  readonly effects: Effect[];
}

/** Turns what a statechart asks for into dated effects: terms become due dates, names become instances. */
export function resolveAsk(r: Resolving): void {
  const { ask } = r;
  switch (ask.type) {
    case 'startDeadline':
      return startDeadline(r, ask);
    case 'stopDeadline':
      return endDeadline(r, ask, 'stopped');
    case 'noteOverdue':
      endDeadline(r, ask, 'passed');
      r.effects.push({ ...ask, procedureId: r.step.procedureId });
      return;
    case 'start':
    case 'tell':
      return;
    default:
      r.effects.push({ ...ask, procedureId: r.step.procedureId });
  }
}

/** A term that the clock does not name would be law that no list shows. */
function termOf({ terms }: DeadlineSpec, { name, term }: StartDeadline): string {
  const named = terms ?? [name];
  const asked = term ?? named[0];
  if (asked === undefined || !named.includes(asked)) throw new Error(`"${name}" has no term "${term}"`);
  return asked;
}

function startDeadline(r: Resolving, ask: StartDeadline): void {
  const spec = r.law.procedures[r.step.procedure]?.deadlines[ask.name];
  if (!spec) throw new Error(`${r.step.procedure} has no deadline "${ask.name}"`);
  const startedAt = ask.startedAt ?? startOf(spec, r);
  const { rule, dueAt: computed, provisional } = dueOf(r.law, termOf(spec, ask), startedAt);
  const wanted = ask.dueAt ?? computed;
  const dueAt = ask.notBefore !== undefined && ask.notBefore > wanted ? ask.notBefore : wanted;
  r.clocks.push({
    procedureId: r.step.procedureId,
    name: ask.name,
    startedAt,
    dueAt,
    state: 'running',
    provisional,
  });
  const { duration, legalBasis, verified } = rule;
  const { ladder, protects } = spec;
  const { procedureId } = r.step;
  r.effects.push({
    type: 'startDeadline',
    procedureId,
    name: ask.name,
    startedAt,
    dueAt,
    provisional,
    duration,
    legalBasis,
    verified,
    ladder,
    protects,
  });
}

/**
 * Clocks that bind a body count from claimed time, so that paper entered late shows its true delay. Clocks that
 * protect the person count from the day it was recorded, so that back-dating shortens none of them.
 */
function startOf(spec: DeadlineSpec, { facts, view }: Resolving): Instant {
  if (spec.protects === 'body') return facts.happenedAt;
  if (spec.protects === 'person') return facts.now;
  const encounteredAt = view.instances.find((i) => i.type === 'caseFile')?.context['encounteredAt'];
  return typeof encounteredAt === 'string' ? encounteredAt : facts.happenedAt;
}

function endDeadline(
  r: Resolving,
  ask: { name: string; procedure?: string },
  state: 'stopped' | 'passed',
): void {
  const { procedure } = ask;
  const holders = r.view.instances.filter((i) =>
    procedure ? i.type === procedure : i.id === r.step.procedureId,
  );
  for (const holder of holders) {
    const clock: Clock | undefined = pending(r, holder.id, ask.name) ?? holder.clocks[ask.name];
    if (!clock || !ends(r, holder.type, clock, state)) continue;
    const { name, startedAt, dueAt, provisional } = clock;
    r.clocks.push({ procedureId: holder.id, name, startedAt, dueAt, state, provisional });
    r.effects.push({ type: 'stopDeadline', procedureId: holder.id, name, state });
  }
}

/**
 * Stopping a clock that passed answers it late: the duty is done, and the entry of its passing stays. Its own passing
 * answers nothing, also where that moves the case on. One that protects the person has done its work by passing, and who
 * reads it later must find that it did.
 */
function ends({ law, step }: Resolving, type: string, clock: Clock, state: 'stopped' | 'passed'): boolean {
  if (clock.state === 'running') return true;
  const answers = clock.state === 'passed' && state === 'stopped' && step.command !== `${clock.name}Passed`;
  return answers && law.procedures[type]?.deadlines[clock.name]?.protects !== 'person';
}

/** A clock started earlier in the same step. */
const pending = (r: Resolving, procedureId: string, name: string) =>
  r.clocks.findLast((c) => c.procedureId === procedureId && c.name === name);
