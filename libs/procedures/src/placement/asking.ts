import type { Ask, CaseView, Codes, Facts, StepInput, Uuid } from '#libs/vocabulary';
import { consentTo, fileOf, handoffs, isChild, ownerOf } from '../circumstances.js';
import { purposeOf } from '../purposes.js';
import { code } from '../read.js';
import { nextHouse } from '../houses.js';

type Asks = readonly Ask[];

const tellOne = (procedure: string, procedureId: Uuid, command: string, data: Codes): Ask => ({
  type: 'tell',
  procedure,
  procedureId,
  command,
  data,
});
export const tellPlacement = (placementId: Uuid, command: string, data: Codes = {}): Ask =>
  tellOne('placement', placementId, command, data);

/** With her consent where she gave it; else because she needs a bed tonight. */
const basisOf = (view: CaseView) =>
  !isChild(view) && consentTo(view, 'Shelter') === 'yes' ? 'consent' : 'vitalInterest';

/** One house at a time; where none is left nobody took her in, and the owner owes a new request. */
export function askNext({ view, facts, context, procedureId }: StepInput): Asks {
  const house = nextHouse({ view, facts, context });
  if (!house) return [tellPlacement(procedureId, 'exhaust')];
  const asked = { shelterBodyId: house.id };
  const ask = tellPlacement(procedureId, 'ask', asked);
  if (house.id === facts.actor.bodyId) return [ask, tellPlacement(procedureId, 'openDesk', asked)];
  const data = {
    kind: 'request',
    purpose: 'shelter',
    basis: basisOf(view),
    fromBodyId: senderOf(context, facts, view),
    toBodyId: house.id,
    about: procedureId,
  };
  return [ask, { type: 'start', procedure: 'handoff', command: 'send', data }];
}

/** Who asked first asks on, whoever declined in between. */
const senderOf = (context: Codes, facts: Facts, view: CaseView) =>
  code(context, 'requestedByBodyId') ?? facts.actor.bodyId ?? ownerOf(view);

/** The request to a house, wherever it stands, in one of these ways: the first that it takes. */
export const answerHandoff = (
  { view, procedureId }: Pick<StepInput, 'view' | 'procedureId'>,
  ways: readonly (readonly [command: string, data: Codes])[],
): Asks =>
  handoffs(view, { purpose: 'shelter', about: procedureId }).flatMap(({ id }) =>
    ways.map(([command, data]) => tellOne('handoff', id, command, data)),
  );

const live = ['holdsBed', 'pending'];

/** A house that no longer has anything to do with her knows no more of her, unless it has another ground. */
export function houseLeaves({ view, facts, procedureId }: StepInput, bodyId: Uuid | null): Asks {
  const file = fileOf(view)?.context;
  if (bodyId === null || !(bodyId in facts.participants)) return [];
  const owns = [code(file, 'ownerBodyId'), code(file, 'openedByBodyId')].includes(bodyId);
  const houses = view.instances.some(
    ({ id, type, tags, context }) =>
      type === 'placement' &&
      id !== procedureId &&
      context['shelterBodyId'] === bodyId &&
      tags.some((tag) => live.includes(tag)),
  );
  const asked = handoffs(view, { toBodyId: bodyId, states: [...grounds] }).some(
    ({ context }) => !passing(code(context, 'purpose')),
  );
  return owns || houses || asked ? [] : [{ type: 'endParticipation', bodyId }];
}

const grounds = ['sent', 'received', 'accepted', 'completed'] as const;
const passing = (purpose: string | null) =>
  purpose === 'shelter' || purpose === 'secondReading' || purposeOf(purpose)?.codesOnly === true;
