import { z } from 'zod';
import { procedures } from '#libs/procedures';
import { aCase, bodies, START, type CaseBuilder } from '../../../../test/builders/case-builder.js';
import {
  fileIn,
  guardianshipIn,
  identificationIn,
  missingPersonIn,
  opened,
} from '../../../../test/builders/cases-in-state.js';

const at = (state: string) => {
  const history = missingPersonIn[state];
  if (!history) throw new Error(`no history into ${state}`);
  return history();
};
const missing = { circumstance: 'taken', inDanger: true };
const asked = (built: CaseBuilder) =>
  built.view.instances
    .filter(({ type, context }) => type === 'handoff' && context['purpose'] === 'search')
    .map(({ context }) => context['toBodyId']);
const represented = () => guardianshipIn['interimRepresented']?.() ?? opened();

describe('a report that somebody is missing', () => {
  it.each(Object.keys(identificationIn).filter((state) => state !== 'discontinued'))(
    'is taken in %s',
    (state) => {
      expect(identificationIn[state]?.().answer('ngo', 'missingPerson.report', missing)).toBe('accepted');
    },
  );

  it('opens a closed file again, and is refused in a voided one', () => {
    const closed = fileIn['closed']?.().give('police', 'missingPerson.report', missing);
    expect(closed?.state('caseFile')).toBe('open');
    expect(fileIn['voided']?.().answer('police', 'missingPerson.report', missing)).toBe('file-voided');
  });

  it('asks the police of the district and the Main Department to search for a child, with codes only', () => {
    const built = represented().give('clinic', 'missingPerson.report', { ...missing, inDanger: false });
    expect(asked(built)).toEqual([bodies.police.id, bodies.mainDepartment.id]);
    expect(built.handoff('search').context).toMatchObject({ basis: 'vitalInterest', kind: 'request' });
    built.accept('investigator', 'search');
    expect(built.participants[bodies.mainDepartment.id]).toBe('preview');
    expect(built.state('missingPerson')).toBe('searching');
    const told = built
      .effects('notify')
      .flatMap(({ template, bodyId }) => (template === 'person-missing' ? [bodyId] : []));
    expect(told).toEqual(expect.arrayContaining([bodies.guardianship.id, bodies.mainDepartment.id]));
  });

  it('has an adult searched for only in danger, and never by the Main Department that she refused', () => {
    const free = opened().give('ngo', 'missingPerson.report', { ...missing, inDanger: false });
    expect(asked(free)).toEqual([]);
    const refused = aCase().open('ngo', { source: 'ngo', consentReferToMainDepartment: 'no' });
    expect(asked(refused.give('ngo', 'missingPerson.report', missing))).toEqual([bodies.police.id]);
  });

  it('has a clock of two hours for a child, of a day for an adult', () => {
    const clockOf = (built: CaseBuilder) => built.clock('missingPerson', 'search');
    const child = clockOf(represented().give('clinic', 'missingPerson.report', missing));
    expect(Date.parse(child?.dueAt ?? '') - Date.parse(child?.startedAt ?? '')).toBe(2 * 3_600_000);
    const adult = clockOf(at('reported'));
    expect(Date.parse(adult?.dueAt ?? '') - Date.parse(adult?.startedAt ?? '')).toBe(24 * 3_600_000);
  });
});

describe('what who searches goes by', () => {
  const description = (procedure: string, command: string) => {
    const schema = procedures[procedure]?.commands[command]?.schema;
    return schema && z.toJSONSchema(schema).properties?.['description'];
  };

  it('is told by her house as by everybody else, and lies where they read it', () => {
    const ofHouse = description('placement', 'reportMissing');
    expect(ofHouse).toMatchObject({ data: 'text', compartment: 'statement' });
    expect(ofHouse).toEqual(description('missingPerson', 'report'));
  });
});

describe('who is asked to search', () => {
  const asksFor = (who: CaseBuilder, name: 'clinic' | 'police') =>
    who.give(name, 'missingPerson.report', missing);
  const hours = ({ startedAt, dueAt }: { startedAt: string; dueAt: string }) =>
    (Date.parse(dueAt) - Date.parse(startedAt)) / 3_600_000;
  const answerBy = (built: CaseBuilder) => {
    const { id } = built.handoff('search');
    const clock = built.view.instances.find((one) => one.id === id)?.clocks['acceptance'];
    return clock && { ...clock, hours: hours(clock) };
  };

  it('answers within the time of the search, not within that of any handoff', () => {
    expect(answerBy(asksFor(represented(), 'clinic'))?.hours).toBe(2);
    expect(answerBy(asksFor(opened(), 'police'))?.hours).toBe(24);
  });

  it('is reminded as fast where a child is missing, and hears the ladder of others in its own time', () => {
    const child = asksFor(represented(), 'clinic').advance('PT3H');
    expect(child.handoff('search').context).toMatchObject({ rung: 1, child: true });
    expect(answerBy(child)?.hours).toBe(2);
    const adult = asksFor(opened(), 'police').advance('PT25H');
    expect(adult.handoff('search').context['rung']).toBe(1);
    expect(answerBy(adult)?.hours).toBe(24);
  });

  it('does not decline to search for a child, but passes it on or says what came of it', () => {
    const built = asksFor(represented(), 'clinic');
    const { id: procedureId } = built.handoff('search');
    const decline = { reason: 'notCompetent' };
    expect(built.answer('investigator', 'handoff.decline', decline, { procedureId })).toBe(
      'search-for-child-cannot-be-declined',
    );
    const elsewhere = { toBodyId: bodies.police2.id };
    expect(built.answer('investigator', 'handoff.redirect', elsewhere, { procedureId })).toBe('accepted');
    const adult = asksFor(opened(), 'police');
    const search = adult.handoff('search').id;
    expect(adult.answer('investigator', 'handoff.decline', decline, { procedureId: search })).toBe(
      'accepted',
    );
  });
});

describe('an adult who is missing and may be a child', () => {
  const HOUR = 3_600_000;
  const doubted = (waited: string, from = asMissing()) =>
    from.advance(waited).give('clinic', 'caseFile.recordAgeDoubt');
  const asMissing = (danger = true) =>
    opened().give('clinic', 'missingPerson.report', { ...missing, inDanger: danger });
  const sinceReport = (dueAt = '') => (Date.parse(dueAt) - Date.parse(START)) / HOUR;
  const searches = (built: CaseBuilder) =>
    built.view.instances.filter(({ type, context }) => type === 'handoff' && context['purpose'] === 'search');

  it('is searched for in the time of a child from the moment of the doubt, counted from the report', () => {
    for (const [waited, due] of [
      ['PT1H', 2],
      ['PT5H', 5],
    ] as const) {
      const built = doubted(waited);
      const clock = built.clock('missingPerson', 'search');
      expect(clock).toMatchObject({ state: 'running', startedAt: START });
      expect(sinceReport(clock?.dueAt)).toBe(due);
      for (const { context, clocks } of searches(built)) {
        expect(context).toMatchObject({ child: true });
        expect(sinceReport(clocks['acceptance']?.dueAt)).toBe(due);
      }
      expect(built.advance('PT1S').clock('missingPerson', 'search')?.state).toBe(
        due === 5 ? 'passed' : 'running',
      );
    }
  });

  it('is passed on and no longer declined by who was asked for an adult', () => {
    const built = doubted('PT1H');
    const { id: procedureId } = built.handoff('search');
    const decline = { reason: 'notCompetent' };
    expect(built.answer('investigator', 'handoff.decline', decline, { procedureId })).toBe(
      'search-for-child-cannot-be-declined',
    );
  });

  it('is searched for by everybody who searches for a child, and her guardianship body hears of it', () => {
    const refused = aCase().open('ngo', { source: 'ngo', consentReferToMainDepartment: 'no' });
    const built = doubted('PT1H', refused.give('ngo', 'missingPerson.report', missing));
    expect(asked(built)).toEqual([bodies.police.id, bodies.mainDepartment.id]);
    expect(asked(doubted('PT1H', asMissing(false)))).toEqual([bodies.police.id, bodies.mainDepartment.id]);
    const heard = built.steps
      .filter(({ procedure, command }) => procedure === 'missingPerson' && command === 'noteChild')
      .flatMap(({ effects }) => effects.flatMap((e) => (e.type === 'notify' ? [e.bodyId] : [])));
    expect(heard).toEqual([bodies.guardianship.id, bodies.mainDepartment.id]);
  });

  it('stays overdue where the time had passed, and is a child from then on in every new search', () => {
    const built = doubted('P2D');
    expect(built.clock('missingPerson', 'search')?.state).toBe('passed');
    const anew = built.give('police', 'missingPerson.beginSearch').clock('missingPerson', 'search');
    expect(Date.parse(anew?.dueAt ?? '') - Date.parse(anew?.startedAt ?? '')).toBe(2 * HOUR);
  });

  it('is noted once, however often her age is doubted', () => {
    const again = doubted('PT1H').give('ngo', 'caseFile.recordAgeDoubt');
    expect(again.told()).not.toContain('missingPerson.noteChild');
  });
});

describe('while somebody is missing', () => {
  it.each(['reported', 'searching', 'returnedToExploitation', 'longTermMissing'])(
    'her case is not closed: %s',
    (state) => {
      const built = at(state)
        .give('police', 'identification.recordIndicators', { catalogue: 'x@1', observed: ['a'] })
        .give('police', 'identification.rejectIndication', { reason: 'noIndicators' })
        .give('policeColleague', 'identification.confirmRejection');
      for (const { id, state: handoff } of built.view.instances.filter(({ type }) => type === 'handoff'))
        if (handoff === 'sent')
          built.give('investigator', 'handoff.decline', { reason: 'notCompetent' }, { procedureId: id });
      expect(built.answer('police', 'caseFile.close', { reason: 'neverFound' })).toBe('person-missing');
    },
  );

  it('nobody is given up before ninety days, nor without a look every ninety days', () => {
    const built = at('searching');
    expect(built.answer('police', 'missingPerson.reviewLongTerm', { outcome: 'longTerm' })).toBe(
      'long-term-not-yet',
    );
    built
      .advance('P91D')
      .give('police', 'missingPerson.reviewLongTerm', { outcome: 'longTerm' })
      .advance('P91D');
    expect(built.clock('missingPerson', 'longTermReview')?.state).toBe('passed');
    expect(built.state('missingPerson')).toBe('longTermMissing');
    built.give('police', 'missingPerson.reviewLongTerm', { outcome: 'longTerm' });
    expect(built.clock('missingPerson', 'longTermReview')?.state).toBe('running');
  });
});

describe('an own wish', () => {
  it('is respected in an adult who says so herself, and ends the search', () => {
    const built = at('searching');
    const wish = { heardAlone: true, languageUnderstood: true };
    const command = 'missingPerson.recordOwnWish';
    expect(built.answer('police', command, { ...wish, heardAlone: false })).toBe('not-heard-alone');
    expect(built.answer('police', command, { ...wish, throughThirdPerson: true })).toBe(
      'through-third-person',
    );
    expect(built.answer('police', command, wish, { facts: { bySystem: true } })).toBe('person-needed');
    built.give('police', command, wish);
    expect(built.handoffs()).toContain('search:completed');
    expect(built.handoffs()).not.toContain('search:sent');
  });

  it('is not for a child', () => {
    const built = represented().give('clinic', 'missingPerson.report', missing);
    const wish = { heardAlone: true, languageUnderstood: true };
    expect(built.answer('guardian', 'missingPerson.recordOwnWish', wish)).toBe('adults-only');
  });
});

describe('who is found', () => {
  it('is heard, late as well, about why she went, with her representative, and not by the police', () => {
    const built = represented()
      .give('clinic', 'missingPerson.report', missing)
      .give('guardian', 'missingPerson.recordFound', { condition: 'harmed' });
    const interview = { risk: 'high', heardAlone: true, representativePresent: true };
    const command = 'missingPerson.recordReturnInterview';
    expect(built.answer('police', command, interview)).toBe('not-for-your-role');
    expect(built.answer('guardian', command, { ...interview, representativePresent: false })).toBe(
      'representative-needed',
    );
    const clock = () => built.clock('missingPerson', 'returnInterview')?.state;
    expect(clock()).toBe('running');
    built.advance('P30D');
    expect(clock()).toBe('passed');
    built.give('guardian', command, interview);
    expect(clock()).toBe('stopped');
  });

  it('dead is told to two bodies: the case itself ends by none of this', () => {
    const built = at('searching').give('police', 'missingPerson.recordDeceased', { basis: 'found' });
    expect(built.state('caseFile')).toBe('open');
    expect(built.effects('openTask').map(({ code }) => code)).toContain('record-death');
  });
});
