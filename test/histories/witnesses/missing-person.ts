import { child, fileIn, guardianshipIn, missingPersonIn } from '../../builders/cases-in-state.js';
import { each, tell, type History, type Move } from './tell.js';

const at = (state: string): History => {
  const history = missingPersonIn[state];
  if (!history) throw new Error(`no history into ${state}`);
  return history;
};
const does = (command: string, data?: Move[2]): Move =>
  data ? ['police', `missingPerson.${command}`, data] : ['police', `missingPerson.${command}`];
const ends: readonly Move[] = [does('recordFound'), does('recordOwnWish'), does('recordDeceased')];
const review = (outcome: string) => does('reviewLongTerm', { outcome });
const doubt: Move = ['clinic', 'caseFile.recordAgeDoubt'];
const everybodySearches: Move = ['clinic', 'missingPerson.report', { circumstance: 'taken', inDanger: true }];

export const missingPerson: readonly History[] = [
  ...each(
    at('reported'),
    does('beginSearch'),
    does('recordSighting'),
    does('recordReturnToExploitation'),
    ...ends,
  ),
  ...each(
    at('searching'),
    does('recordSighting'),
    review('continue'),
    does('recordReturnToExploitation'),
    ...ends,
  ),
  ...each(
    at('returnedToExploitation'),
    does('beginSearch'),
    does('recordSighting'),
    review('continue'),
    ...ends,
  ),
  ...each(
    at('longTermMissing'),
    does('recordSighting'),
    does('recordReturnToExploitation'),
    review('continue'),
    review('longTerm'),
    ...ends,
  ),
  tell(at('found'), ['social', 'missingPerson.recordReturnInterview']),
  tell(at('returnedToExploitation'), 'P91D', review('longTerm')),
  tell(at('longTermMissing'), 'P91D'),
  tell(at('reported'), 'P95D'),
  tell(at('returnedToExploitation'), 'P95D'),
  tell(at('found'), 'P4D'),
  // An adult so far, who may be a child: while the search runs, and when its time has passed.
  ...['reported', 'searching', 'returnedToExploitation', 'longTermMissing'].map((state) =>
    tell(at(state), doubt),
  ),
  ...['reported', 'searching', 'returnedToExploitation'].map((state) => tell(at(state), 'P2D', doubt)),
  // Of a child, from wherever her case stands: the police and the Main Department are asked at once.
  () => tell(child, everybodySearches)().accept('investigator', 'search'),
  tell(
    guardianshipIn['monitoring'] ?? child,
    everybodySearches,
    ['clinic', 'missingPerson.recordFound'],
    ['guardian', 'missingPerson.recordReturnInterview'],
  ),
  tell(at('deceased'), ['police', 'caseFile.recordDeath'], ['coordinator', 'caseFile.confirmEnd']),
  tell(fileIn['closed'] ?? child, ['police', 'missingPerson.report']),
  tell(at('searching'), ['police', 'caseFile.recordDeath'], ['coordinator', 'caseFile.confirmEnd']),
  tell(at('searching'), ['police', 'caseFile.void'], ['coordinator', 'caseFile.confirmEnd']),
];
