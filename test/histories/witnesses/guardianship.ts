import { aCase, bodies } from '../../builders/case-builder.js';
import { guardianshipIn, interestsInEnding } from '../../builders/cases-in-state.js';
import { each, tell, type History, type Move } from './tell.js';

const at = (state: string): History => {
  const history = guardianshipIn[state];
  if (!history) throw new Error(`no history into ${state}`);
  return history;
};
const does = (command: string, data?: Move[2]): Move =>
  data ? ['guardian', `guardianship.${command}`, data] : ['guardian', `guardianship.${command}`];

const interested = does('recordBestInterests');
const endingWeighed = does('recordBestInterests', { about: 'ending', notHeardBecause: 'tooYoung' });
const majority = does('recordMajority');
const familySafe = does('recordFamilyAssessment');
const appointed = [interested, majority, does('appointGuardian')];
const confirmed = [interested, familySafe, does('confirmParentalCare')];
const decides = ['commission', 'guardianship.recordCommissionDecision', { decision: 'noMeasures' }] as const;
/** Fifteen at the beginning: of age in three years. */
const soon = does('recordMajority', { eighteenIn: '2017-03' });

/** What is put on record wherever a body is responsible. */
const onRecord = (from: History): History[] => [
  ...each(
    from,
    majority,
    interested,
    does('recordChildViews'),
    familySafe,
    [majority, does('planTransition')],
    [endingWeighed, does('end')],
    [soon, 'P2Y'],
  ),
  () => {
    const built = from().give('guardian', 'guardianship.referToCommission', { question: 'placement' });
    return built.accept('commission', 'secondReading').give(...decides);
  },
];

/** The file is closed on a durable solution and opened again: the clocks go on. */
const reopened = (from: History): History =>
  tell(
    from,
    ['clinic', 'identification.recordIndicators'],
    ['clinic', 'identification.rejectIndication', { reason: 'noIndicators' }],
    ['guardian', 'identification.confirmRejection'],
    ['clinic', 'caseFile.close', { reason: 'notIndicated', durableSolution: 'residentialCare' }],
    ['guardian', 'caseFile.confirmEnd'],
    ['clinic', 'caseFile.reopen'],
  );

/** To Ganja, with whoever represents the child. */
const moved =
  (from: History): History =>
  () =>
    interestsInEnding(from())
      .give('guardian', 'guardianship.end', {
        reason: 'transferredToDistrict',
        toBodyId: bodies.guardianship2.id,
      })
      .accept('guardian2', 'guardianship');

const redirect: Move = ['guardian', 'handoff.redirect', { toBodyId: bodies.guardianship2.id }];
const again: Move = ['clinic', 'caseFile.recordAgeDoubt'];
const voided: readonly Move[] = [
  ['clinic', 'caseFile.void'],
  ['coordinator', 'caseFile.confirmEnd'],
];

/** Of age, with a plan, and nothing more to decide: guardianship ends, whatever the file has come to. */
const cameOfAge = (...file: readonly Move[]): History =>
  tell(
    at('guardianAppointed'),
    soon,
    does('planTransition'),
    'P2Y',
    ...file,
    endingWeighed,
    does('end', { reason: 'adult' }),
  );

export const guardianship: readonly History[] = [
  tell(
    at('parentsRepresent'),
    does('recordFamilyAssessment', { outcome: 'unsafe' }),
    does('suspendGuardian'),
  ),
  ...each(at('notified'), redirect, [redirect, 'P2D'], [...voided]),
  () => aCase().open('guardian', { ageStatus: 'child', source: 'localExecutive' }),
  ...['accepted', 'interimRepresented', 'parentsRepresent', 'guardianAppointed', 'monitoring'].flatMap(
    (state) => [...onRecord(at(state)), reopened(at(state)), tell(at(state), 'P70D')],
  ),
  ...each(at('accepted'), does('appointInterim'), appointed, confirmed),
  ...each(at('interimRepresented'), does('appointInterim'), appointed, confirmed, does('suspendGuardian')),
  ...each(
    at('parentsRepresent'),
    does('recordVisit'),
    does('appointInterim'),
    appointed,
    does('suspendGuardian'),
  ),
  ...['guardianAppointed', 'monitoring'].flatMap((state) =>
    each(
      at(state),
      does('recordVisit'),
      [interested, does('replaceGuardian')],
      confirmed,
      does('suspendGuardian'),
    ),
  ),
  ...['accepted', 'interimRepresented', 'parentsRepresent', 'monitoring'].map((state) => moved(at(state))),
  tell(at('ended'), again),
  cameOfAge(),
  cameOfAge(['clinic', 'caseFile.beginAftercare']),
  cameOfAge(['clinic', 'caseFile.void']),
];
