import type { Catalogue } from '#libs/indicators';
import { fill, type Body, type BodyKind, type Language, type Uuid, type Words } from '#libs/vocabulary';
import type { FieldFault, ProcedureShown } from '../../cases/index.js';
import type { BedSuiting } from '../../shelters/index.js';
import { capitalised, say, sayIfKnown } from '../words/words.js';
import { type FieldKind, kindOf, withoutNull } from './field-kind.js';
import type { JsonSchema } from './json-schema.js';
import { answerGroups, indicatorGroups, type Option, type OptionGroup } from './option-groups.js';
import { fieldAt } from './pointer.js';
import { type Posted, valueOf, valuesOf } from './posted.js';

/** A question of a form, ready to be shown: words, choices, what was typed and what is wrong with it. */
export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required: boolean;
  readonly value: string;
  readonly values: readonly string[];
  readonly parts: Readonly<Record<'day' | 'month' | 'year' | 'time', string>>;
  readonly options: readonly Option[];
  readonly groups: readonly OptionGroup[];
  readonly fault?: string | undefined;
}

/** What choices a form may offer beside the schema's own. */
export interface Choices {
  readonly bodies: readonly Body[];
  /** Under which title a body stands in the list. */
  readonly groupOf?: (kind: BodyKind) => Words;
  /** Bodies whose districts can be named, where they are not the same. */
  readonly everywhere?: readonly Body[];
  readonly officers: readonly { readonly id: Uuid; readonly name: string }[];
  readonly instances: readonly ProcedureShown[];
  /** Beds of the reader's house that are free now, and why one does not suit. */
  readonly beds: readonly BedSuiting[];
  /** The list whose indicators are asked for. */
  readonly catalogue?: Catalogue | undefined;
}

export const noChoices: Choices = { bodies: [], officers: [], instances: [], beds: [] };

interface Asked {
  readonly language: Language;
  readonly choices: Choices;
  readonly typed: Posted;
  readonly faults: readonly FieldFault[];
}

/** The questions that a command's schema asks, in its order. `skip` names fields that the page answers itself. */
export function fieldsOf(schema: JsonSchema, asked: Asked, skip: readonly string[] = []): Field[] {
  return Object.entries(schema.properties ?? {})
    .filter(([name]) => !skip.includes(name))
    .map(([name, field]) => fieldOf(name, field, schema.required?.includes(name) ?? false, asked))
    .filter(hasAnswers);
}

/** What may stay empty and has nothing to choose from is no question: a house to ask first, to who may know of none. */
const hasAnswers = ({ required, options: [first, ...others] }: Field): boolean =>
  required || first?.value !== '' || others.length > 0;

function fieldOf(name: string, field: JsonSchema, required: boolean, asked: Asked): Field {
  const { language, typed, faults } = asked;
  const kind = kindOf(field, name);
  const label = capitalised(field.label?.[language] ?? name, language);
  const hint = field.hint?.[language];
  const fault = faults.find(({ pointer }) => fieldAt(pointer) === name);
  const part = (which: string) => valueOf(typed, `${name}-${which}`);
  return {
    name,
    kind,
    label: required ? label : say(language, 'form.optional', { label }),
    hint: hint ? capitalised(hint, language) : hintOf(kind, language),
    required,
    value: valueOf(typed, name),
    values: valuesOf(typed, name),
    parts: { day: part('day'), month: part('month'), year: part('year'), time: part('time') },
    options: optionsOf(kind, field, required, asked),
    groups: groupsOf(name, kind, field, asked),
    fault: fault && faultInWords(fault, label, language, hint),
  };
}

/** A fault in words that name the field, without the mark of a question, and say what to do: how it is written. */
export function faultInWords(
  { code, values }: FieldFault,
  label: string,
  language: Language,
  hint?: string,
): string {
  if (code === 'wrong-format' && hint) return say(language, 'form.writtenSo', { label, hint });
  const sentence = sayIfKnown(language, `fault.field.${code}`) ?? say(language, 'fault.field.wrong-type');
  return fill(sentence, { ...values, label: label.replace(/\?$/, '') });
}

const hintOf = (kind: FieldKind, language: Language): string | undefined =>
  sayIfKnown(language, `form.hint.${kind}`);

function groupsOf(name: string, kind: FieldKind, field: JsonSchema, asked: Asked): readonly OptionGroup[] {
  const { language, choices, typed } = asked;
  if (kind === 'onePerGroup') return answerGroups(name, codedItems(field, language), typed, language);
  return kind === 'indicators' && choices.catalogue ? indicatorGroups(name, choices.catalogue, language) : [];
}

function optionsOf(kind: FieldKind, field: JsonSchema, required: boolean, asked: Asked): readonly Option[] {
  const { language } = asked;
  const none = { value: '', text: say(language, 'form.notStated') };
  switch (kind) {
    case 'radios':
      return [...coded(field, language), ...(required || field.values?.['notAsked'] ? [] : [none])];
    case 'select':
      return [{ value: '', text: say(language, 'form.choose') }, ...coded(field, language)];
    case 'checkboxes':
      return codedItems(field, language);
    case 'yesNo':
      return [
        { value: 'yes', text: say(language, 'form.yes') },
        { value: 'no', text: say(language, 'form.no') },
        ...(required ? [] : [none]),
      ];
    default:
      return listed(kind, asked);
  }
}

function listed(kind: FieldKind, { language, choices }: Asked): readonly Option[] {
  const choose = { value: '', text: say(language, 'form.choose') };
  const titleOf = ({ kind: desk }: Body) =>
    choices.groupOf && { title: capitalised(choices.groupOf(desk)[language], language) };
  const bodies = choices.bodies.map((body) => ({
    value: body.id,
    text: body.name[language],
    ...titleOf(body),
  }));
  if (kind === 'bodies') return bodies;
  if (kind === 'body') return [choose, ...bodies];
  if (kind === 'officer')
    return [choose, ...choices.officers.map(({ id, name }) => ({ value: id, text: name }))];
  if (kind === 'bed')
    return [choose, ...choices.beds.map((bed) => ({ value: bed.id, text: bedInWords(bed, language) }))];
  if (kind === 'district') return [choose, ...districts(choices.everywhere ?? choices.bodies, language)];
  if (kind !== 'instance') return [];
  return [
    choose,
    ...choices.instances.map(({ id, label, stateLabel }) => ({
      value: id,
      text: `${label[language]}: ${stateLabel[language]}`,
    })),
  ];
}

/** A bed that does not suit can be chosen, and says why it does not. */
function bedInWords({ room, bed, unsuitable }: BedSuiting, language: Language): string {
  const key = unsuitable.length > 0 ? 'form.unsuitableBed' : 'form.bed';
  return say(language, key, { room, bed, why: unsuitable.map(({ label }) => label[language]).join(', ') });
}

/** Districts in which a body acts. */
const districts = (bodies: readonly Body[], language: Language): Option[] =>
  [...new Set(bodies.map(({ district }) => district))]
    .filter((district) => district !== null)
    .sort()
    .map((value) => ({ value, text: sayIfKnown(language, `district.${value}`) ?? value }));

const codedItems = (field: JsonSchema, language: Language): Option[] =>
  coded({ ...field, ...(field.items ?? {}), values: field.values ?? field.items?.values }, language);

function coded(field: JsonSchema, language: Language): Option[] {
  const codes = withoutNull(field).enum ?? Object.keys(field.values ?? {});
  return codes.map((value) => ({
    value,
    text: capitalised(field.values?.[value]?.[language] ?? value, language),
  }));
}
