import type { CommandSpec, Rule } from '#libs/vocabulary';
import type { PlanLink } from '#libs/plan';
import { fileOf } from './circumstances.js';
import { no } from './reasons.js';

type Specs = Readonly<Record<string, CommandSpec<PlanLink>>>;

/** No work begins in a file that has ended: it is reopened first, with a reason on record. A voided one stays so. */
export const fileOpen: Rule = ({ view }) => {
  const state = fileOf(view)?.state;
  return state === 'closed' ? no('file-closed') : state === 'voided' ? no('file-voided') : undefined;
};

/** Puts `fileOpen` before every command of a person but those that `goOn` in a closed file, or can never be blocked. */
export function whileOpen(commands: Specs, goOn: readonly string[]): Specs {
  const waits = ([name, spec]: [string, Specs[string]]) =>
    typeof spec.by !== 'string' && !spec.neverBlocked && !goOn.includes(name);
  return Object.fromEntries(
    Object.entries(commands).map(([name, spec]) => [
      name,
      waits([name, spec]) ? { ...spec, rules: [fileOpen, ...spec.rules] } : spec,
    ]),
  );
}
