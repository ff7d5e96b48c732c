import { words, type Language } from '#libs/vocabulary';
import type { FieldFault, TimelineItem } from '../../../cases/index.js';
import { type Choices, fieldsOf } from '../../forms/fields.js';
import { faultLinks } from '../../forms/form-faults.js';
import type { JsonSchema } from '../../forms/json-schema.js';
import type { Posted } from '../../forms/posted.js';
import { Page } from '../../http/index.js';
import { say } from '../../words/words.js';
import type { Chosen } from './chosen.js';

export interface Shown {
  readonly choice: Chosen;
  readonly choices: Choices;
  readonly language: Language;
  readonly typed: Posted;
  readonly key: string;
  readonly revision: number;
}

interface Faulty {
  readonly faults?: readonly FieldFault[];
  readonly description?: string;
  readonly changes?: readonly TimelineItem[];
  readonly status?: number;
}

/** When it happened, and why it is entered so late: the same two questions under every form. */
const whenSchema: JsonSchema = {
  properties: {
    happenedAt: {
      type: 'string',
      format: 'date-time',
      label: bothLanguages('command.happenedAt'),
      hint: bothLanguages('command.happenedAtHint'),
    },
    lateReason: {
      type: 'string',
      maxLength: 4000,
      label: bothLanguages('command.lateReason'),
      hint: bothLanguages('command.lateReasonHint'),
    },
  },
};

function bothLanguages(key: string) {
  return words(say('az', key), say('en', key));
}

export function commandPage({
  choice,
  choices,
  language,
  typed,
  key,
  revision,
  ...faulty
}: Shown & Faulty): Page {
  const { faults = [], description, changes = [], status = 200 } = faulty;
  const asked = { language, choices, typed, faults };
  const fields = fieldsOf(choice.schema, asked);
  const when = fieldsOf(whenSchema, asked);
  const model = {
    case: choice.header,
    choice,
    fields,
    whenFields: when,
    whenOpen: when.some((field) => field.fault ?? field.value ?? field.parts.day),
    key,
    revision,
    changes,
    description,
    faults: faultLinks([...fields, ...when], faults, language),
  };
  return new Page('command/command.njk', 'command.title', model, { status, hasFaults: status !== 200 });
}
