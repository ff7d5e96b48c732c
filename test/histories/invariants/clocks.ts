import type { Invariant } from './moment.js';

/** What may run on in a closed case: protection, retention, follow-up and the time to ask for reconsideration. */
const outlives = ['refusalGuard', 'followUp', 'reconsiderationWindow'];

export const closedIsQuiet: Invariant = ({ after }) => {
  const file = after.instances.find(({ type }) => type === 'caseFile');
  if (file?.state !== 'closed' && file?.state !== 'voided') return [];
  return after.instances
    .filter(({ type }) => type !== 'protection')
    .flatMap(({ type, clocks }) =>
      Object.values(clocks)
        .filter(({ name, state }) => state === 'running' && !outlives.includes(name))
        .map(({ name }) => `${type}.${name} runs in a ${file.state} case`),
    );
};

/** A procedure at its end waits for nothing. */
export const endedIsQuiet: Invariant = ({ after }) =>
  after.instances.flatMap(({ type, final, tags, clocks }) =>
    Object.values(clocks)
      .filter(
        ({ name, state }) =>
          (final || tags.includes('ended')) && state === 'running' && !outlives.includes(name),
      )
      .map(({ name }) => `${type}.${name} runs although it has ended`),
  );

/**
 * The deadlines that are written are those of the view: started and ended in pairs, none started over another. One that
 * passed is answered at most once.
 */
export const clocksAreWritten: Invariant = ({ before, after, steps }) => {
  const those = (view: typeof before, wanted: string) =>
    view.instances.flatMap(({ id, clocks }) =>
      Object.values(clocks).flatMap(({ name, state, dueAt }) =>
        state === wanted ? [[`${id} ${name}`, dueAt] as const] : [],
      ),
    );
  const running = (view: typeof before) => those(view, 'running');
  const unanswered = new Set<string>(those(before, 'passed').map(([key]) => key));
  const written = new Map<string, string>(running(before));
  const wrong: string[] = [];
  for (const effect of steps.flatMap(({ effects }) => effects)) {
    if (effect.type !== 'startDeadline' && effect.type !== 'stopDeadline') continue;
    const key = `${effect.procedureId} ${effect.name}`;
    const answers = effect.type === 'stopDeadline' && effect.state === 'stopped' && unanswered.delete(key);
    const known = written.has(key) || answers;
    if (effect.type === 'startDeadline') written.set(key, effect.dueAt);
    else written.delete(key);
    if (known === (effect.type === 'startDeadline'))
      wrong.push(`${effect.type} ${effect.name} while it ${known ? 'runs' : 'does not run'}`);
  }
  const same = JSON.stringify([...written].sort()) === JSON.stringify(running(after).sort());
  return same ? wrong : [...wrong, 'the deadlines written are not those of the case'];
};
