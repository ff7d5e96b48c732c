import { measure } from '#libs/plan';
import { notYetReached, taskLabels } from '#libs/procedures';
import {
  allowedCommands,
  arrowsOf,
  arrowsTaken,
  badlyLinked,
  clocksLeftRunning,
  decide,
  measuresNotReached,
  newest,
  startable,
  statesOf,
  undrawn,
  waitingForNobody,
  withoutEnd,
  withoutWitness,
  type Law,
  type Step,
} from '#libs/rulebook';
import { proceduresShown } from '../../src/api/procedures/procedures.js';
import { CaseBuilder, idOf, law, people, START } from '../builders/case-builder.js';
import { interpreting } from './stub-procedure/index.js';
import { watched } from './watch.js';
import { outsideSchema } from './witnesses/schema.js';
import { told } from './witnesses/index.js';

const cases = told();
const histories: readonly (readonly Step[])[] = cases.map(({ steps }) => steps);
const taken = arrowsTaken(law, histories);
const procedures = Object.values(law.procedures);

describe('the witnesses', () => {
  it('take every arrow of every statechart, each guarded branch for itself', () => {
    expect(withoutWitness(law, taken)).toEqual([]);
  });

  it('are lawful: every code that a person gives fits the schema of the command', () => {
    expect(histories.flatMap((history) => outsideSchema(law, history))).toEqual([]);
  });

  it('start no clock that the statechart does not draw on the arrow taken', () => {
    const arrows = new Map(procedures.map((procedure) => [procedure.type, arrowsOf(procedure)]));
    const undrawnClocks = histories
      .flat()
      .flatMap(({ procedure, procedureId, command, from, to, clocks }) => {
        const taken = arrows
          .get(procedure)
          ?.filter((a) => a.command === command && a.from === from && a.to === to);
        const drawn = taken?.flatMap(({ starts }) => starts) ?? [];
        return clocks
          .filter((clock) => clock.procedureId === procedureId && clock.state === 'running')
          .flatMap(({ name }) => (drawn.includes(name) ? [] : [`${procedure}.${command}: ${name}`]));
      });
    expect(undrawnClocks).toEqual([]);
  });

  it('keep every invariant', () => {
    for (const { view, steps } of cases) expect(() => watched(law, view.id, steps)).not.toThrow();
  });
});

describe('the statecharts as data', () => {
  const shown = proceduresShown(law, 'coordinator');

  it('tell of every step that is ever taken: who takes it, where from and where to, and what it rests on', () => {
    const untold = histories.flat().filter(({ procedure, command, from, to, actor }) => {
      const lines = shown.find(({ type }) => type === procedure)?.transitions ?? [];
      return !lines.some(
        (line) =>
          line.command === command &&
          line.to === to &&
          (from === null ? line.from.length === 0 : line.from.includes(from)) &&
          // What follows from another step, the rulebook gives in the name of who gave that one.
          [...(line.roles as readonly string[]), 'rulebook'].includes(actor.role) &&
          line.links.length > 0,
      );
    });
    const named = untold.map(
      ({ procedure, command, from, to }) => `${procedure}: ${from} —${command}→ ${to}`,
    );
    expect([...new Set(named)]).toEqual([]);
  });

  it('say of every clock where it passes', () => {
    const passing = shown.flatMap(({ type, transitions, deadlines }) =>
      deadlines
        .filter(
          ({ name }) => !transitions.some((line) => line.command === `${name}Passed` && line.from.length),
        )
        .map(({ name }) => `${type}.${name}`),
    );
    expect(passing).toEqual([]);
  });
});

describe('a task', () => {
  const effects = histories.flat().flatMap((step) => step.effects.map((effect) => ({ effect, step })));
  const codes = (type: 'openTask' | 'closeTask', but = '') =>
    new Set(
      effects.flatMap(({ effect, step }) =>
        effect.type === type && step.command !== but ? [effect.code] : [],
      ),
    );

  /** Words that stand ready; the list may only shrink. */
  const notYetOpened = ['late-entry'];

  it('is opened in some history, for every code that has words', () => {
    expect(Object.keys(taskLabels).filter((code) => !codes('openTask').has(code))).toEqual(notYetOpened);
  });

  it('is closed by the act that fulfils it, not only by the end of the case', () => {
    const closed = codes('closeTask', 'confirmEnd');
    expect([...codes('openTask')].filter((code) => !closed.has(code))).toEqual([]);
  });

  it('of a handoff is closed by name, where another handoff fulfils it', () => {
    const opened = new Set(
      effects.flatMap(({ effect }) =>
        effect.type === 'openTask' ? [`${effect.procedureId} ${effect.code}`] : [],
      ),
    );
    const named = effects.flatMap(({ effect }) =>
      effect.type === 'closeTask' && effect.openedBy ? [`${effect.openedBy} ${effect.code}`] : [],
    );
    expect(named.filter((one) => opened.has(one)).length).toBeGreaterThan(1);
  });
});

describe.each(procedures)('$type', (procedure) => {
  it('is flat, bears its own name and version, and has no timers of its own', () => {
    const machine = newest(procedure);
    const version = Math.max(...Object.keys(procedure.machines).map(Number));
    expect([machine.id, machine.version]).toEqual([procedure.type, String(version)]);
    const nodes = Object.values(statesOf(machine));
    expect(nodes.filter(({ after, invoke }) => after.length + invoke.length > 0)).toEqual([]);
  });

  it('comes from every state to an end that is witnessed', () => {
    expect(withoutEnd(procedure, taken)).toEqual([]);
  });

  it('leaves no clock running at an end', () => {
    expect(clocksLeftRunning(procedure)).toEqual([]);
  });

  it('waits in no state without a clock or a person who owes the next step', () => {
    expect(waitingForNobody(procedure)).toEqual([]);
  });

  it('draws exactly the commands it specifies', () => {
    expect(undrawn(procedure)).toEqual([]);
  });

  it('links every command to one to three parts of the plan', () => {
    expect(badlyLinked(procedure)).toEqual([]);
  });
});

describe('the plan', () => {
  /** Reviewed: commands that produce the result a measure asks for; none that only asks, proposes, refuses or ends. */
  const mayFulfil = [
    'guardianship.appointGuardian',
    'guardianship.appointInterim',
    'guardianship.confirmParentalCare',
    'guardianship.planTransition',
    'guardianship.recordCommissionDecision',
    'guardianship.recordVisit',
    'guardianship.replaceGuardian',
    'handoff.accept',
    'handoff.fulfil',
    'handoff.reportOutcome',
    'identification.confirmDecision',
    'identification.decideReconsideration',
    'identification.presume',
    'identification.recordExternalDecision',
    'identification.recordIndicators',
    'missingPerson.recordReturnInterview',
    'placement.admit',
    'reflection.extend',
    'reflection.grant',
  ];
  const fulfilling = procedures.flatMap(({ type, commands }) =>
    Object.entries(commands).flatMap(([name, { links }]) =>
      links.flatMap((link) =>
        'measure' in link && link.relation === 'fulfils' ? [[`${type}.${name}`, link.measure] as const] : [],
      ),
    ),
  );

  it('is fulfilled only where a step produces the result', () => {
    expect([...new Set(fulfilling.map(([command]) => command))].sort()).toEqual(mayFulfil);
  });

  it('is fulfilled only in measures that a case can show', () => {
    expect(fulfilling.filter(([, id]) => measure(id).caseLevel === false)).toEqual([]);
  });

  it('has no measure out of reach but those reviewed, and none of these is reached', () => {
    expect(measuresNotReached(law)).toEqual(Object.keys(notYetReached));
  });

  it('has ever fewer measures out of reach', () => {
    expect(Object.keys(notYetReached).length).toBeLessThanOrEqual(15);
  });
});

describe('a procedure that is one folder more', () => {
  const wider: Law = { ...law, procedures: { ...law.procedures, interpreting } };
  const opened = () => new CaseBuilder(START, idOf(9, 1), wider).open();
  const requested = () => opened().give('police', 'interpreting.request', { language: 'ru' });
  const arranged = () => requested().give('ngo', 'interpreting.arrange');
  const itsHistories = [
    arranged().give('ngo', 'interpreting.recordMeeting'),
    arranged().give('ngo', 'interpreting.cancel'),
    requested().give('ngo', 'interpreting.cancel'),
    requested().advance('P4D'),
  ].map(({ steps }) => steps);

  it('is offered, decided, timed and replayed by the engine as it is', () => {
    const built = opened();
    const names = startable(wider, built.view, built.facts(people.police)).map(({ procedure }) => procedure);
    expect(names).toContain('interpreting');
    built.give('police', 'interpreting.request', { language: 'ru' }).advance('P4D');
    expect(built.clock('interpreting', 'arranging')?.state).toBe('passed');
    const instance = built.last('interpreting');
    if (!instance) throw new Error('not started');
    const choices = allowedCommands(wider, built.view, instance, built.facts(people.ngo));
    expect(choices.allowed.map(({ command }) => command)).toEqual(['arrange', 'cancel']);
    expect(choices.blocked.map(({ command, reason }) => [command, reason.code])).toEqual([
      ['recordMeeting', 'not-allowed-in-this-state'],
    ]);
    expect(built.answer('police', 'interpreting.arrange')).toBe('not-for-your-role');
  });

  it('stands under the same proofs', () => {
    const itsTaken = arrowsTaken(wider, itsHistories);
    expect(withoutWitness(wider, new Set([...taken, ...itsTaken]))).toEqual([]);
    expect(withoutEnd(interpreting, itsTaken)).toEqual([]);
    expect(clocksLeftRunning(interpreting)).toEqual([]);
    expect(waitingForNobody(interpreting)).toEqual([]);
    expect([...undrawn(interpreting), ...badlyLinked(interpreting)]).toEqual([]);
    expect(withoutWitness(wider, arrowsTaken(wider, itsHistories.slice(1)))).toContain(
      'interpreting: arranged —recordMeeting→ done',
    );
  });

  it('is unknown where it is not registered', () => {
    const command = { procedure: 'interpreting', command: 'request', data: { language: 'ru' } };
    const built = opened();
    expect(decide(law, built.view, command, built.facts(people.police))).toMatchObject({
      code: 'unknown-procedure',
    });
  });
});
