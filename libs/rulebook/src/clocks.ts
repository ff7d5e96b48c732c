import type { PlanLink } from '#libs/plan';
import type { Procedure } from '#libs/procedures';
import {
  refuse,
  words,
  type Ask,
  type CommandSpec,
  type Facts,
  type InstanceView,
  type Refusal,
} from '#libs/vocabulary';
import { z } from 'zod';
import type { Law } from './law.js';
import type { Step } from './step.js';

const SUFFIX = 'Passed';
const nothing = z.object({});

/** `inform` for `informPassed`; undefined for any other command. */
export const clockName = (command: string): string | undefined =>
  command.endsWith(SUFFIX) ? command.slice(0, -SUFFIX.length) : undefined;

/** Every deadline brings its own command, given by the clock alone. A procedure may spell it out to add consequences. */
export function clockSpec(procedure: Procedure, command: string): CommandSpec<PlanLink> | undefined {
  const name = clockName(command);
  const deadline = name && Object.hasOwn(procedure.deadlines, name) ? procedure.deadlines[name] : undefined;
  if (!deadline) return undefined;
  const past = words(`«${deadline.label.az}» müddəti keçdi`, `The "${deadline.label.en}" deadline passed`);
  return {
    label: past,
    past,
    by: 'clock',
    schema: nothing,
    rules: [],
    links: procedure.clockLinks,
    legalBasis: [],
  };
}

/**
 * For a clock's command: the clock must run and be due by the domain clock, whoever says so. The clock is then
 * recorded as passed, also where the statechart has no way out for it: the step is still owed.
 */
export function clockCommand(
  law: Law,
  instance: InstanceView | undefined,
  step: Step,
  facts: Facts,
): { asks: Ask[] } | Refusal | undefined {
  const name = clockName(step.command);
  if (name === undefined || !law.procedures[step.procedure]?.deadlines[name]) return undefined;
  const clock = instance?.clocks[name];
  if (!clock || clock.state !== 'running') return refuse('clock-not-running', { values: { name } });
  if (clock.dueAt > facts.now) return refuse('clock-not-due', { until: clock.dueAt, values: { name } });
  return { asks: [{ type: 'noteOverdue', name }] };
}
