import { aCase, bodies, type CaseBuilder } from '../../../../test/builders/case-builder.js';
import { dataOf } from '../../../../test/builders/lawful-data.js';
import { asked, at, give, lives, placements } from '../../../../test/builders/placements.js';

const already = 'shelter-asked-already';
const first = (builder: CaseBuilder) => ({ procedureId: placements(builder)[0]?.id ?? '' });
const states = (builder: CaseBuilder) => placements(builder).map(({ state }) => state);

describe('a second request for a shelter', () => {
  it.each(['requested', 'offered', 'accepted'])('is refused to everybody while the first is %s', (state) => {
    const builder = at(state);
    for (const who of ['police', 'clinic', 'guardian', 'shelter2'] as const)
      expect(builder.answer(who, 'placement.request')).toBe(already);
    give(builder, 'police', 'withdrawRequest');
    expect(states(give(builder, 'police', 'request'))).toEqual(['cancelled', 'requested']);
  });

  it.each(['declined', 'cancelled', 'refused', 'nonArrival', 'admitted', 'away', 'missing', 'departed'])(
    'is taken where the first is %s: no house is asked then',
    (state) => expect(at(state).answer('police', 'placement.request')).toBe('accepted'),
  );

  it.each(['refused', 'nonArrival'])(
    'keeps who was %s from being offered the bed again meanwhile',
    (state) => {
      const builder = give(at(state), 'police', 'request');
      const reoffer = () =>
        builder.answer('shelter2', 'placement.reoffer', dataOf('placement.reoffer'), first(builder));
      expect(reoffer()).toBe(already);
      give(builder, 'police', 'withdrawRequest');
      expect(reoffer()).toBe('accepted');
    },
  );

  it.each([
    ['admitted', 'transfer-instead', 'placement.requestTransfer'],
    ['away', 'transfer-instead', 'placement.requestTransfer'],
    ['missing', 'her-return-first', 'placement.reportReturn'],
  ])(
    'is not made by her own house: where she is %s it is told what it can do then',
    (state, code, instead) => {
      const builder = at(state);
      expect(builder.answer('shelter2', 'placement.request')).toBe(code);
      expect(builder.answer('shelter2', instead, dataOf(instead))).toBe('accepted');
    },
  );

  it('does not run beside a transfer, whichever was asked for first', () => {
    const transfer = dataOf('placement.requestTransfer');
    const home = (builder: CaseBuilder) => ({ procedureId: lives(builder)?.id ?? '' });
    const asks = (builder: CaseBuilder) =>
      builder.give('shelter2', 'placement.requestTransfer', transfer, home(builder));
    const joined = asks(give(at('admitted'), 'police', 'request'));
    const moving = give(at('admitted'), 'shelter2', 'requestTransfer');
    for (const builder of [joined, moving]) {
      expect(states(builder)).toEqual(['admitted', 'requested']);
      expect(lives(builder)?.context['movingOn']).toBe(transfer['kind']);
      expect(lives(builder)?.clocks['transfer']?.state).toBe('running');
      expect(builder.answer('police', 'placement.request')).toBe(already);
      expect(builder.answer('shelter2', 'placement.requestTransfer', transfer, home(builder))).toBe(
        'transfer-under-way',
      );
      give(builder, 'police', 'withdrawRequest');
      expect(states(asks(builder))).toEqual(['admitted', 'cancelled', 'requested']);
    }
  });
});

describe('the last house stays silent', () => {
  const code = 'new-shelter-request';
  /** Whether the task is open, as its writer keeps it: by the instance that opened it. */
  function owed(builder: CaseBuilder): boolean {
    const open = new Map<string, string>();
    for (const { procedure, effects } of builder.steps)
      for (const effect of effects) {
        if (effect.type === 'openTask' && effect.code === code) open.set(effect.procedureId, procedure);
        if (effect.type !== 'closeTask' || effect.code !== code) continue;
        for (const [id, type] of open)
          if (id === (effect.openedBy ?? effect.procedureId) || type !== procedure) open.delete(id);
      }
    return open.size > 0;
  }
  const silent = (deskOpened: boolean) => {
    const builder = give(at('requested'), 'shelter2', 'declineRequest');
    if (deskOpened) builder.accept('shelter', 'shelter');
    expect(owed(builder)).toBe(false);
    builder.advance('P2D');
    expect(owed(builder)).toBe(true);
    return builder;
  };

  it.each([
    ['withdrawn, its desk open', true, 'placement.withdrawRequest'],
    ['withdrawn', false, 'placement.withdrawRequest'],
    ['its handoff withdrawn', false, 'handoff.withdraw'],
  ] as const)('%s: a new request is owed until it is made', (_, deskOpened, withdraw) => {
    const builder = silent(deskOpened).give('police', withdraw);
    expect([builder.state('placement'), owed(builder)]).toEqual(['cancelled', true]);
    expect(owed(give(builder, 'police', 'request'))).toBe(false);
  });

  it.each([
    [true, 'police'],
    [false, 'police'],
    [true, 'clinic'],
    [false, 'clinic'],
  ] as const)('holds up no other request, whoever makes it (desk opened: %s, by %s)', (deskOpened, who) => {
    const builder = give(silent(deskOpened), who, 'request');
    expect(states(builder)).toEqual(['cancelled', 'requested']);
    expect([asked(builder), owed(builder)]).toEqual([bodies.ngoShelter.id, false]);
    expect(builder.participants[bodies.stateShelter.id]).toBeUndefined();
    expect(builder.answer('guardian', 'placement.request')).toBe(already);
    expect(
      builder.answer('shelter', 'placement.offerBed', dataOf('placement.offerBed'), first(builder)),
    ).toBe('not-allowed-in-this-state');
  });

  it.each([true, false])(
    'and no other suits: it is asked again, and has its time (desk opened: %s)',
    (deskOpened) => {
      const alone = {
        facts: {
          bodies: { [bodies.police.id]: bodies.police, [bodies.stateShelter.id]: bodies.stateShelter },
        },
      };
      const builder = silent(deskOpened).give('police', 'placement.request', {}, alone);
      expect([states(builder), asked(builder)]).toEqual([['cancelled', 'requested'], bodies.stateShelter.id]);
      expect(builder.participants[bodies.stateShelter.id]).toBeDefined();
      expect(builder.answer('clinic', 'placement.request')).toBe(already);
      expect([owed(builder), owed(builder.advance('P2D'))]).toEqual([false, true]);
    },
  );

  it('is told to who asked for it, where another body owns the case', () => {
    const builder = give(give(at('cancelled'), 'clinic', 'request'), 'shelter2', 'declineRequest').advance(
      'P2D',
    );
    const told = builder.effects('openTask').filter((task) => task.code === code);
    expect(told.map(({ bodyId }) => bodyId)).toEqual([bodies.health.id, bodies.police.id]);
    expect(owed(give(builder, 'clinic', 'request'))).toBe(false);
  });

  it.each([true, false])(
    'ends where a house that she refused offers again and admits (desk opened: %s)',
    (deskOpened) => {
      const builder = give(give(at('refused'), 'police', 'request'), 'shelter2', 'declineRequest');
      if (deskOpened) builder.accept('shelter', 'shelter');
      expect(owed(builder.advance('P2D'))).toBe(true);
      builder.give('shelter2', 'placement.reoffer', dataOf('placement.reoffer'), first(builder));
      expect([states(builder), owed(builder)]).toEqual([['offered', 'cancelled'], false]);
    },
  );

  it.each(['withdrawRequest', 'declineRequest'] as const)(
    'and ends by %s: once she is housed nothing is owed',
    (end) => {
      const builder = give(give(at('refused'), 'police', 'request'), 'shelter2', 'declineRequest').advance(
        'P2D',
      );
      give(builder, end === 'declineRequest' ? 'shelter' : 'police', end);
      expect(owed(builder)).toBe(true);
      for (const [who, command] of [
        ['shelter2', 'reoffer'],
        ['police', 'acceptOffer'],
        ['shelter2', 'admit'],
      ] as const)
        builder.give(who, `placement.${command}`, dataOf(`placement.${command}`), first(builder));
      expect([states(builder)[0], owed(builder)]).toEqual(['admitted', false]);
    },
  );

  it('makes way for a transfer', () => {
    const builder = give(give(at('admitted'), 'police', 'request').advance('P2D'), 'police', 'request');
    builder.advance('P2D');
    builder.give('shelter2', 'placement.requestTransfer', dataOf('placement.requestTransfer'), {
      procedureId: lives(builder)?.id ?? '',
    });
    expect(states(builder)).toEqual(['admitted', 'cancelled', 'cancelled', 'requested']);
  });

  it.each([true, false])('and answers late: nothing is owed any more (desk opened: %s)', (deskOpened) => {
    expect(owed(give(silent(deskOpened), 'shelter', 'offerBed'))).toBe(false);
  });

  it('and she refuses that her data be shared: nothing is owed any more', () => {
    const builder = aCase().open('police', { needsShelter: true, consentShelter: 'yes' }).advance('P3D');
    expect(owed(builder)).toBe(true);
    builder.give('police', 'identification.recordRefusal', {
      scope: 'sharing',
      heardAlone: true,
      languageUnderstood: true,
    });
    expect([builder.state('placement'), owed(builder)]).toEqual(['cancelled', false]);
  });
});
