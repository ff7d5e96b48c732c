import { bodies, type CaseBuilder } from '../../../../test/builders/case-builder.js';
import {
  assessed,
  identificationIn,
  informed,
  notIdentified,
  opened,
  presumed,
  reflectionIn,
} from '../../../../test/builders/cases-in-state.js';
import { negative } from '../../../../test/builders/lawful-data.js';
import { at, give, placements } from '../../../../test/builders/placements.js';

const died = (builder: CaseBuilder) =>
  builder
    .give('ngo', 'caseFile.recordDeath', { confirmedBy: 'civilRegistry' })
    .give('coordinator', 'caseFile.confirmEnd');
const reopened = (builder: CaseBuilder) =>
  builder.give('police', 'caseFile.reopen', { reason: 'closedInError' });
const floor = (builder: CaseBuilder) => builder.clock('reflection', 'reflectionFloor');
const others = (histories: Readonly<Record<string, () => CaseBuilder>>) =>
  Object.entries(histories).filter(([state]) => state !== 'discontinued');

describe('A death that was recorded in error', () => {
  it.each(others(identificationIn))('gives identification back as it stood in %s', (state, history) => {
    const builder = reopened(died(history()));
    expect([builder.state('caseFile'), builder.state('identification')]).toEqual(['open', state]);
  });

  it.each(others(reflectionIn))('gives the reflection period back as it stood in %s', (state, history) => {
    expect(reopened(died(history())).state('reflection')).toBe(state);
  });

  it('takes no day of the floor, however long it stood uncorrected', () => {
    const builder = informed();
    const before = floor(builder);
    died(builder).wait('P10D');
    expect(floor(builder)?.state).toBe('stopped');
    reopened(builder);
    expect(floor(builder)).toEqual(before);
    expect(builder.answer('police', 'caseFile.close', { reason: 'ownWish' })).toBe('before-floor');
    builder.advance('P21D');
    expect(builder.state('reflection')).toBe('elapsed');
  });

  it('lets a floor that ended meanwhile pass at once', () => {
    const builder = reopened(died(informed()).wait('P60D')).advance('PT1M');
    expect(builder.state('reflection')).toBe('elapsed');
  });

  it('hands the case over no second time where it was taken before', () => {
    const transfer = { kind: 'transfer', purpose: 'assistance', basis: 'vitalInterest' };
    const builder = opened()
      .give('police', 'handoff.send', { ...transfer, toBodyId: bodies.assistanceCentre.id })
      .accept('social', 'assistance');
    died(builder).give('social', 'caseFile.reopen', { reason: 'closedInError' });
    const sent = builder.view.instances.filter(({ type, state }) => type === 'handoff' && state === 'sent');
    expect(sent.map(({ context }) => context['kind'])).not.toContain('transfer');
    expect(builder.last('caseFile')?.context['ownerBodyId']).toBe(bodies.assistanceCentre.id);
  });

  it('owes her the informing, the screening and the referral again', () => {
    const uninformed = reopened(died(presumed()).wait('P5D'));
    expect(uninformed.clock('reflection', 'inform')).toMatchObject({
      state: 'running',
      startedAt: uninformed.now,
    });
    const screening = reopened(died(opened()).wait('P5D'));
    const { now } = screening;
    expect(screening.clock('identification', 'screening')).toMatchObject({
      state: 'running',
      startedAt: now,
    });
    expect(screening.clock('identification', 'referralToMainDepartment')).toMatchObject({
      state: 'running',
      startedAt: now,
    });
  });

  it('gives her whole time to ask for reconsideration, and not a time that had run out', () => {
    const builder = reopened(died(notIdentified()).wait('P50D'));
    expect(builder.clock('identification', 'reconsiderationWindow')).toMatchObject({
      state: 'running',
      startedAt: builder.now,
    });
    const told = notIdentified().give('lawyer', 'identification.informOfDecision', { reached: true });
    expect(reopened(died(told.advance('P90D'))).clock('identification', 'reconsiderationWindow')?.state).toBe(
      'passed',
    );
  });

  it('asks again whom it stopped asking, once', () => {
    const builder = died(assessed());
    expect(builder.participants[bodies.mainDepartment.id]).toBeUndefined();
    reopened(builder);
    expect(builder.handoff('identification')).toMatchObject({
      state: 'sent',
      context: { toBodyId: bodies.mainDepartment.id, fromBodyId: bodies.police.id },
    });
    builder.accept('investigator', 'identification');
    expect(builder.answer('investigator', 'identification.proposeDecision', negative)).toBe('before-floor');
    reopened(died(builder));
    const referrals = builder.handoffs().filter((name) => name.startsWith('identification'));
    expect(referrals).toHaveLength(3);
  });

  it('asks no house again for a placement that is over, but for a new one', () => {
    const missing = give(at('accepted'), 'police', 'reportMissing');
    const builder = reopened(died(missing));
    expect(placements(builder).map(({ state }) => state)).toEqual(['departed', 'requested']);
    expect(builder.handoffs().filter((handoff) => handoff === 'shelter:sent')).toHaveLength(1);
    expect(builder.handoff('shelter').context['about']).toBe(builder.last('placement')?.id);
  });

  it('is undone by a doubt about age too: a child goes back to screening with her guardianship body asked', () => {
    const history = identificationIn['notIndicated'] ?? opened;
    const builder = died(history()).give('clinic', 'caseFile.recordAgeDoubt');
    expect([builder.state('caseFile'), builder.state('identification')]).toEqual(['open', 'screening']);
    expect(builder.handoff('guardianship').state).toBe('sent');
  });

  it('is the only end that is undone: a voided case never opens again', () => {
    const voided = identificationIn['discontinued']?.() ?? opened();
    expect(voided.answer('police', 'caseFile.reopen', { reason: 'closedInError' })).toBe(
      'not-allowed-in-this-state',
    );
  });
});
