import { addDuration, azerbaijanCalendar } from '#libs/calendar';
import { notYetBuilt, procedures, terms, timeRules } from '#libs/procedures';
import { clockName, decide, evolve, stepsAtMost, type Decision, type Law, type Step } from '#libs/rulebook';
import type {
  CaseView,
  Codes,
  Effect,
  Facts,
  InstanceView,
  ParticipationLevel,
  Refusal,
  Uuid,
} from '#libs/vocabulary';
import { bodies, idOf, people, type PersonName } from './bodies.js';

export const law: Law = {
  procedures,
  terms,
  calendar: azerbaijanCalendar,
  notYetBuilt: Object.keys(notYetBuilt),
};

const registered = Object.fromEntries(Object.values(bodies).map((body) => [body.id, body]));

/** Every case of a test begins here unless it says otherwise: a Tuesday, 10:00 in Baku. */
export const START = '2016-03-01T06:00:00.000Z';

export const openingData: Codes = {
  source: 'police',
  encounteredAt: START,
  ageStatus: 'assumedAdult',
  district: 'baku-nasimi',
  immediateDanger: false,
  needsShelter: false,
  consentReferToMainDepartment: 'yes',
  consentServices: 'yes',
};

interface Giving {
  readonly happenedAt?: string;
  readonly lateReasonGiven?: boolean;
  readonly procedureId?: Uuid;
  readonly facts?: Partial<Facts>;
}

/**
 * A case in memory, driven through `decide` alone. Holds what the case room would hold: the view, who takes part,
 * and every step. Claimed time is checked as the case room checks it. `advance` fires due clocks in due order.
 */
export class CaseBuilder {
  now: string;
  view: CaseView;
  readonly steps: Step[] = [];
  readonly participants: Record<Uuid, ParticipationLevel> = {};
  readonly law: Law;
  private idsTaken = 0;

  constructor(start: string = START, caseId: Uuid = idOf(9, 1), givenLaw: Law = law) {
    this.law = givenLaw;
    this.now = start;
    this.view = { id: caseId, instances: [] };
  }

  facts(actor: Facts['actor'], { happenedAt, lateReasonGiven = false, facts }: Giving = {}): Facts {
    return {
      now: this.now,
      happenedAt: happenedAt ?? this.now,
      lateReasonGiven,
      actor,
      bodies: registered,
      participants: { ...this.participants },
      /** Whoever comes back in a story has kept her code, unless it says otherwise. */
      returnCode: true,
      ids: Array.from({ length: stepsAtMost(this.view) }, (_, n) => idOf(5, this.idsTaken + n + 1)),
      ...facts,
    };
  }

  open(by: PersonName = 'police', data: Codes = {}, giving: Giving = {}): this {
    this.must(this.try(by, 'caseFile.open', { ...openingData, encounteredAt: this.now, ...data }, giving));
    return this;
  }

  /** Gives a command that must be taken. `command` is written `identification.presume`. */
  give(by: PersonName, command: string, data: Codes = {}, giving: Giving = {}): this {
    this.must(this.try(by, command, data, giving), `${by} ${command}`);
    return this;
  }

  /** The code of the refusal; `accepted` where the command was taken. */
  answer(by: PersonName, command: string, data: Codes = {}, giving: Giving = {}): string {
    const outcome = this.try(by, command, data, giving);
    return outcome.kind === 'refused' ? outcome.code : 'accepted';
  }

  /** What would be refused, without changing the case. */
  refusal(by: PersonName, command: string, data: Codes = {}, giving: Giving = {}): Refusal | undefined {
    const outcome = this.decided(people[by], command, data, giving);
    return outcome.kind === 'refused' ? outcome : undefined;
  }

  try(by: PersonName, command: string, data: Codes = {}, giving: Giving = {}) {
    const outcome = this.decided(people[by], command, data, giving);
    if (outcome.kind === 'accepted') this.take(outcome);
    return outcome;
  }

  private decided(actor: Facts['actor'], name: string, data: Codes, giving: Giving) {
    const [procedure = '', command = ''] = name.split('.');
    const starts = this.law.procedures[procedure]?.starting.includes(command) ?? false;
    const running = this.view.instances.some(({ type }) => type === procedure);
    const one = this.law.procedures[procedure]?.multiplicity === 'one';
    const procedureId =
      giving.procedureId ?? (starts && !(one && running) ? undefined : this.last(procedure)?.id);
    const facts = this.facts(actor, giving);
    const late = clockName(command) === undefined ? timeRules(this.view, facts, data) : undefined;
    return late ?? decide(this.law, this.view, { procedure, procedureId, command, data }, facts);
  }

  private must(outcome: Decision | Refusal, what = 'open'): void {
    if (outcome.kind === 'refused') throw new Error(`${what}: ${JSON.stringify(outcome)}`);
  }

  protected take({ steps }: Decision): void {
    for (const step of steps) {
      if (step.from === null) this.idsTaken += 1;
      this.view = evolve(this.law, this.view, step);
      this.steps.push(step);
      step.effects.forEach((effect) => this.record(effect));
    }
  }

  private record(effect: Effect): void {
    if (effect.type === 'participate') this.participants[effect.bodyId] = effect.level;
    if (effect.type !== 'endParticipation') return;
    if (effect.keeps) this.participants[effect.bodyId] = effect.keeps;
    else delete this.participants[effect.bodyId];
  }

  /** Walks from due instant to due instant, as the sweep does; clocks started on the way fire too. */
  advance(duration: string): this {
    const until = addDuration(this.now, duration);
    for (let due = this.nextDue(until); due; due = this.nextDue(until)) {
      if (due.dueAt > this.now) this.now = due.dueAt;
      this.fire(due.instance, due.name);
    }
    this.now = until;
    return this;
  }

  /** Time passes and the sweep does not come. */
  wait(duration: string): this {
    this.now = addDuration(this.now, duration);
    return this;
  }

  private nextDue(until: string) {
    return this.view.instances
      .flatMap((instance) => Object.values(instance.clocks).map((clock) => ({ instance, ...clock })))
      .filter(({ state, dueAt }) => state === 'running' && dueAt <= until)
      .sort((one, other) => (one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0))[0];
  }

  private fire(instance: InstanceView, name: string): void {
    const outcome = decide(
      this.law,
      this.view,
      { procedure: instance.type, procedureId: instance.id, command: `${name}Passed`, data: {} },
      this.facts({ id: null, role: 'clock', bodyId: null }),
    );
    this.must(outcome, `${name}Passed`);
    this.take(outcome as Decision);
  }

  last(procedure: string): InstanceView | undefined {
    return this.view.instances.findLast(({ type }) => type === procedure);
  }

  state(procedure: string): string | undefined {
    return this.last(procedure)?.state;
  }

  clock(procedure: string, name: string) {
    return this.last(procedure)?.clocks[name];
  }

  /** Handoffs as `purpose:state`, in the order they were sent. */
  handoffs(): string[] {
    return this.view.instances
      .filter(({ type }) => type === 'handoff')
      .map(({ state, context }) => `${context['purpose'] as string}:${state}`);
  }

  handoff(purpose: string): InstanceView {
    const found = this.view.instances.findLast(
      ({ type, context }) => type === 'handoff' && context['purpose'] === purpose,
    );
    if (!found) throw new Error(`No handoff for ${purpose}`);
    return found;
  }

  /** Accepts the latest handoff of a purpose. */
  accept(by: PersonName, purpose: string): this {
    return this.give(by, 'handoff.accept', {}, { procedureId: this.handoff(purpose).id });
  }

  effects<T extends Effect['type']>(type: T): Extract<Effect, { type: T }>[] {
    return this.steps.flatMap(({ effects }) => effects.filter((e) => e.type === type)) as never;
  }

  /** Steps of the last command, as `procedure.command`. */
  told(): string[] {
    const from = this.steps.findLastIndex(({ cause }) => cause === null);
    return this.steps.slice(from).map(({ procedure, command }) => `${procedure}.${command}`);
  }
}

export const aCase = (start?: string): CaseBuilder => new CaseBuilder(start);
export { bodies, idOf, people, type BodyName, type PersonName } from './bodies.js';
