import { procedures } from '#libs/procedures';
import type { Language, Words } from '#libs/vocabulary';
import { houseGroups, type HouseGroup, type Placed } from '../../../shelters/index.js';
import { questionsOf } from '../../forms/answers.js';
import { say } from '../../words/words.js';
import { commandAddress } from '../case/view-model.js';

interface Choice {
  /** What carries her on; absent where nothing does by itself. */
  readonly next?: string;
  readonly others: readonly string[];
}

/** What a worker of the house can record in a state. The answer to an offer is never put first: it is hers. */
const choices: Readonly<Record<string, Choice>> = {
  requested: { next: 'offerBed', others: ['declineRequest'] },
  offered: { others: ['acceptOffer', 'withdrawOffer'] },
  refused: { others: ['reoffer'] },
  nonArrival: { others: ['reoffer', 'reportMissing'] },
  accepted: { next: 'admit', others: ['recordNonArrival', 'reportMissing', 'withdrawOffer'] },
  admitted: {
    others: [
      'recordAbsence',
      'reportMissing',
      'extendStay',
      'requestTransfer',
      'recordRestriction',
      'depart',
    ],
  },
  away: { next: 'recordReturn', others: ['reportMissing', 'extendStay', 'requestTransfer', 'depart'] },
  missing: { next: 'reportReturn', others: ['depart'] },
};

/** Who refused a bed has none on offer: on the page she stands below those who have. */
const pageGroups = houseGroups.flatMap((code) => (code === 'offered' ? [code, 'refused' as const] : [code]));
const groupOn = ({ group, state }: Placed) => (state === 'refused' ? 'refused' : group);

/** The house by groups, each in the order of its clocks. */
export function todayShown(placed: readonly Placed[], free: number, language: Language) {
  const counts = (...groups: readonly HouseGroup[]) =>
    placed.filter(({ group }) => groups.includes(group)).length;
  return {
    groups: pageGroups
      .map((code) => ({ code, items: placed.filter((each) => groupOn(each) === code).map(rowShown) }))
      .filter(({ items }) => items.length > 0),
    counts: [
      { label: say(language, 'shelter.count.asked'), n: counts('asked') },
      { label: say(language, 'shelter.count.expected'), n: counts('expected') },
      { label: say(language, 'shelter.count.inside'), n: counts('here', 'leaving') },
      { label: say(language, 'shelter.count.away'), n: counts('away') },
      { label: say(language, 'shelter.count.missing'), n: counts('missing') },
      { label: say(language, 'shelter.count.free'), n: free },
    ],
  };
}

/** One person of the house in words. */
export const rowShown = (placed: Placed) => ({
  ...placed,
  childStays: isChild(placed) && ['here', 'leaving', 'away', 'missing'].includes(placed.group),
  stateLabel: stateOf(placed.state),
  sexLabel: answerOf('request', 'sex', placed.needs.sex),
  transferLabel: answerOf('requestTransfer', 'kind', placed.needs.transfer),
  movingLabel: answerOf('requestTransfer', 'kind', placed.movingOn),
  absenceLabel: answerOf('recordAbsence', 'kind', placed.absence),
  clocks: placed.deadlines.map((clock) => ({ ...clock, label: clockOf(clock.name) })),
  ...stepsOf(placed),
});

function stepsOf(placed: Placed) {
  const { next, others } = choices[placed.state] ?? { others: [] };
  const all = [...moving(placed), ...(next ? [next] : []), ...others, ...lifting(placed)];
  const [first, ...rest] = all.filter((command) => isHers(placed, command));
  const hasNext = first !== undefined && (first === next || first === 'completeTransfer');
  return {
    next: hasNext ? stepOf(placed, first) : undefined,
    steps: (hasNext || !first ? rest : [first, ...rest]).map((command) => stepOf(placed, command)),
  };
}

/** Another worker answers an offer; where a child goes is not for her house to say. */
const isHers = (placed: Placed, command: string): boolean =>
  !(command === 'acceptOffer' && placed.offeredByReader) && !(command === 'depart' && isChild(placed));

const isChild = ({ ageStatus }: Placed): boolean => ageStatus === 'child' || ageStatus === 'presumedChild';

/** She can move only where another house keeps a bed for her. */
const moving = ({ otherBedKept, state }: Placed): string[] =>
  otherBedKept && (state === 'admitted' || state === 'away') ? ['completeTransfer'] : [];
const lifting = ({ restricted, state }: Placed): string[] =>
  restricted && state === 'admitted' ? ['liftRestriction'] : [];

const stepOf = ({ caseId, procedureId }: Placed, command: string) => ({
  label: procedures['placement']?.commands[command]?.label,
  href: commandAddress(caseId, { type: 'placement', id: procedureId }, command),
});

const stateOf = (state: string): Words | string => procedures['placement']?.states[state] ?? state;

const clockOf = (name: string): Words | string =>
  (procedures['placement']?.deadlines[name] ?? procedures['handoff']?.deadlines[name])?.label ?? name;

/** What the code of an answer means; undefined where there is none. */
export const answerOf = (command: string, field: string, code: string | null): Words | undefined =>
  questionsOf('placement', command).properties?.[field]?.values?.[code ?? ''];
