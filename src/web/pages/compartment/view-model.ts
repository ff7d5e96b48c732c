import { procedures } from '#libs/procedures';
import type { Compartment, Language } from '#libs/vocabulary';
import { type CaseHeader, type CaseReader, commandSchema } from '../../../cases/index.js';
import type { JsonSchema } from '../../forms/json-schema.js';

/** Why somebody reads; kept as a code with the reading. */
export const purposes = ['service', 'safety', 'contact', 'decision', 'review'] as const;

type Opened = Awaited<ReturnType<CaseReader['openCompartments']>>;

/** The words of one compartment, each under the question it answered; or why it stays shut. */
export function openedShown(
  opened: Opened,
  compartment: Compartment,
  header: CaseHeader,
  language: Language,
) {
  const [shut] = Object.keys(opened.shut[compartment] ?? {});
  const texts = opened.texts.map(({ field, value, procedureId, createdAt }) => ({
    label: labelOf(header, procedureId, field)?.[language] ?? field,
    value,
    at: createdAt.toISOString(),
  }));
  return { shut, texts, altered: opened.altered.length };
}

/** The question of the first command of that procedure that asks for a field of this name. */
function labelOf({ procedures: shown }: CaseHeader, procedureId: string, field: string) {
  const type = shown.find(({ id }) => id === procedureId)?.type;
  const commands = Object.values((type && procedures[type]?.commands) || {});
  return commands
    .map(({ schema }) => (commandSchema(schema) as JsonSchema).properties?.[field]?.label)
    .find(Boolean);
}
