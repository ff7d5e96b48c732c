import { refuse, type Rule } from '#libs/vocabulary';
import { twoBodiesUnlessClosing } from '../../../libs/procedures/src/case-file/rules.js';
import * as handoff from '../../../libs/procedures/src/handoff/rules.js';
import { negativeAfterFloor } from '../../../libs/procedures/src/identification/rules.js';
import { noneAsked } from '../../../libs/procedures/src/placement/rules.js';
import { floorPassed, secondPerson } from '../../../libs/procedures/src/rules/index.js';
import type { Weights } from '../random/leanings.js';
import { both, command, state, term, transition, withoutRule, type Alter } from './alter.js';

/** One planted error each: what is wrong, and the proof or the invariant that must say so. */
export interface Mutant {
  readonly what: string;
  readonly foundBy: string;
  readonly alter: Alter;
  /** Where it shows only after what is rare: how likely that is made. */
  readonly likely?: Weights;
}

const notStatutory = (name: string): Alter =>
  command(name, (spec) => ({
    ...spec,
    rules: [handoff.receiverOnly, handoff.senderOnly].filter((rule) => spec.rules.includes(rule)),
  }));
const declines = { target: 'declined' };
const says =
  (code: string): Rule =>
  ({ data }) =>
    data ? undefined : refuse(code);

/** The rule, but for one of its answers. */
const deafTo =
  (code: string) =>
  (rule: Rule): Rule =>
  (input) => {
    const refusal = rule(input);
    return refusal?.code === code ? undefined : refusal;
  };

/** Found by reading the statecharts and replaying the witnesses. */
export const drawn: readonly Mutant[] = [
  {
    what: 'a clock that is not stopped on one way out',
    foundBy: 'clocksLeftRunning',
    alter: state('handoff', 'declined', ({ entry: _, ...rest }) => rest),
  },
  {
    what: 'a guard that is never true',
    foundBy: 'withoutWitness',
    alter: transition('identification', 'decisionProposed', 'confirmDecision', (old) => {
      const [first, ...rest] = old as object[];
      return [{ ...first, guard: () => false }, ...rest];
    }),
  },
  {
    what: 'a state without a way on',
    foundBy: 'withoutEnd',
    alter: state('handoff', 'accepted', ({ on: _, ...rest }) => rest),
  },
  {
    what: 'a state that waits for nobody',
    foundBy: 'waitingForNobody',
    alter: command('handoff.reportOutcome', (spec) => ({ ...spec, by: 'rulebook' })),
  },
  {
    what: 'a step without a link to the plan',
    foundBy: 'badlyLinked',
    alter: command('handoff.acknowledge', (spec) => ({ ...spec, links: [] })),
  },
  {
    what: 'a measure that no step fulfils any more',
    foundBy: 'measuresNotReached',
    alter: both(
      ...['accept', 'fulfil', 'reportOutcome'].map((name) =>
        command(`handoff.${name}`, (spec) => ({
          ...spec,
          links: [{ paragraph: '9.1', relation: 'applies' }],
        })),
      ),
    ),
  },
  {
    what: 'a command that the statechart does not draw',
    foundBy: 'undrawn',
    alter: state('handoff', 'sent', (old) => {
      const { acknowledge: _, ...on } = old['on'] as Record<string, unknown>;
      return { ...old, on };
    }),
  },
];

/** Found by walking: random lawful histories under the altered law. */
export const walked: readonly Mutant[] = [
  { what: 'a floor one day short', foundBy: 'neverShortened', alter: term('reflectionFloor', 'P29D') },
  {
    what: 'a negative decision without waiting for the floor',
    foundBy: 'floorStands',
    alter: both(
      withoutRule('identification.proposeDecision', negativeAfterFloor),
      withoutRule('identification.confirmDecision', negativeAfterFloor),
    ),
  },
  {
    what: 'closing without waiting for the floor',
    foundBy: 'floorStands',
    alter: withoutRule('caseFile.close', floorPassed),
  },
  {
    what: 'an extension that shortens',
    foundBy: 'neverShortened',
    alter: command('reflection.extend', (spec) => ({
      ...spec,
      derive: ({ facts }) => ({ endsAt: new Date(Date.parse(facts.now) + 86_400_000).toISOString() }),
    })),
  },
  {
    what: 'a maker who checks herself',
    foundBy: 'makerIsNotChecker',
    alter: withoutRule('identification.confirmDecision', secondPerson),
  },
  {
    what: 'one body that voids alone',
    foundBy: 'twoBodies',
    alter: withoutRule('caseFile.confirmEnd', twoBodiesUnlessClosing),
    likely: { void: 1, recordDeath: 1, confirmEnd: 5 },
  },
  {
    what: 'a share that moves ownership',
    foundBy: 'oneOwner',
    alter: command('handoff.accept', (spec) => ({
      ...spec,
      then: (input) => [
        ...(spec.then?.(input) ?? []),
        {
          type: 'tell',
          procedure: 'caseFile',
          command: 'takeOwnership',
          data: { bodyId: input.facts.actor.bodyId },
        },
      ],
    })),
  },
  {
    what: 'a statutory handoff that can be declined',
    foundBy: 'statutoryStands',
    alter: both(
      notStatutory('handoff.decline'),
      transition('handoff', 'sent', 'decline', () => declines),
    ),
  },
  {
    what: 'a handover to other law enforcement',
    foundBy: 'noHandover',
    alter: withoutRule('handoff.send', handoff.handoverProhibited, handoff.rightDesk),
  },
  {
    what: 'the same handoff twice',
    foundBy: 'onePendingEach',
    alter: withoutRule('handoff.send', handoff.onePending),
    likely: { send: 3 },
  },
  {
    what: 'a second house asked while the first is to answer',
    foundBy: 'oneHouseAsked',
    alter: withoutRule('placement.request', noneAsked),
  },
  {
    what: 'a bed offered again while another house is asked',
    foundBy: 'oneHouseAsked',
    alter: withoutRule('placement.reoffer', noneAsked),
    likely: { request: 2, reoffer: 2, refuseOffer: 3 },
  },
  {
    what: 'a transfer for which a house is asked beside an open request',
    foundBy: 'oneHouseAsked',
    alter: command('placement.requestTransfer', (spec) => ({
      ...spec,
      then: () => [
        { type: 'start', procedure: 'placement', command: 'request', data: { transfer: 'planned' } },
      ],
    })),
    likely: { request: 1, requestTransfer: 2 },
  },
  {
    what: 'a referral against a refusal',
    foundBy: 'refusalHolds',
    alter: command('handoff.send', (spec) => ({ ...spec, rules: spec.rules.map(deafTo('person-refused')) })),
    likely: { recordRefusal: 2, send: 3 },
  },
  {
    what: 'a doubt about age that asks no guardianship body',
    foundBy: 'guardianshipAsked',
    alter: command('caseFile.recordAgeDoubt', ({ then: _, ...spec }) => spec),
  },
  {
    what: 'closing that leaves the clocks of others',
    foundBy: 'closedIsQuiet',
    alter: command('caseFile.confirmEnd', ({ then: _, ...spec }) => spec),
  },
  {
    what: 'a clock that rejects',
    foundBy: 'nothingEndsByItself',
    alter: transition('identification', 'screening', 'screeningPassed', () => ({ target: 'notIndicated' })),
  },
  {
    what: 'a command that is blocked and yet taken',
    foundBy: 'disagreement',
    alter: command('reflection.inform', (spec) => ({ ...spec, rules: [...spec.rules, says('never')] })),
  },
];
