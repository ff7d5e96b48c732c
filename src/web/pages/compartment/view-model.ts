import { procedures } from '#libs/procedures';
import type { Compartment, FieldMeta, Language } from '#libs/vocabulary';
import type { CaseHeader, CaseReader } from '../../../cases/index.js';

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
  return { shut, texts, damaged: opened.damaged.length };
}

/** The question of the first command of that procedure that asks for a field of this name. */
function labelOf({ procedures: shown }: CaseHeader, procedureId: string, field: string) {
  const type = shown.find(({ id }) => id === procedureId)?.type;
  const commands = Object.values((type && procedures[type]?.commands) || {});
  const asked = commands.map(({ schema }) => schema.shape[field]).find(Boolean);
  return (asked?.meta() as FieldMeta | undefined)?.label;
}
