import fc from 'fast-check';
import { procedures } from '#libs/procedures';
import { allowedCommands, evolve, startable, type Step } from '#libs/rulebook';
import type { CaseView } from '#libs/vocabulary';
import { law, people, type CaseBuilder, type PersonName } from '../../../test/builders/case-builder.js';
import { dataOf } from '../../../test/builders/lawful-data.js';
import {
  fileIn,
  handoffIn,
  identificationIn,
  presumed,
  reflectionIn,
} from '../../../test/builders/cases-in-state.js';

const histories = Object.entries({ ...fileIn, ...identificationIn, ...reflectionIn, ...handoffIn });

/** Only what an entry stores, as it comes back from the database. */
const stored = (step: Step): Step => JSON.parse(JSON.stringify(step)) as Step;
const replay = (steps: readonly Step[], from: CaseView) =>
  steps.map(stored).reduce((view, step) => evolve(law, view, step), from);
const start = (builder: CaseBuilder): CaseView => ({ id: builder.view.id, instances: [] });

describe('replay', () => {
  it.each(histories)('gives the stored view of a case in %s', (_, history) => {
    const builder = history();
    expect(replay(builder.steps, start(builder))).toEqual(builder.view);
  });

  const names = Object.keys(people) as PersonName[];
  const commands = Object.values(procedures).flatMap((p) =>
    Object.entries(p.commands)
      .filter(([, spec]) => typeof spec.by !== 'string')
      .map(([command]) => `${p.type}.${command}`),
  );
  const move = fc.oneof(
    fc.record({
      who: fc.constantFrom(...names),
      command: fc.constantFrom(...commands.filter((c) => c !== 'caseFile.open')),
    }),
    fc.constantFrom({ days: 'P1D' }, { days: 'P12D' }, { days: 'P40D' }),
  );
  const step = (builder: CaseBuilder, next: object): void => {
    if ('days' in next) builder.advance(String(next.days));
    else {
      const { who, command } = next as { who: PersonName; command: string };
      builder.try(who, command, dataOf(command));
    }
  };

  it('gives the stored view after whatever was tried, and no clock outlives its final state', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        const builder = presumed();
        moves.forEach((next) => step(builder, next));
        expect(replay(builder.steps, start(builder))).toEqual(builder.view);
        for (const { final, clocks } of builder.view.instances)
          if (final) expect(Object.values(clocks).filter(({ state }) => state === 'running')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('never closes or refuses a presumed person before the floor, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const builder = presumed();
        moves.filter((next) => !('days' in next)).forEach((next) => step(builder, next));
        expect(builder.state('identification')).not.toBe('notIdentified');
        const file = builder.last('caseFile');
        if (file?.state === 'closed') expect(file.context['endKind']).toBe('deceased');
      }),
      { numRuns: 100 },
    );
  });
});

describe('a clock that passes without a change of state', () => {
  it('is on record, and disturbs nobody who is about to act', () => {
    const sent = handoffIn['sent']?.();
    const { revision, since } = sent?.last('handoff') ?? {};
    const climbed = sent?.advance('P4D').last('handoff');
    expect(climbed?.context['rung']).toBe(2);
    expect(climbed).toMatchObject({ revision, since, state: 'sent' });
  });
});

describe('what an actor sees', () => {
  const seen = (builder: CaseBuilder, who: PersonName, type: string) => {
    const instance = builder.last(type);
    if (!instance) throw new Error(`no ${type}`);
    return allowedCommands(law, builder.view, instance, builder.facts(people[who]));
  };

  it('is allowed what would be taken, and says of the rest why not and until when', () => {
    const builder = reflectionIn['terminationProposed']?.();
    expect(seen(builder, 'prosecutor', 'reflection').allowed.map(({ command }) => command)).toEqual([
      'confirmTermination',
      'returnTermination',
    ]);
    const blocked = seen(presumed(), 'police', 'caseFile').blocked.find(({ command }) => command === 'close');
    expect(blocked?.reason.code).toBe('not-informed-yet');
  });

  it('never lists what the rulebook or the clock alone may give', () => {
    const { allowed, blocked } = seen(presumed(), 'police', 'identification');
    const names = [...allowed, ...blocked].map(({ command }) => command);
    expect(
      names.filter((name) => name.endsWith('Passed') || name === 'discontinue' || name === 'signal'),
    ).toEqual([]);
    expect(names).toContain('recordRefusal');
  });

  it('may start what the case lacks', () => {
    const builder = identificationIn['refused']?.();
    const names = startable(law, builder.view, builder.facts(people.ngo)).map(
      ({ procedure, command }) => `${procedure}.${command}`,
    );
    expect(names).toEqual(['reflection.begin', 'missingPerson.report', 'handoff.send', 'placement.request']);
  });
});
