import { aCase } from '../../builders/case-builder.js';
import { assessed, informed, presumed, reflectionIn } from '../../builders/cases-in-state.js';
import { negative } from '../../builders/lawful-data.js';
import { each, refusal, tell, voided, type History, type Move } from './tell.js';

const at = (state: string): History => {
  const history = reflectionIn[state];
  if (!history) throw new Error(`no history into ${state}`);
  return history;
};
const inform: Move = ['ngo', 'reflection.inform', { reached: true }];
const notReached: Move = ['ngo', 'reflection.inform', { reached: false, attempts: ['visit'] }];
const extend: Move = ['ngo', 'reflection.extend', { ground: 'personAsks', days: 40 }];
const decides = (decision: string): Move => ['ngo', 'reflection.recordDecision', { decision }];
const presumption: Move = ['ngo', 'identification.presume'];
const died: readonly Move[] = [
  ['ngo', 'caseFile.recordDeath'],
  ['coordinator', 'caseFile.confirmEnd'],
];
const terminate: Move = ['investigator', 'reflection.proposeTermination'];
const returned: Move = ['prosecutor', 'reflection.returnTermination', {}];

/** A period that a person without a formal procedure began herself; presumed later, it counts anew. */
const voluntary: History = () =>
  aCase()
    .open('ngo', { source: 'ngo' })
    .give('ngo', 'identification.recordRefusal', refusal('formalProcedure'))
    .give('ngo', 'reflection.begin');
const presumedLater: readonly Move[] = [
  ['ngo', 'identification.resume', { consentReferToMainDepartment: 'yes' }],
  presumption,
];

/** What the case of a voided duplicate hands over: its floor, where that ends later. */
const carried =
  (from: History): History =>
  () => {
    const built = from();
    const floorEndsAt = new Date(Date.parse(built.now) + 100 * 86_400_000).toISOString();
    const rulebook = { id: null, role: 'rulebook', bodyId: null } as const;
    return built.give('ngo', 'reflection.grant', { floorEndsAt }, { facts: { actor: rulebook } });
  };

const wait =
  (from: History, duration: string): History =>
  () =>
    from().wait(duration);
const assessing: Move = ['investigator', 'identification.beginAssessment'];
/** Presumed again while a period is there already: decided against, then new facts. */
const presumedAgain = (from: History): History =>
  tell(
    from,
    ['investigator', 'identification.proposeDecision', negative],
    ['investigator2', 'identification.confirmDecision'],
    ['police', 'identification.recordIndicators'],
    presumption,
  );

const granted: readonly History[] = [
  voluntary,
  tell(voluntary, ...presumedLater),
  tell(voluntary, extend, ...presumedLater),
  tell(voluntary, 'P31D', ...presumedLater),
  tell(voluntary, decides('cooperates'), 'P31D', ...presumedLater),
  ...['running', 'extended', 'elapsed', 'concluded', 'terminationProposed', 'terminated'].map((state) =>
    carried(at(state)),
  ),
  // The clock has passed and no sweep came by: the period still counts as running.
  presumedAgain(wait(assessed, 'P31D')),
  presumedAgain(tell(wait(tell(assessed, extend), 'P80D'))),
  presumedAgain(tell(assessed, 'P31D')),
  presumedAgain(tell(assessed, decides('cooperates'), 'P31D')),
  presumedAgain(tell(at('terminated'), 'P31D', assessing)),
  presumedAgain(tell(at('terminationProposed'), 'P31D', assessing)),
];

const informing: readonly History[] = [
  informed,
  tell(presumed, notReached),
  tell(presumed, notReached, extend, inform),
  tell(carried(presumed), extend, notReached),
  tell(presumed, notReached, 'P91D', inform),
  tell(presumed, notReached, decides('cooperates'), 'P91D', inform),
  ...['running', 'extended', 'elapsed', 'concluded', 'terminated'].map((state) =>
    tell(at(state), inform, inform),
  ),
];

const answering: readonly History[] = [
  ...['running', 'extended', 'terminationProposed', 'terminated'].map((state) =>
    tell(at(state), decides('cooperates')),
  ),
  ...each(at('elapsed'), decides('cooperates'), decides('undecided')),
  ...each(at('concluded'), decides('doesNotCooperate'), decides('undecided')),
];

const passing: readonly History[] = [
  at('elapsed'),
  at('concluded'),
  tell(at('extended'), 'P60D'),
  tell(at('extended'), decides('cooperates'), 'P60D'),
  tell(at('terminationProposed'), 'P31D'),
  tell(at('terminated'), 'P31D'),
];

const terminating: readonly History[] = [
  tell(at('terminationProposed'), returned),
  tell(at('extended'), terminate, returned),
  tell(at('terminationProposed'), 'P31D', returned),
  tell(at('terminationProposed'), decides('cooperates'), 'P31D', returned),
];

/** A death that was recorded in error: the period goes on, to the same day. */
const reinstated = Object.keys(reflectionIn)
  .filter((state) => state !== 'discontinued')
  .flatMap((state) => [
    tell(at(state), ...died, ['supervisor', 'caseFile.reopen']),
    tell(at(state), ...died, 'P40D', ['police', 'caseFile.reopen'], 'P1D'),
  ]);

export const reflection: readonly History[] = [
  ...reinstated,
  ...[
    voluntary,
    tell(voluntary, extend),
    tell(voluntary, 'P31D'),
    tell(voluntary, decides('cooperates'), 'P31D'),
  ].map(carried),
  tell(carried(voluntary), ...presumedLater),
  ...granted,
  ...informing,
  ...answering,
  ...passing,
  ...terminating,
  ...[informed, at('extended'), at('elapsed')].map((from) => tell(from, extend)),
  tell(at('terminated'), ['reviewer', 'reflection.extend']),
  ...['running', 'extended', 'elapsed', 'concluded', 'terminationProposed', 'terminated'].map((state) =>
    tell(at(state), ...voided),
  ),
];
