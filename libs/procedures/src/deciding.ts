import { procedures } from './registry.js';
import { secondPerson } from './rules/index.js';

/** Whether a command decides upon what another person proposed: its rules ask for that second person. */
export const decidesOnProposal = (procedure: string, command: string): boolean =>
  procedures[procedure]?.commands[command]?.rules.includes(secondPerson) ?? false;
