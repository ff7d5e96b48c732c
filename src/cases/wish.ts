import type { z } from 'zod';
import { specOf, type Law } from '#libs/rulebook';
import type { CaseView, Codes, Command, Uuid } from '#libs/vocabulary';
import { readData, type CommandData, type TextPart } from './command-data.js';
import { closest } from './compartments.js';
import { CaseFault, type CommandRequest, type FieldFault } from './requests.js';

/** A request whose shape was checked. Faults are kept until it is known that the caller may hear of them. */
export interface Wish {
  readonly data: CommandData;
  readonly faults: readonly FieldFault[];
  readonly starts: boolean;
}

type Asked = Pick<CommandRequest, 'procedure' | 'procedureId' | 'command' | 'data' | 'lateReason'>;

export function readWish(law: Law, request: Asked): Wish {
  const procedure = Object.hasOwn(law.procedures, request.procedure)
    ? law.procedures[request.procedure]
    : undefined;
  const spec = procedure && specOf(procedure, request.command);
  const nothing: CommandData = { codes: {}, texts: [] };
  if (!procedure)
    return { data: nothing, starts: false, faults: [{ pointer: '/procedure', code: 'unknown-procedure' }] };
  if (!spec || typeof spec.by === 'string')
    return { data: nothing, starts: false, faults: [{ pointer: '/command', code: 'unknown-command' }] };
  const starts = procedure.starting.includes(request.command) && request.procedureId === undefined;
  const read = readData(spec.schema, request.data);
  if (!('codes' in read))
    return { data: nothing, starts, faults: read.map((f) => ({ ...f, pointer: `/data${f.pointer}` })) };
  const texts = [...read.texts, ...lateText(spec.schema, request.lateReason)];
  return { data: { ...read, texts }, starts, faults: [] };
}

/** Why an entry comes late, in words. */
function lateText(schema: z.ZodObject, reason: string | undefined): readonly TextPart[] {
  const value = reason?.trim();
  if (!value) return [];
  return [{ field: 'lateReason', compartment: closest(schema), value }];
}

/**
 * The command as the rulebook takes it. Without an id the one instance of its kind is meant.
 * @throws CaseFault `procedure-id-required` where there are several.
 */
export function commandOf(view: CaseView, request: Asked, starts: boolean, data: Codes): Command {
  const { procedure, command } = request;
  return {
    procedure,
    command,
    data,
    procedureId: starts ? undefined : (request.procedureId ?? onlyOne(view, procedure)),
  };
}

function onlyOne(view: CaseView, type: string): Uuid | undefined {
  const all = view.instances.filter((instance) => instance.type === type);
  if (all.length > 1) throw new CaseFault('procedure-id-required');
  return all[0]?.id;
}

/** The revision that the caller must have seen: of the case for caseFile and for a start, else of the instance. */
export function revisionAddressed(view: CaseView, caseRevision: number, command: Command): number {
  if (command.procedure === 'caseFile' || command.procedureId === undefined) return caseRevision;
  return view.instances.find((instance) => instance.id === command.procedureId)?.revision ?? caseRevision;
}
