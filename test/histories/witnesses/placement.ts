import { aCase } from '../../builders/case-builder.js';
import { opened, placementIn } from '../../builders/cases-in-state.js';
import { each, tell, voided, type History, type Move } from './tell.js';

const at = (state: string): History => {
  const history = placementIn[state];
  if (!history) throw new Error(`no history into ${state}`);
  return history;
};
/** The house of the NGO lies in the district and is asked first. */
const house = (command: string): Move => ['shelter2', `placement.${command}`];
const police = (command: string): Move => ['police', `placement.${command}`];
const second = (command: string): Move => ['shelter', `placement.${command}`];

/** She stands at the door of the house at night: it asks itself, and takes her answer by a second worker. */
const atTheDoor: History = () => aCase().open('shelter2', { source: 'selfReferral', needsShelter: true });
const here: Move = [
  'shelterColleague',
  'placement.acceptOffer',
  { interpreter: 'notNeeded', personIsHere: true },
];
const acceptedHere = tell(atTheDoor, house('offerBed'), here);
const admittedHere = tell(acceptedHere, house('admit'));
const reviewed: Move = ['social', 'placement.reviewAcceptance'];
const asked = (from: History) => tell(from, ['social', 'handoff.accept'], reviewed);

const doubt: Move = ['clinic', 'caseFile.recordAgeDoubt'];
/** A second house takes her in, wherever the first one counts her. */
const elsewhere: readonly Move[] = [
  police('request'),
  second('offerBed'),
  police('acceptOffer'),
  second('admit'),
];

/** Said of the placement in which she lives, while another one is under way. */
const first =
  (from: History, [who, command, data = {}]: Move): History =>
  () => {
    const built = from();
    const lives = built.view.instances.find(({ tags }) => tags.includes('occupying'));
    if (!lives) throw new Error('she lives in no house');
    return built.give(who, command, data, { procedureId: lives.id });
  };

const askingOn: readonly History[] = [
  at('declined'),
  at('cancelled'),
  tell(at('requested'), 'P2D'),
  tell(at('requested'), ['shelter2', 'handoff.decline'], 'P2D'),
  tell(at('requested'), ['police', 'handoff.withdraw']),
  // A house that opens its desk and then is silent: passed over, and waited for where it is the last.
  tell(at('requested'), ['shelter2', 'handoff.accept'], 'PT5H'),
  tell(at('requested'), house('declineRequest'), ['shelter', 'handoff.accept'], 'P2D'),
  tell(at('requested'), ['shelter2', 'handoff.accept'], house('declineRequest')),
];

const offers: readonly History[] = [
  ...each(at('offered'), police('acceptOffer'), police('refuseOffer'), house('withdrawOffer')),
  tell(at('offered'), police('withdrawRequest')),
  tell(at('offered'), 'P2D'),
  ...each(at('accepted'), house('admit'), house('recordNonArrival'), police('refuseOffer')),
  ...each(at('accepted'), house('withdrawOffer'), police('withdrawRequest'), police('reportMissing')),
  tell(at('accepted'), 'P2D'),
  ...each(at('refused'), house('reoffer'), police('withdrawRequest')),
  ...each(at('nonArrival'), house('reoffer'), police('withdrawRequest'), police('reportMissing')),
];

const inTheHouse: readonly History[] = [
  tell(acceptedHere, 'P4D'),
  asked(acceptedHere),
  tell(
    admittedHere,
    ['social', 'handoff.accept'],
    ['social', 'placement.reviewAcceptance', { finding: 'notOwnWish' }],
    house('depart'),
  ),
  asked(admittedHere),
  asked(tell(admittedHere, house('recordAbsence'))),
  asked(tell(admittedHere, house('reportMissing'))),
];

const living: readonly History[] = [
  ...['admitted', 'away', 'missing'].flatMap((state) => [
    ...each(at(state), house('extendStay'), house('depart'), doubt, elsewhere),
    tell(at(state), 'P31D'),
  ]),
  ...['admitted', 'away'].flatMap((state) => [
    ...each(at(state), house('reportMissing')),
    first(
      tell(at(state), house('requestTransfer'), second('offerBed'), police('acceptOffer')),
      house('completeTransfer'),
    ),
    tell(at(state), house('requestTransfer'), 'P2D'),
  ]),
  tell(at('admitted'), house('recordRestriction'), house('liftRestriction')),
  tell(at('away'), house('recordReturn')),
  tell(at('missing'), house('reportReturn')),
  tell(at('accepted'), police('reportMissing'), house('reportReturn')),
];

const ends: readonly History[] = [
  'requested',
  'offered',
  'accepted',
  'admitted',
  'away',
  'missing',
  'refused',
  'nonArrival',
].map((state) => tell(at(state), ...voided));

const rulebook = { facts: { actor: { id: null, role: 'rulebook', bodyId: null } } } as const;
/** Of a voided duplicate in which nothing was offered yet, taken over by a case that has no placement. */
const takenOver: History = () =>
  opened().give('police', 'placement.takeOver', { state: 'requested', bedId: null }, rulebook);

export const placement: readonly History[] = [
  tell(opened, police('request')),
  takenOver,
  ...askingOn,
  ...offers,
  ...inTheHouse,
  ...living,
  ...ends,
];
