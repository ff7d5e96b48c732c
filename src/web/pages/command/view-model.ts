import type { Catalogue } from '#libs/indicators';
import type { Language, Uuid } from '#libs/vocabulary';
import { nameOf } from '../../../identification/index.js';
import type { CaseHeader, EntryShown } from '../../../cases/index.js';
import { type Answer, type Known, questionsOf, typedAnswers } from '../../forms/answers.js';
import { type Choices, fieldsOf } from '../../forms/fields.js';
import { faultLinks } from '../../forms/form-faults.js';
import type { JsonSchema } from '../../forms/json-schema.js';
import { lateReasonField } from '../../forms/late-reason.js';
import type { Posted } from '../../forms/posted.js';
import { Page } from '../../http/index.js';
import type { Suiting } from '../../../shelters/index.js';
import { inBoth } from '../../words/words.js';
import { clearingSteps } from '../case/onward.js';
import { commandAddress } from '../case/view-model.js';
import { actorInWords } from '../timeline/view-model.js';
import { offeringShown } from '../suiting/view-model.js';
import type { Choice, Chosen } from './chosen.js';
import type { Explained } from './explain.js';
import type { Written } from './step-before.js';
import type { Wanted } from './wanted.js';

export interface Shown {
  readonly choice: Chosen;
  readonly choices: Choices;
  readonly suiting: Suiting | null;
  readonly before?: { readonly entry: EntryShown; readonly answers: readonly Answer[] } | undefined;
  /** The words of that step. */
  readonly written?: readonly Written[];
  readonly language: Language;
  readonly typed: Posted;
  readonly key: string;
  readonly revision: number;
}

/** When it happened, and why it is entered so late: the same two questions under every form. */
const whenSchema: JsonSchema = {
  properties: {
    happenedAt: {
      type: 'string',
      format: 'date-time',
      label: inBoth('command.happenedAt'),
      hint: inBoth('command.happenedAtHint'),
    },
    lateReason: lateReasonField,
  },
};

/** Answered by the choice of the list; of the rules of scoring the installation's own is taken. */
const chosenBefore = ['catalogue', 'policy'];

export function commandPage({ choice, choices, language, typed, ...rest }: Shown & Partial<Explained>): Page {
  const {
    key,
    revision,
    suiting,
    before,
    written = [],
    faults = [],
    description,
    changes = [],
    status = 200,
  } = rest;
  const asked = { language, choices, typed, faults };
  const fields = fieldsOf(choice.schema, asked, choices.catalogue ? chosenBefore : []);
  const whenFields = fieldsOf(whenSchema, asked).map((field) => ({ ...field, required: true }));
  const model = {
    case: choice.header,
    choice,
    before: before && (before.answers.length + written.length > 0 || corrects(choice)) ? before : undefined,
    beforeWho: before && actorInWords(before.entry.actor, language),
    written,
    isOnRecord: written.some(({ isShut }) => !isShut),
    beforeTitle: corrects(choice) ? 'command.corrected' : 'command.before',
    offering: suiting && offeringShown(suiting, language),
    shelters: placementOf(choice),
    catalogue: choices.catalogue && catalogueShown(choices.catalogue, language),
    fields,
    whenFields,
    whenOpen: whenFields.some((field) => field.fault ?? (field.value || field.parts.day)),
    key,
    revision,
    changes,
    description,
    faults: faultLinks([...fields, ...whenFields], faults, language),
  };
  return new Page('command/command.njk', 'command.title', model, { status, hasFaults: status !== 200 });
}

/** The placement whose shelters can be looked at before one is requested: this one, or the latest of the case. */
function placementOf({ procedure, command, procedureId, header }: Chosen): Uuid | undefined {
  if (procedure !== 'placement' || !['request', 'requestTransfer'].includes(command)) return undefined;
  return procedureId ?? header.procedures.findLast(({ type }) => type === 'placement')?.id;
}

const corrects = ({ command }: Chosen): boolean => command === 'correctEntry';

const catalogueShown = (catalogue: Catalogue, language: Language) => ({
  name: nameOf(catalogue),
  title: catalogue.title[language],
  isUnverified: catalogue.provenance === 'unverified',
});

/** Which list? Each has its own page of indicators. */
export const cataloguePage = (choice: Chosen, catalogues: readonly Catalogue[], language: Language): Page =>
  new Page('command/catalogue.njk', 'command.title', {
    case: choice.header,
    choice,
    catalogues: catalogues.map((catalogue) => catalogueShown(catalogue, language)),
  });

/** What must be done first, where the reader may do it. */
function clearingStep({ id, procedures }: CaseHeader, { procedureId }: Wanted, reason: string) {
  const procedure = procedures.find((each) => each.id === procedureId);
  const step = procedure?.allowed.find(({ command }) => command === clearingSteps[reason]);
  return procedure && step && { label: step.label, href: commandAddress(id, procedure, step.command) };
}

/** The command is not open (any more): why, from when, and what was typed, so that it can be copied. */
export function blockedPage(
  { blocked, header }: Extract<Choice, { kind: 'blocked' }>,
  wanted: Wanted,
  typed: Posted,
  known: Known,
): Page {
  const { properties } = questionsOf(wanted.procedure, wanted.command);
  const asked = { properties: { ...properties, ...whenSchema.properties } };
  const kept = typedAnswers(asked, typed, known);
  const model = { case: header, blocked, kept, clearing: clearingStep(header, wanted, blocked.reason.code) };
  return new Page('command/blocked.njk', 'command.title', model, { status: 409, hasFaults: true });
}
