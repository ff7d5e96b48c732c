import { commandsTaken } from '#libs/rulebook';
import { procedures } from '#libs/procedures';
import { type CaseBuilder, law, people } from '../../../test/builders/case-builder.js';
import { dataOf } from '../../../test/builders/lawful-data.js';
import {
  fileIn,
  guardianshipIn,
  missingPersonIn,
  handoffIn,
  identificationIn,
  placementIn,
  reflectionIn,
} from '../../../test/builders/cases-in-state.js';
import { decide } from '#libs/rulebook';

type Table = Readonly<Record<string, readonly string[]>>;
const list = (names: string) => names.split(/\s+/).sort();

const onRecord =
  'assignOfficer correctEntry declareConflict linkCase noteRefusal recordAgeDoubt recordDetention recordPerson recordRelease recordSafeContact';
const whileChild = 'comeOfAge recordAgeAssessment addProtectedPerson';
const proposals = 'close void recordDeath';
const caseFile: Table = {
  open: list(`${onRecord} ${whileChild} takeOwnership ${proposals} beginAftercare`),
  aftercare: list(`${onRecord} ${whileChild} takeOwnership ${proposals} recordFollowUp`),
  endProposed: list(`${onRecord} ${whileChild} takeOwnership confirmEnd returnEnd`),
  closed: list(`${onRecord} recordFollowUp reopen`),
  voided: [],
};

const always = 'discontinue recordExternalDecision recordIndicators recordRefusal resume';
const identification: Table = {
  signalled: list(`${always} presume`),
  screening: list(`${always} presume rejectIndication`),
  rejectionProposed: list(`${always} presume confirmRejection returnRejection returnForAgeDoubt`),
  notIndicated: list(`${always} presume returnForAgeDoubt`),
  presumed: list(`${always} beginAssessment inviteParticipant recordInterview`),
  assessment: list(`${always} inviteParticipant recordInterview proposeDecision`),
  decisionProposed: list(`${always} confirmDecision returnDecision withdrawProposal`),
  identified: list(`${always} informOfDecision inviteParticipant recordInterview`),
  notIdentified: list(`${always} informOfDecision requestReconsideration returnForAgeDoubt`),
  reconsideration: list(
    `${always} recordOpinion decideReconsideration inviteParticipant recordInterview returnForAgeDoubt`,
  ),
  refusalHeld: list('confirmRefusal returnRefusal returnForAgeDoubt discontinue'),
  refused: list('resume recordRefusal returnForAgeDoubt discontinue sealAgain'),
  discontinued: list('reinstate'),
};

const period = 'discontinue grant inform recordDecision';
const reflection: Table = {
  running: list(`${period} extend proposeTermination`),
  extended: list(`${period} extend proposeTermination`),
  elapsed: list(`${period} extend`),
  concluded: list(period),
  terminationProposed: list('confirmTermination returnTermination recordDecision grant discontinue'),
  terminated: list(`${period} extend`),
  discontinued: list('reinstate'),
};

const responsible =
  'end planTransition recordBestInterests recordChildViews recordCommissionDecision recordFamilyAssessment recordMajority referToCommission takeUp';
const guardianship: Table = {
  notified: list('accept end redirect'),
  accepted: list(`${responsible} appointInterim appointGuardian confirmParentalCare`),
  interimRepresented: list(
    `${responsible} appointInterim appointGuardian confirmParentalCare suspendGuardian`,
  ),
  parentsRepresent: list(`${responsible} appointInterim appointGuardian recordVisit suspendGuardian`),
  guardianAppointed: list(`${responsible} confirmParentalCare recordVisit replaceGuardian suspendGuardian`),
  monitoring: list(`${responsible} confirmParentalCare recordVisit replaceGuardian suspendGuardian`),
  ended: list('notify'),
};

const lost = 'noteChild recordFound recordOwnWish recordDeceased recordSighting';
const missingPerson: Table = {
  reported: list(`${lost} beginSearch recordReturnToExploitation`),
  searching: list(`${lost} reviewLongTerm recordReturnToExploitation`),
  returnedToExploitation: list(`${lost} reviewLongTerm beginSearch`),
  longTermMissing: list(`${lost} reviewLongTerm recordReturnToExploitation`),
  found: list('recordReturnInterview'),
  leftByOwnWish: [],
  deceased: [],
};

const handoff: Table = {
  sent: list('acknowledge accept decline redirect withdraw end fulfil noteChild'),
  received: list('accept decline redirect withdraw end fulfil noteChild'),
  accepted: list('reportOutcome end fulfil'),
  declined: [],
  redirected: [],
  withdrawn: [],
  completed: [],
};

const byRulebook = 'ask openDesk passOver exhaust';
const housed = 'extendStay noteChild depart completeTransfer end reviewAcceptance';
const placement: Table = {
  requested: list(`${byRulebook} offerBed declineRequest withdrawRequest end`),
  offered: list('acceptOffer refuseOffer withdrawOffer withdrawRequest end'),
  accepted: list(
    'admit recordNonArrival refuseOffer withdrawOffer reportMissing reviewAcceptance withdrawRequest end',
  ),
  admitted: list(`${housed} recordAbsence recordRestriction liftRestriction requestTransfer reportMissing`),
  away: list(`${housed} recordReturn requestTransfer reportMissing`),
  missing: list(`${housed} reportReturn`),
  refused: list('reoffer withdrawRequest end'),
  nonArrival: list('reoffer reportMissing withdrawRequest end'),
  departed: [],
  declined: [],
  cancelled: [],
};

const redirected = (): CaseBuilder => {
  const built = identificationIn['signalled']?.().give('police', 'caseFile.recordAgeDoubt');
  return built.give('guardian', 'handoff.redirect', dataOf('handoff.redirect'));
};

const tables: [string, Table, Readonly<Record<string, () => CaseBuilder>>][] = [
  ['caseFile', caseFile, fileIn],
  ['identification', identification, identificationIn],
  ['reflection', reflection, reflectionIn],
  ['guardianship', guardianship, guardianshipIn],
  ['missingPerson', missingPerson, missingPersonIn],
  ['handoff', handoff, { ...handoffIn, redirected }],
  ['placement', placement, placementIn],
];

const rows = tables.flatMap(([type, table, histories]) =>
  Object.keys(procedures[type]?.states ?? {}).map((state) => ({
    type,
    state,
    taken: table[state],
    history: histories[state],
  })),
);

const instanceIn = (builder: CaseBuilder, type: string, state: string) => {
  const instance = builder.view.instances.find((i) => i.type === type && i.state === state);
  if (!instance) throw new Error(`no ${type} in ${state}`);
  return instance;
};

describe.each(rows)('$type in $state', ({ type, state, taken, history }) => {
  const builder = history?.();
  const instance = instanceIn(builder, type, state);

  it('takes exactly these commands', () => {
    expect(commandsTaken(law, instance)).toEqual(taken);
  });

  const others = Object.keys(procedures[type]?.commands ?? {}).filter(
    (command) => !taken?.includes(command) && !command.endsWith('Passed'),
  );
  it.each(others)('does not take %s from anybody', (command) => {
    for (const actor of Object.values(people)) {
      const outcome = decide(
        law,
        builder.view,
        { procedure: type, procedureId: instance.id, command, data: dataOf(`${type}.${command}`) },
        builder.facts(actor),
      );
      expect(outcome.kind).toBe('refused');
    }
  });
});
