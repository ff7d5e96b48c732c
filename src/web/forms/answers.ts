import { formatDay, formatLocal } from '#libs/calendar';
import type { Catalogue } from '#libs/indicators';
import { procedures } from '#libs/procedures';
import { bodyKindLabels, type Body, type Language, type Words } from '#libs/vocabulary';
import { isRestricted } from '../../access/index.js';
import { commandSchema, type EntryShown } from '../../cases/index.js';
import { nameOf } from '../../identification/index.js';
import { capitalised, say, sayIfKnown } from '../words/words.js';
import { kindOf, withoutNull } from './field-kind.js';
import type { JsonSchema } from './json-schema.js';
import { isDay, isMoment } from './moments.js';
import type { Posted } from './posted.js';
import { readForm } from './read-form.js';

type Data = Readonly<Record<string, unknown>>;

/** What one question of a command was answered with. */
export interface Answer {
  readonly label: string;
  readonly values: readonly string[];
}

/** What codes are told with that the schema has no words for. */
export interface Known {
  readonly language: Language;
  readonly bodies: readonly Body[];
  readonly catalogues: readonly Catalogue[];
}

/**
 * The codes of an entry as questions and answers, in the order of its form. Texts are not among them: they lie in the
 * vault. A code that has no words, e.g. an id, is left out. A body that is restricted is a shelter that the reader may not know.
 */
export function answersOf({ procedure, command, payload }: EntryShown, known: Known): Answer[] {
  const { data = {} } = payload as { readonly data?: Data };
  return answersTo(questionsOf(procedure, command), data, known);
}

/** What was typed into a form that cannot be sent any more: so that it can be read, and copied. */
export function typedAnswers(schema: JsonSchema, typed: Posted, known: Known): Answer[] {
  return answersTo(schema, readForm(schema, typed), known);
}

/** The questions of a command; none where it is unknown. */
export function questionsOf(procedure: string, command: string): JsonSchema {
  const schema = procedures[procedure]?.commands[command]?.schema;
  return schema ? commandSchema(schema) : {};
}

function answersTo({ properties = {} }: JsonSchema, data: Data, known: Known): Answer[] {
  const catalogues = namedFirst(data['catalogue'], known.catalogues);
  return Object.entries(properties)
    .map(([name, field]) => ({
      label: capitalised(field.label?.[known.language] ?? '', known.language),
      values: [data[name]]
        .flat()
        .flatMap(
          (code) =>
            inWords(isRestricted(code) ? aShelter : code, name, field, { ...known, catalogues }) ?? [],
        )
        .map((value) => capitalised(value, known.language)),
    }))
    .filter(({ label, values }) => label !== '' && values.length > 0);
}

const aShelter = bodyKindLabels.shelter;

function inWords(code: unknown, name: string, field: JsonSchema, known: Known): string | undefined {
  const { language, bodies } = known;
  if (typeof code === 'boolean') return say(language, code ? 'form.yes' : 'form.no');
  if (typeof code === 'number') return String(code);
  if (field.data === 'text') return typeof code === 'string' ? code : undefined;
  const kind = kindOf(field, name);
  if (code === aShelter && kind === 'body') return aShelter[language];
  if (typeof code !== 'string') return undefined;
  switch (kind) {
    case 'body':
    case 'bodies':
      return bodies.find(({ id }) => id === code)?.name[language];
    case 'date':
      return isDay(code) ? formatDay(code, language) : code;
    case 'moment':
      return isMoment(code) ? formatLocal(new Date(code).toISOString(), language) : code;
    case 'district':
      return sayIfKnown(language, `district.${code}`) ?? code;
    case 'indicators':
      return titleOf(code, known.catalogues)?.[language];
    default:
      return valuesOf(field)?.[code]?.[language];
  }
}

const valuesOf = (field: JsonSchema) => field.values ?? withoutNull(field).values ?? field.items?.values;

/** By which list it was answered: another version of it, or another list, may put the same code in other words. */
const namedFirst = (name: unknown, catalogues: readonly Catalogue[]): readonly Catalogue[] => [
  ...catalogues.filter((catalogue) => nameOf(catalogue) === name),
  ...catalogues,
];

const titleOf = (code: string, catalogues: readonly Catalogue[]): Words | undefined =>
  catalogues.flatMap(({ indicators }) => indicators).find((indicator) => indicator.code === code)?.title;
