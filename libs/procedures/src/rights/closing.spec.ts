import { aCase, idOf, bodies } from '../../../../test/builders/case-builder.js';
import {
  closable,
  notIdentified,
  opened,
  presumed,
  screened,
} from '../../../../test/builders/cases-in-state.js';
import { dataOf } from '../../../../test/builders/lawful-data.js';
import { purposes } from '../purposes.js';

const close = { reason: 'notIndicated' };

/** A handoff for every purpose to every desk that answers it; for a child's guardianship is asked apart. */
const sendings = () =>
  Object.entries(purposes)
    .filter(([purpose]) => purpose !== 'guardianship')
    .flatMap(([purpose, { desks, kinds }]) =>
      Object.values(bodies)
        .filter((body) => desks.some((desk) => desk === body.kind))
        .map(({ id }) => ({ toBodyId: id, kind: kinds[0], purpose, basis: 'vitalInterest' })),
    );

describe('closing', () => {
  it('takes the owner and a second person', () => {
    const builder = closable();
    expect(builder.answer('ngo', 'caseFile.close', close)).toBe('owner-only');
    builder.give('police', 'caseFile.close', close);
    expect(builder.answer('police', 'caseFile.confirmEnd')).toBe('second-person-needed');
    expect(builder.answer('police', 'caseFile.returnEnd')).toBe('second-person-needed');
    expect(builder.give('policeColleague', 'caseFile.confirmEnd').state('caseFile')).toBe('closed');
  });

  it('never stands in for screening', () => {
    expect(opened().answer('police', 'caseFile.close', close)).toBe('identification-open');
    expect(screened().answer('police', 'caseFile.close', close)).toBe('identification-open');
  });

  it('waits for a handoff, a proposal and a missing person', () => {
    const waiting = closable().give('police', 'caseFile.recordDetention', { ground: 'criminal' });
    expect(waiting.answer('police', 'caseFile.close', close)).toBe('handoff-pending');
    const proposed = presumed()
      .give('ngo', 'reflection.inform', { reached: true })
      .give('investigator', 'reflection.proposeTermination', { ground: 'publicOrder', personHeard: true })
      .give('prosecutor', 'handoff.accept')
      .advance('P31D');
    expect(proposed.answer('police', 'caseFile.close', close)).toBe('proposal-open');
    const builder = closable();
    const missing = {
      id: idOf(7, 2),
      type: 'missingPerson',
      machine: 'missingPerson@1' as const,
      revision: 1,
      state: 'searching',
      tags: ['missing'],
      context: {},
      clocks: {},
      since: builder.now,
      final: false,
    };
    builder.view = { ...builder.view, instances: [...builder.view.instances, missing] };
    expect(builder.answer('police', 'caseFile.close', close)).toBe('person-missing');
  });

  it('waits for the reconsideration window, in words that say until when', () => {
    const builder = notIdentified();
    expect(builder.refusal('police', 'caseFile.close', close)).toMatchObject({
      code: 'reconsideration-open',
      until: builder.clock('identification', 'reconsiderationWindow')?.dueAt,
    });
  });

  it('is asked everything again when it is confirmed', () => {
    const builder = closable().give('police', 'caseFile.close', close);
    builder.give('ngo', 'identification.presume');
    expect(builder.answer('policeColleague', 'caseFile.confirmEnd')).toBe('not-informed-yet');
    expect(builder.give('policeColleague', 'caseFile.returnEnd').state('caseFile')).toBe('open');
  });

  it('leaves no live clock but follow-up, the guard and the window', () => {
    const builder = presumed()
      .give('investigator', 'handoff.reportOutcome', { outcome: 'done' })
      .give('ngo', 'reflection.inform', { reached: true })
      .advance('P31D')
      .give('police', 'caseFile.beginAftercare')
      .give('police', 'caseFile.close', { reason: 'leftCountry' })
      .give('policeColleague', 'caseFile.confirmEnd');
    const running = builder.view.instances.flatMap(({ clocks }) =>
      Object.values(clocks)
        .filter(({ state }) => state === 'running')
        .map(({ name }) => name),
    );
    expect(running).toEqual(['followUp']);
  });

  it('stops the clocks of other procedures, and never those of protection', () => {
    const builder = closable().give('police', 'caseFile.close', close);
    const running = (n: number, type: string) => ({
      id: idOf(7, n),
      type,
      machine: `${type}@1` as const,
      revision: 1,
      state: 'on',
      tags: [],
      context: {},
      clocks: {
        review: {
          name: 'review',
          startedAt: builder.now,
          dueAt: '2017-03-01T06:00:00.000Z',
          state: 'running' as const,
          provisional: false,
        },
      },
      since: builder.now,
      final: false,
    });
    const others = [running(3, 'assistance'), running(4, 'protection')];
    builder.view = { ...builder.view, instances: [...builder.view.instances, ...others] };
    builder.give('policeColleague', 'caseFile.confirmEnd');
    expect(['assistance', 'protection'].map((type) => builder.clock(type, 'review')?.state)).toEqual([
      'stopped',
      'running',
    ]);
  });

  it('leaves nobody to ask her, to request a shelter or to offer the case to another', () => {
    const builder = closable().give('police', 'caseFile.close', close);
    builder.give('policeColleague', 'caseFile.confirmEnd');
    expect(builder.effects('closeTask').map(({ code }) => code)).toEqual(
      expect.arrayContaining(['reflection-elapsed', 'new-shelter-request', 'offer-transfer']),
    );
  });

  it('is answered by reopening, and goes back to aftercare when returned', () => {
    const builder = closable()
      .give('police', 'caseFile.beginAftercare')
      .give('police', 'caseFile.close', close);
    expect(builder.give('policeColleague', 'caseFile.returnEnd').state('caseFile')).toBe('aftercare');
    expect(builder.effects('notify').at(-1)).toMatchObject({ template: 'proposal-returned' });
    builder.give('police', 'caseFile.close', close).give('policeColleague', 'caseFile.confirmEnd');
    expect(builder.give('ngo', 'caseFile.reopen', { reason: 'personReturned' }).state('caseFile')).toBe(
      'open',
    );
  });

  it('is followed up after three, six and twelve months', () => {
    const builder = closable().give('police', 'caseFile.beginAftercare');
    const due = () => builder.clock('caseFile', 'followUp')?.dueAt.slice(0, 10);
    expect(due()).toBe('2016-06-01');
    builder.advance('P3M').give('ngo', 'caseFile.recordFollowUp', { outcome: 'safe' });
    expect(due()).toBe('2016-09-01');
    builder.advance('P3M').give('ngo', 'caseFile.recordFollowUp', { outcome: 'safe' });
    expect(due()).toBe('2017-03-01');
    builder.advance('P6M').give('ngo', 'caseFile.recordFollowUp', { outcome: 'safe' });
    expect(builder.clock('caseFile', 'followUp')?.state).not.toBe('running');
    expect(builder.effects('openTask').filter(({ code }) => code === 'follow-up')).toHaveLength(3);
  });

  it('waits for its second person with a clock that closes nothing', () => {
    const builder = closable().give('police', 'caseFile.close', close).advance('P20D');
    expect(builder.state('caseFile')).toBe('endProposed');
    expect(builder.effects('openTask').at(-1)).toMatchObject({ code: 'second-person' });
  });
});

describe('voiding and death', () => {
  it('end a case however much was handed on in it', () => {
    const builder = aCase().open('police');
    for (let sent = 0; sent < 30; sent += 1)
      builder.give('police', 'handoff.send', dataOf('handoff.send')).accept('clinic', 'health');
    builder
      .give('police', 'caseFile.void', dataOf('caseFile.void'))
      .give('coordinator', 'caseFile.confirmEnd');
    const left = builder.view.instances.filter(({ type, final }) => type === 'handoff' && !final);
    expect([builder.state('caseFile'), left]).toEqual(['voided', []]);
  });

  it('are taken back however much they ended: each desk is asked again', () => {
    const builder = aCase().open('police');
    const sent = sendings().filter((data) => builder.answer('police', 'handoff.send', data) === 'accepted');
    expect(sent.length).toBeGreaterThan(30);
    builder
      .give('police', 'caseFile.recordDeath', dataOf('caseFile.recordDeath'))
      .give('coordinator', 'caseFile.confirmEnd')
      .give('police', 'caseFile.reopen', { reason: 'newFacts' });
    const asked = builder.view.instances.filter(({ type, state }) => type === 'handoff' && state === 'sent');
    expect(asked).toHaveLength(sent.length);
  });

  it('ask another body to read: one that takes part, else who serves the person; never the police', () => {
    const builder = opened().give('police', 'caseFile.recordDeath', { confirmedBy: 'medical' });
    expect(builder.handoff('secondReading').context).toMatchObject({
      about: 'caseFile',
      toBodyId: bodies.assistanceCentre.id,
    });
    const served = aCase().open('ngo').give('police', 'caseFile.recordDeath', { confirmedBy: 'medical' });
    expect(served.handoff('secondReading').context['toBodyId']).toBe(bodies.ngo.id);
  });

  it('go back when the reader says so, and the reader leaves', () => {
    const builder = opened().give('police', 'identification.presume');
    builder
      .give('police', 'caseFile.recordDeath', { confirmedBy: 'medical' })
      .accept('social', 'secondReading');
    builder.give('social', 'caseFile.returnEnd');
    expect(builder.handoffs()).toContain('secondReading:withdrawn');
    expect(builder.participants[bodies.assistanceCentre.id]).toBeUndefined();
    expect(builder.state('identification')).toBe('presumed');
  });

  it('name the case that remains of a duplicate, which is not the case itself', () => {
    const builder = opened();
    const duplicate = { reason: 'duplicate' };
    expect(builder.answer('police', 'caseFile.void', duplicate)).toBe('surviving-case-needed');
    expect(
      builder.answer('police', 'caseFile.void', { ...duplicate, survivingCaseId: builder.view.id }),
    ).toBe('surviving-case-needed');
  });
});

describe('the file', () => {
  it('is corrected by the body of the author alone', () => {
    const data = { entrySeq: 1 };
    const by = (correcting: { bodyId: string } | null) => ({ facts: { correcting } });
    expect(opened().answer('ngo', 'caseFile.correctEntry', data, by({ bodyId: bodies.police.id }))).toBe(
      'authors-body-only',
    );
    expect(opened().answer('police', 'caseFile.correctEntry', data, by({ bodyId: bodies.police.id }))).toBe(
      'accepted',
    );
    expect(opened().answer('police', 'caseFile.correctEntry', data, by(null))).toBe('no-such-entry');
    expect(opened().answer('admin', 'caseFile.correctEntry', data)).toBe('not-for-your-role');
  });

  it('has one owner, and an officer within it', () => {
    const builder = opened();
    expect(builder.answer('ngo', 'caseFile.assignOfficer', { officerId: idOf(2, 13) })).toBe('owner-only');
    builder.give('police', 'caseFile.assignOfficer', { officerId: idOf(2, 3) });
    expect(builder.effects('assignOwner').at(-1)).toMatchObject({
      bodyId: bodies.police.id,
      officerId: idOf(2, 3),
    });
  });

  it('keeps the encounter in UTC', () => {
    const builder = aCase().open('police', { encounteredAt: '2016-03-01T08:00:00+04:00' });
    expect(builder.last('caseFile')?.context['encounteredAt']).toBe('2016-03-01T04:00:00.000Z');
    expect(builder.clock('identification', 'referralToMainDepartment')?.dueAt).toBe(
      '2016-03-02T04:00:00.000Z',
    );
  });
});

describe('voiding a duplicate', () => {
  const survivingCaseId = idOf(9, 2);
  const proposed = () => presumed().give('ngo', 'caseFile.void', { reason: 'duplicate', survivingCaseId });
  const closedMeanwhile = { facts: { survivorIsOpen: false } };

  it('waits where the case that was to remain has been closed meanwhile; returning answers it', () => {
    const builder = proposed();
    expect(builder.answer('coordinator', 'caseFile.confirmEnd', {}, closedMeanwhile)).toBe(
      'surviving-case-closed',
    );
    builder.give('coordinator', 'caseFile.returnEnd', {}, closedMeanwhile);
    expect([builder.state('caseFile'), builder.state('reflection')]).toEqual(['open', 'running']);
  });

  it('is confirmed where it is open, and of other voids nothing is asked', () => {
    const open = { facts: { survivorIsOpen: true } };
    expect(proposed().give('coordinator', 'caseFile.confirmEnd', {}, open).state('caseFile')).toBe('voided');
    const error = presumed().give('ngo', 'caseFile.void', { reason: 'openedInError' });
    error.give('coordinator', 'caseFile.confirmEnd', {}, closedMeanwhile);
    expect(error.state('caseFile')).toBe('voided');
  });
});
