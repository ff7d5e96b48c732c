import { aCase, bodies, people } from '../../builders/case-builder.js';
import { handoffIn, opened, presumed } from '../../builders/cases-in-state.js';
import { each, refusal, tell, voided, type History, type Move } from './tell.js';

const at = (state: string): History => {
  const history = handoffIn[state];
  if (!history) throw new Error(`no history into ${state}`);
  return history;
};
/** A child's case: the guardianship body of the district is asked at once. */
const child: History = () => aCase().open('clinic', { ageStatus: 'child' });
const childReceived = tell(child, ['guardian', 'handoff.acknowledge']);
/** One house after the other is asked. */
const needsShelter: History = () => aCase().open('ngo', { source: 'ngo', needsShelter: true });

const redirect: Move = ['guardian', 'handoff.redirect', { toBodyId: bodies.guardianship2.id }];
const decline: Move = ['clinic', 'handoff.decline'];
const withdraw: Move = ['police', 'handoff.withdraw'];
const accept: Move = ['clinic', 'handoff.accept'];
const report: Move = ['clinic', 'handoff.reportOutcome'];

/** A detention asks the prosecutor for release; the release answers it, in whatever state it waits. */
const detained = tell(opened, ['police', 'caseFile.recordDetention']);
const releaseHandoff =
  (command: string): History =>
  () => {
    const built = detained();
    return built.give('prosecutor', command, {}, { procedureId: built.handoff('release').id });
  };
const released: Move = ['police', 'caseFile.recordRelease'];
const referred = tell(opened, ['police', 'identification.presume']);

/** No prosecutor is registered when she is detained: the owner sends the request herself. */
const noDesk: History = () => {
  const built = opened();
  const known = Object.entries(built.facts(people.police).bodies);
  const without = Object.fromEntries(known.filter(([, { kind }]) => kind !== 'prosecution'));
  return built
    .give('police', 'caseFile.recordDetention', { ground: 'immigration' }, { facts: { bodies: without } })
    .give('police', 'handoff.send', {
      toBodyId: bodies.prosecution.id,
      kind: 'request',
      purpose: 'release',
      basis: 'vitalInterest',
    });
};
/** The Main Department is asked to search for an adult, who then may be a child. */
const searched = tell(opened, ['clinic', 'missingPerson.report', { circumstance: 'taken', inDanger: true }]);
const searchReceived: History = () => {
  const built = searched();
  return built.give('investigator', 'handoff.acknowledge', {}, { procedureId: built.handoff('search').id });
};
const doubt: Move = ['clinic', 'caseFile.recordAgeDoubt'];
const askHouse: Move = ['ngo', 'placement.request'];

export const handoff: readonly History[] = [
  noDesk,
  tell(at('declined'), ['police', 'handoff.send']),
  tell(child, ['guardian', 'handoff.accept'], ['guardian', 'handoff.reportOutcome']),
  tell(needsShelter, ['shelter2', 'handoff.decline'], ['shelter', 'handoff.decline'], askHouse),
  ...each(at('sent'), ['clinic', 'handoff.acknowledge'], accept, decline, withdraw, [...voided]),
  ...each(at('received'), accept, decline, withdraw, [...voided]),
  ...each(at('accepted'), report, [...voided]),
  ...each(child, redirect),
  ...each(childReceived, redirect),
  tell(detained, released),
  tell(releaseHandoff('handoff.acknowledge'), released),
  tell(releaseHandoff('handoff.accept'), released),
  tell(referred, ['police', 'identification.recordRefusal', refusal('formalProcedure')]),
  tell(presumed, ['police', 'identification.recordRefusal', refusal('formalProcedure')]),
  ...[searched, searchReceived].flatMap((from) => [tell(from, doubt), tell(from, 'P10D', doubt)]),
  // Silence climbs three rungs and stays on the last; a silent house is passed over until none is left.
  tell(child, 'P6D'),
  tell(childReceived, 'P6D'),
  tell(needsShelter, 'P2D'),
  tell(needsShelter, ['shelter2', 'handoff.acknowledge'], 'PT5H'),
  tell(needsShelter, 'PT5H', ['shelter', 'handoff.acknowledge'], 'P2D'),
];
