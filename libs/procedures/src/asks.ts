import type { Ask, Body, CaseView, Codes, Facts, Uuid } from '#libs/vocabulary';
import {
  isChild,
  isClosed,
  handoffs,
  handoffsPending,
  ownerOf,
  reflectionOf,
  type HandoffFilter,
} from './circumstances.js';
import { notice, task } from './notices.js';
import { purposes, type HandoffKind, type PurposeName } from './purposes.js';

/** Consequences that several procedures ask for. They name the other procedure; the rulebook runs them. */
interface Sending {
  readonly view: CaseView;
  readonly facts: Facts;
  readonly to: Body | undefined;
  readonly purpose: PurposeName;
  readonly basis: 'consent' | 'statutoryDuty' | 'vitalInterest';
  readonly kind?: HandoffKind;
  /** The acting body unless said otherwise. */
  readonly sender?: Uuid | null;
  /** Of a second reading: the procedure whose proposal is to be read. */
  readonly about?: string;
}

/**
 * A handoff sent by the rulebook. Nothing where one already waits there for the same purpose, or where the desk is
 * the acting body itself; a task for the owner where no desk is registered.
 */
export function sendHandoff(sending: Sending): readonly Ask[] {
  const { view, facts, to, purpose, basis, about, kind = purposes[purpose].kinds[0] } = sending;
  if (!to) return task(ownerOf(view), 'no-desk');
  const from = sending.sender ?? facts.actor.bodyId ?? ownerOf(view);
  const waiting = { purpose, toBodyId: to.id, states: handoffsPending };
  if (to.id === from || handoffs(view, waiting).length > 0) return [];
  return [
    {
      type: 'start',
      procedure: 'handoff',
      command: 'send',
      data: { toBodyId: to.id, fromBodyId: from, kind, purpose, basis, ...(about && { about }) },
    },
  ];
}

/** On what ground a handoff goes on to somebody else: what an adult agreed to is a duty towards a child. */
export const basisNow = (view: CaseView, { statutory, basis }: Codes) =>
  statutory === true && isChild(view) ? 'statutoryDuty' : basis;

export const tellHandoffs = (
  view: CaseView,
  filter: HandoffFilter,
  command: string,
  data: Codes = {},
): readonly Ask[] =>
  handoffs(view, filter).map(({ id }) => ({
    type: 'tell',
    procedure: 'handoff',
    procedureId: id,
    command,
    data,
  }));

/** Ends handoffs that lost their ground: the ladder stops and the receiver's preview ends. */
export const endHandoffs = (
  view: CaseView,
  filter: HandoffFilter,
  reason: 'refused' | 'voided' | 'deceased' | 'returned' | 'ownerChanged',
): readonly Ask[] => tellHandoffs(view, filter, 'end', { reason });

/** Answers handoffs whose purpose has been reached by another command. */
export const fulfilHandoffs = (view: CaseView, filter: HandoffFilter): readonly Ask[] =>
  tellHandoffs(view, filter, 'fulfil', { outcome: 'done' });

export const tell = (procedure: string, command: string, data: Codes = {}): Ask => ({
  type: 'tell',
  procedure,
  command,
  data,
});

/** Starts the reflection period, or tells the one that runs already. */
export const grantReflection = (view: CaseView): readonly Ask[] =>
  reflectionOf(view)
    ? [tell('reflection', 'grant')]
    : [{ type: 'start', procedure: 'reflection', command: 'grant', data: {} }];

/** A proposal that waits for an officer of another body asks that body for its reading. */
export const askSecondReader = (view: CaseView, facts: Facts, to: Body | undefined, about: string) =>
  sendHandoff({ view, facts, to, purpose: 'secondReading', basis: 'statutoryDuty', about });

/** Work that may never be refused reopens a closed file by itself. */
export const reopening = (view: CaseView): readonly Ask[] =>
  isClosed(view) ? [tell('caseFile', 'reopen', { reason: 'newFacts' })] : [];

/** Tells every participating body but the acting one. */
export const tellParticipants = (
  { participants, actor }: Facts,
  template: Parameters<typeof notice>[1],
): readonly Ask[] =>
  Object.keys(participants)
    .filter((bodyId) => bodyId !== actor.bodyId)
    .flatMap((bodyId: Uuid) => notice(bodyId, template));
