import { aCase, bodies } from '../../builders/case-builder.js';
import { closable, fileIn, guardianshipIn, opened } from '../../builders/cases-in-state.js';
import { each, refusal, tell, voided, type History, type Move } from './tell.js';

const closed = fileIn['closed'];
const aftercare = fileIn['aftercare'];
const followUp: Move = ['police', 'caseFile.recordFollowUp'];
const returned: Move = ['coordinator', 'caseFile.returnEnd', {}];

/** What is put on record in every state that can be left. */
const onRecord = (from: History): History[] =>
  each(
    from,
    ['police', 'caseFile.declareConflict'],
    ['police', 'caseFile.linkCase'],
    ['police', 'caseFile.recordSafeContact'],
    ['police', 'caseFile.recordPerson'],
    ['police', 'caseFile.recordDetention'],
    ['police', 'caseFile.recordRelease'],
    ['police', 'caseFile.assignOfficer'],
    ['police', 'identification.recordRefusal', refusal('everything')],
    ['clinic', 'caseFile.recordAgeDoubt'],
  );

const corrected =
  (from: History): History =>
  () =>
    from().give(
      'police',
      'caseFile.correctEntry',
      { entrySeq: 1 },
      { facts: { correcting: { bodyId: bodies.police.id } } },
    );

const transfer = {
  toBodyId: bodies.ngo.id,
  kind: 'transfer',
  purpose: 'assistance',
  basis: 'consent',
  consentGiven: true,
};
const offered = (from: History) => tell(from, ['police', 'handoff.send', transfer]);
const handedOn = (from: History) => tell(from, ['ngo', 'handoff.accept']);

const ends: readonly Move[] = [
  ['police', 'caseFile.close'],
  ['police', 'caseFile.void'],
  ['police', 'caseFile.recordDeath'],
];
const doubted = tell(closable, ['police', 'caseFile.void']);

const represented = guardianshipIn['interimRepresented'] ?? opened;
const assessed = (outcome: string): Move => [
  'guardian',
  'caseFile.recordAgeAssessment',
  { outcome, disciplines: ['psychology', 'medicine'], representativePresent: true, eighteenIn: '2019-01' },
];
/** Age assessed in each way, disputed and not, wherever the file can still be left. */
const ageAssessed = (...file: readonly Move[]): History[] =>
  each(
    tell(represented, ...file),
    [assessed('child')],
    [assessed('inconclusive')],
    [assessed('adult'), 'P31D'],
    [assessed('adult'), ['clinic', 'caseFile.recordAgeDoubt'], 'P31D'],
    [
      ['clinic', 'caseFile.addProtectedPerson'],
      ['clinic', 'caseFile.linkCase', { caseId: bodies.ngo.id, relation: 'dependant' }],
    ],
  );

export const caseFile: readonly History[] = [
  ...[closable, aftercare, doubted, closed].flatMap((from) => [...onRecord(from), corrected(from)]),
  handedOn(offered(closable)),
  handedOn(offered(aftercare)),
  // Offered before the void was proposed, answered while it waits.
  () => tell(offered(closable), ['police', 'caseFile.void'])().accept('ngo', 'assistance'),
  ...each(closable, ...ends),
  ...each(aftercare, ...ends),
  tell(aftercare, followUp, followUp, followUp),
  tell(closed, followUp, followUp, followUp),
  tell(aftercare, 'P4M'),
  tell(opened, ...voided),
  tell(closable, ['police', 'caseFile.recordDeath'], ['coordinator', 'caseFile.confirmEnd']),
  tell(closable, ['police', 'caseFile.void'], returned),
  tell(aftercare, ['police', 'caseFile.void'], returned),
  tell(closed, ['police', 'caseFile.reopen']),
  () => aCase().open('clinic', { ageStatus: 'child' }),
  () => aCase().open('police', { encounterId: bodies.police.id, encounteredTogether: 30 }),
  ...ageAssessed(),
  ...ageAssessed(['clinic', 'caseFile.beginAftercare']),
  ...ageAssessed(['clinic', 'caseFile.void']),
];
