import type { PlanLink } from '#libs/plan';
import type { CommandSpec } from '#libs/vocabulary';
import { assessment } from './commands/assessment.js';
import { byRulebook } from './commands/by-rulebook.js';
import { reconsideration } from './commands/reconsideration.js';
import { refusal } from './commands/refusal.js';
import { screening } from './commands/screening.js';

export const commands: Readonly<Record<string, CommandSpec<PlanLink>>> = {
  ...screening,
  ...refusal,
  ...assessment,
  ...reconsideration,
  ...byRulebook,
};
