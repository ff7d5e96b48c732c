import { aCase, bodies } from '../../builders/case-builder.js';
import { assessed, identificationIn, notIdentified, opened } from '../../builders/cases-in-state.js';
import { negative, positive } from '../../builders/lawful-data.js';
import { each, refusal, tell, voided, type History, type Move } from './tell.js';

const at = (state: string): History => {
  const history = identificationIn[state];
  if (!history) throw new Error(`no history into ${state}`);
  return history;
};
/** Opened by a body without the duty to refer. */
const openedByNgo: History = () => aCase().open('ngo', { source: 'ngo' });

const refuses = (scope: string, more = {}): Move => [
  'police',
  'identification.recordRefusal',
  refusal(scope, more),
];
const danger = { danger: true };
const comesBack: Move = ['ngo', 'identification.resume'];
const byRulebook = { facts: { actor: { id: null, role: 'rulebook', bodyId: null } } } as const;
const court = (outcome: string): Move => [
  'lawyer',
  'identification.recordExternalDecision',
  { authority: 'court', outcome },
];
const indicators: Move = ['police', 'identification.recordIndicators'];
const interview: Move = ['ngo', 'identification.recordInterview'];
const invitation: Move = ['investigator', 'identification.inviteParticipant'];
const presumption: Move = ['ngo', 'identification.presume'];
const confirmed: Move = ['policeColleague', 'identification.confirmRefusal'];
const notHers: Move = ['policeColleague', 'identification.returnRefusal'];
const ageDoubt: Move = ['clinic', 'caseFile.recordAgeDoubt'];
const told = (reached: boolean): Move => [
  'lawyer',
  'identification.informOfDecision',
  reached ? { reached } : { reached, attempts: ['visit'] },
];

/** From every state before the decision, and from every one after it. */
const anywhere = (from: History, scope: string): History[] =>
  each(
    from,
    refuses('sharing'),
    refuses(scope, danger),
    refuses(scope),
    [refuses('sharing'), comesBack],
    court('recognised'),
    court('notRecognised'),
    indicators,
    [...voided],
  );

const undecided = [
  'signalled',
  'screening',
  'rejectionProposed',
  'presumed',
  'assessment',
  'decisionProposed',
];
const decided = ['notIndicated', 'identified', 'notIdentified', 'reconsideration'];
const withPerson = ['presumed', 'assessment', 'identified', 'reconsideration'];

/** The same states, where no referral to the Main Department is owed. */
const byNgo = {
  rejectionProposed: tell(
    openedByNgo,
    ['ngo', 'identification.recordIndicators'],
    ['ngo', 'identification.rejectIndication'],
  ),
  refused: tell(openedByNgo, ['ngo', 'identification.recordRefusal']),
  refusalHeld: tell(openedByNgo, ['ngo', 'identification.recordRefusal', refusal('formalProcedure', danger)]),
};
const notIndicatedByNgo = tell(byNgo.rejectionProposed, ['ngoColleague', 'identification.confirmRejection']);
/** Decided against a person whose referral was sent again and still waits: none is owed. */
const referredAgain = (from: History): History =>
  tell(from, [
    'police',
    'handoff.send',
    {
      toBodyId: '00000001-0000-4000-8000-000000000013',
      kind: 'share',
      purpose: 'identification',
      basis: 'statutoryDuty',
    },
  ]);

const screeningAndBack: readonly History[] = [
  ...each(
    at('rejectionProposed'),
    ['policeColleague', 'identification.returnRejection'],
    presumption,
    ageDoubt,
  ),
  ...each(at('notIndicated'), presumption, ageDoubt),
  ...each(at('refusalHeld'), ageDoubt, confirmed, notHers, [...voided]),
  ...each(at('refused'), ageDoubt, comesBack, [...voided]),
  ...each(byNgo.refusalHeld, ageDoubt, ['ngoColleague', 'identification.returnRefusal']),
  ...each(byNgo.refused, ageDoubt, comesBack),
  ...each(byNgo.rejectionProposed, ageDoubt),
  ...each(notIndicatedByNgo, ageDoubt),
  ...each(at('notIdentified'), ageDoubt),
  ...each(at('reconsideration'), ageDoubt),
  ...each(referredAgain(at('notIdentified')), ageDoubt),
  ...each(referredAgain(at('reconsideration')), ageDoubt),
];

const backToWhereSheWas: readonly History[] = [
  ...['identified', 'notIdentified', 'reconsideration'].flatMap((state) => [
    tell(at(state), refuses('everything'), comesBack),
    tell(at(state), refuses('everything', danger), notHers),
  ]),
  tell(at('presumed'), refuses('formalProcedure'), comesBack),
  tell(at('presumed'), refuses('formalProcedure', danger), notHers),
  tell(at('presumed'), refuses('everything'), [
    'ngo',
    'identification.resume',
    { consentReferToMainDepartment: 'no' },
  ]),
];

const refusingMore: readonly History[] = [
  ...each(at('refused'), refuses('sharing'), refuses('everything', danger), refuses('everything')),
  ...each(at('refused'), refuses('formalProcedure')),
  tell(at('refused'), refuses('everything', danger), notHers),
  tell(opened, refuses('everything'), 'P31D'),
  // Presumed and not informed: nothing is destroyed before a floor that has not begun.
  tell(at('presumed'), refuses('everything'), 'P31D'),
];

const deciding: readonly History[] = [
  tell(at('presumed'), ['investigator', 'identification.beginAssessment']),
  tell(at('decisionProposed'), ['investigator2', 'identification.returnDecision']),
  tell(at('decisionProposed'), ['investigator', 'identification.withdrawProposal']),
  ...each(at('identified'), told(true)),
  ...each(notIdentified, told(true), [told(true), told(true)], told(false), [told(true), 'P31D']),
  tell(notIdentified, 'P31D'),
  ...withPerson.flatMap((state) => each(at(state), interview, invitation)),
];

const opinion: Move = ['ngo', 'identification.recordOpinion'];
const reconsidering: readonly History[] = [
  tell(at('reconsideration'), opinion, ['reviewer', 'identification.decideReconsideration', positive]),
  tell(at('reconsideration'), opinion, ['reviewer', 'identification.decideReconsideration', negative]),
];

/** A death that was recorded in error: she stands where she stood. */
const notDeadAfterAll: readonly Move[] = [
  ['ngo', 'caseFile.recordDeath'],
  ['coordinator', 'caseFile.confirmEnd'],
  ['police', 'caseFile.reopen'],
];
const reinstated = Object.keys(identificationIn)
  .filter((state) => state !== 'discontinued')
  .map((state) => tell(at(state), ...notDeadAfterAll));

/** Everything destroyed, and a note written since. */
const shreddedAndWritten: History = () =>
  tell(opened, refuses('everything'), 'P31D')().give('police', 'identification.sealAgain', {}, byRulebook);

/** What falls due, and the act that answers it. */
const overdue: readonly History[] = [
  tell(opened, 'P31D', indicators),
  tell(at('reconsideration'), 'P95D', opinion, [
    'reviewer',
    'identification.decideReconsideration',
    positive,
  ]),
  () =>
    aCase()
      .open('ngo', { source: 'ngo', consentReferToMainDepartment: 'notAsked' })
      .give('ngo', 'identification.presume')
      .give('ngo', 'handoff.send', {
        toBodyId: bodies.mainDepartment.id,
        kind: 'share',
        purpose: 'identification',
        basis: 'consent',
        consentGiven: true,
      }),
];

export const identification: readonly History[] = [
  ...overdue,
  ...reinstated,
  shreddedAndWritten,
  tell(shreddedAndWritten, 'P31D'),
  ...undecided.flatMap((state) => anywhere(at(state), 'formalProcedure')),
  ...decided.flatMap((state) => anywhere(at(state), 'everything')),
  tell(opened, presumption),
  tell(at('screening'), presumption),
  tell(at('notIndicated'), indicators),
  assessed,
  ...screeningAndBack,
  ...backToWhereSheWas,
  ...refusingMore,
  ...deciding,
  ...reconsidering,
];
