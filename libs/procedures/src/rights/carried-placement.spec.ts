import type { Codes } from '#libs/vocabulary';
import { bodies, type CaseBuilder, idOf } from '../../../../test/builders/case-builder.js';
import { closable, opened, placementIn } from '../../../../test/builders/cases-in-state.js';
import { asked, at, give, lives, placements, tasks } from '../../../../test/builders/placements.js';

const rulebook = { facts: { actor: { id: null, role: 'rulebook', bodyId: null } } } as const;
const survivingCaseId = idOf(9, 2);
const bed = idOf(7, 5);

const voided = (builder: CaseBuilder, data: Codes = { reason: 'duplicate', survivingCaseId }): CaseBuilder =>
  builder.give('police', 'caseFile.void', data).give('coordinator', 'caseFile.confirmEnd');

/** What a duplicate in this state gives away. */
function given(state: string): Codes {
  const [carried] = voided(at(state)).effects('carryPlacement');
  return { ...carried?.fields, placementId: carried?.procedureId ?? '', bedId: heldIn(state) ? bed : null };
}
const heldIn = (state: string) => state !== 'requested';
const takeOver = (builder: CaseBuilder, state: string) =>
  builder.give('police', 'placement.takeOver', given(state), rulebook);

const kept = ['offered', 'accepted', 'admitted', 'away', 'missing'];

describe('The placement of a voided duplicate', () => {
  it.each(['requested', ...kept])('goes over from %s, and its bed is not given back', (state) => {
    const builder = voided(at(state));
    expect(builder.effects('carryPlacement')).toMatchObject([{ caseId: survivingCaseId, fields: { state } }]);
    expect([builder.effects('freeBed'), builder.effects('recordDeparture')]).toEqual([[], []]);
  });

  it.each(kept)('stands as %s in the case that remains, with the bed kept in its name', (state) => {
    const builder = takeOver(opened(), state);
    expect([builder.state('placement'), asked(builder)]).toEqual([state, bodies.ngoShelter.id]);
    expect(builder.effects('freeBed')).toMatchObject([{ of: given(state)['placementId'] }]);
    expect(builder.effects('holdBed')).toMatchObject([{ bedId: bed }]);
    expect(builder.participants[bodies.ngoShelter.id]).toBe('full');
    const links = builder.steps.flatMap((step) => step.links);
    expect(links).not.toContainEqual({ measure: '13.4.1', relation: 'fulfils' });
  });

  it('begins her search again where she is missing', () => {
    expect(takeOver(opened(), 'missing').state('missingPerson')).toBe('reported');
  });

  it('is asked for anew where no bed was offered, unless something is under way', () => {
    const builder = takeOver(opened(), 'requested');
    expect([builder.state('placement'), asked(builder)]).toEqual(['requested', bodies.ngoShelter.id]);
    const under = takeOver(at('requested'), 'requested');
    expect(placements(under).map(({ state }) => state)).toEqual(['requested', 'cancelled']);
  });

  it('of two houses leaves her in the one that took her in later', () => {
    const late = given('admitted');
    const before = at('admitted').give(
      'police',
      'placement.takeOver',
      { ...late, admittedAt: '2014-01-01T00:00:00.000Z' },
      rulebook,
    );
    expect(placements(before).map(({ state }) => state)).toEqual(['admitted', 'cancelled']);
    const after = at('admitted');
    const house = lives(after)?.id;
    after.give('police', 'placement.takeOver', { ...late, admittedAt: '2034-01-01T00:00:00.000Z' }, rulebook);
    expect(placements(after).map(({ state }) => state)).toEqual(['departed', 'admitted']);
    expect(lives(after)?.id).not.toBe(house);
  });

  it('opens a file again that was closed while it was on its way', () => {
    const closed = closable()
      .give('police', 'caseFile.close', { reason: 'notIndicated' })
      .give('coordinator', 'caseFile.confirmEnd');
    expect(takeOver(closed, 'admitted').state('caseFile')).toBe('open');
    expect(closed.state('placement')).toBe('admitted');
  });

  it('ends with a case that was opened in error', () => {
    const builder = voided(at('accepted'), { reason: 'openedInError' });
    expect([builder.state('placement'), builder.effects('freeBed')]).toMatchObject(['cancelled', [{}]]);
    expect(builder.effects('carryPlacement')).toEqual([]);
  });
});

describe('A placement that ended with a death recorded in error', () => {
  const undone = (history: () => CaseBuilder) =>
    history()
      .give('ngo', 'caseFile.recordDeath', { confirmedBy: 'civilRegistry' })
      .give('coordinator', 'caseFile.confirmEnd')
      .give('police', 'caseFile.reopen', { reason: 'closedInError' });
  const living = Object.entries(placementIn).filter(([state]) => ['requested', ...kept].includes(state));

  it.each(living)('of %s is asked for again, first of the house where she was', (_, history) => {
    const builder = undone(history);
    expect([builder.state('placement'), asked(builder)]).toEqual(['requested', bodies.ngoShelter.id]);
    expect(builder.handoff('shelter')).toMatchObject({
      state: 'sent',
      context: { toBodyId: bodies.ngoShelter.id },
    });
    expect(give(builder, 'shelter2', 'offerBed').state('placement')).toBe('offered');
    expect(tasks(builder)).not.toContain('new-shelter-request');
  });

  it('is not asked for where she had left before', () => {
    expect(placements(undone(() => at('departed')))).toHaveLength(1);
    expect(placements(undone(opened))).toEqual([]);
  });
});
