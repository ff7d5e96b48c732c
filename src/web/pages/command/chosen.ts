import type { Uuid } from '#libs/vocabulary';
import type { BlockedShown, CaseHeader, CommandShown } from '../../../cases/index.js';
import type { JsonSchema } from '../../forms/json-schema.js';
import type { Wanted } from './wanted.js';

/** A command that the reader may give, with the instance it is for and the revision she saw. */
export interface Chosen extends CommandShown {
  readonly schema: JsonSchema;
  readonly header: CaseHeader;
  readonly procedure: string;
  readonly procedureId: Uuid | undefined;
  readonly revision: number;
  /** What the page is headed with: the procedure, and its state where it has one. */
  readonly procedureLabel: CaseHeader['owner']['body'];
}

export type Choice =
  | { readonly kind: 'open'; readonly choice: Chosen }
  | { readonly kind: 'blocked'; readonly blocked: BlockedShown; readonly header: CaseHeader };

/** Finds the command among what the case offers this reader; undefined when it does not offer it at all. */
export function chosen(header: CaseHeader, { procedure, command, procedureId }: Wanted): Choice | undefined {
  if (!procedureId) {
    const named = (each: { procedure: string; command: string }) =>
      each.procedure === procedure && each.command === command;
    const start = header.startable.find(named);
    const own = { header, procedure, procedureId, revision: header.revision };
    if (start) return { kind: 'open', choice: { ...start, ...own, schema: start.schema } };
    const blocked = header.blockedStarts.find(named);
    return blocked && { kind: 'blocked', blocked, header };
  }
  const instance = header.procedures.find(({ id, type }) => id === procedureId && type === procedure);
  const open = instance?.allowed.find((each) => each.command === command);
  if (instance && open) {
    const revision = procedure === 'caseFile' ? header.revision : instance.revision;
    const own = { header, procedure, procedureId, revision, procedureLabel: instance.label };
    return { kind: 'open', choice: { ...open, ...own, schema: open.schema } };
  }
  const blocked = instance?.blocked.find((each) => each.command === command);
  return blocked && { kind: 'blocked', blocked, header };
}

/** Whether it is about one entry of the timeline, chosen where they all stand. */
export const asksForEntry = ({ schema }: Chosen): boolean =>
  Object.values(schema.properties ?? {}).some(({ ref }) => ref === 'entry');
