import { aCase, type CaseBuilder } from '../../../../test/builders/case-builder.js';
import { dataOf } from '../../../../test/builders/lawful-data.js';
import { at, give, lives, placements } from '../../../../test/builders/placements.js';

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

  it('does not run beside a transfer, whichever was asked for first', () => {
    const transfer = dataOf('placement.requestTransfer');
    const byHand = give(at('admitted'), 'police', 'request');
    const house = { procedureId: lives(byHand)?.id ?? '' };
    expect(byHand.answer('shelter2', 'placement.requestTransfer', transfer, house)).toBe(already);
    give(byHand, 'police', 'withdrawRequest');
    expect(byHand.answer('shelter2', 'placement.requestTransfer', transfer, house)).toBe('accepted');
    for (const who of ['police', 'shelter2'] as const) {
      const moving = give(at('admitted'), 'shelter2', 'requestTransfer');
      expect(moving.answer('police', 'placement.request')).toBe(already);
      expect(moving.answer(who, 'placement.withdrawRequest')).toBe('accepted');
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
