import { randomBytes } from 'node:crypto';
import { planVersion } from '#libs/plan';
import type { Evolving, Step } from '#libs/rulebook';
import { readPayload, type Entry, type EntryCore } from '#libs/timeline';
import type { Actor, Codes, MachineId, Uuid } from '#libs/vocabulary';
import type { TextRef } from '../vault/index.js';

interface TransitionPayload {
  readonly data: Codes;
  readonly facts: Codes;
  readonly clocks: Step['clocks'];
  readonly texts: readonly TextRef[];
  readonly snapshot?: Step['snapshot'];
  /** Of entries of the first version there is none. */
  readonly blind?: string;
}

/** Of what each entry carries. */
const version = 2;

/** Numbers the steps of one command from the head on. The texts belong to the first, which the person gave. */
export function entryCores(
  caseId: Uuid,
  headSeq: number,
  steps: readonly Step[],
  texts: readonly TextRef[],
): EntryCore[] {
  return steps.map((step, index) => ({
    caseId,
    seq: headSeq + 1 + index,
    causeSeq: step.cause === null ? null : headSeq + 1 + step.cause,
    recordedAt: step.recordedAt,
    happenedAt: step.happenedAt,
    actor: step.actor,
    procedure: step.procedure,
    procedureId: step.procedureId,
    machine: step.machine,
    command: step.command,
    from: step.from,
    to: step.to,
    links: [...step.links],
    legalBasis: [...step.legalBasis],
    planVersion,
    payload: codedPayload(step, index === 0 ? texts : []),
    type: step.kind,
    version,
  }));
}

/** As it will be stored. @throws ZodError when anything but codes, ids and dates would come to stand in the timeline. */
const codedPayload = (step: Step, texts: readonly TextRef[]): EntryCore['payload'] =>
  readPayload(step.kind, version, JSON.parse(JSON.stringify(payloadOf(step, texts))));

const payloadOf = (step: Step, texts: readonly TextRef[]): TransitionPayload => ({
  data: step.data,
  facts: step.facts,
  clocks: step.clocks,
  texts,
  ...(step.snapshot ? { snapshot: step.snapshot } : {}),
  blind: randomBytes(16).toString('base64url'),
});

/** What replay reads back from an entry. */
export function evolvingOf(entry: Entry): Evolving {
  const payload = entry.payload as unknown as TransitionPayload;
  return {
    kind: entry.type as Step['kind'],
    procedure: entry.procedure,
    procedureId: entry.procedureId,
    machine: entry.machine as MachineId,
    command: entry.command,
    data: payload.data,
    facts: payload.facts,
    actor: entry.actor as Actor,
    recordedAt: entry.recordedAt,
    happenedAt: entry.happenedAt,
    clocks: payload.clocks,
    ...(payload.snapshot ? { snapshot: payload.snapshot } : {}),
  };
}
