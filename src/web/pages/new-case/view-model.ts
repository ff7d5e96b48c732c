import { dutyToNotify } from '#libs/procedures';
import type { Identity } from '../../../access/index.js';
import { commandSchema, type FieldFault, law } from '../../../cases/index.js';
import { type Choices, type Field, fieldsOf } from '../../forms/fields.js';
import { faultLinks } from '../../forms/form-faults.js';
import type { JsonSchema } from '../../forms/json-schema.js';
import { lateReasonField } from '../../forms/late-reason.js';
import type { Posted } from '../../forms/posted.js';
import type { Opened } from '../../../worklists/index.js';
import { Page, type PageContext } from '../../http/index.js';

export const ages = ['child', 'adult', 'notSure'] as const;
export type Age = (typeof ages)[number];
export const isAge = (value: string): value is Age => ages.includes(value as Age);

/** In doubt means child. */
export const ageStatusOf: Readonly<Record<Age, string>> = {
  child: 'child',
  adult: 'assumedAdult',
  notSure: 'presumedChild',
};

/**
 * Answered by the first page, or never asked of a child: she is referred whatever anybody consents to. Persons met
 * together are opened together, not here.
 */
const together = ['encounterId', 'encounteredTogether'];
const leftOut: Readonly<Record<Age, readonly string[]>> = {
  adult: ['ageStatus', ...together],
  child: ['ageStatus', 'consentReferToMainDepartment', ...together],
  notSure: ['ageStatus', 'consentReferToMainDepartment', ...together],
};

export function questionsFor(age: Age): JsonSchema {
  const open = law.procedures['caseFile']?.commands['open'];
  if (!open) throw new Error('no way to open a case');
  const schema = commandSchema(open.schema) as JsonSchema;
  const kept = Object.entries(schema.properties ?? {}).filter(([name]) => !leftOut[age].includes(name));
  return { ...schema, properties: Object.fromEntries(kept) };
}

/** Why it is entered so late stands beside the day of the encounter; who enters it soon leaves it empty. */
function sayingWhyLate(schema: JsonSchema): JsonSchema {
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    name === 'encounteredAt'
      ? [[name, field] as const, ['lateReason', lateReasonField] as const]
      : [[name, field] as const],
  );
  return { ...schema, properties: Object.fromEntries(fields) };
}

/**
 * The parts of the page, by the beginning of the fields' names; what fits none stands under `person`. Last comes what
 * cannot wait: whether a house is to be asked at once.
 */
const sections: readonly { readonly key: string; readonly has: (name: string) => boolean }[] = [
  { key: 'encounter', has: (name) => ['source', 'encounteredAt', 'lateReason', 'district'].includes(name) },
  { key: 'person', has: (name) => !/^(consent|immediateDanger$|needsShelter$)/.test(name) },
  { key: 'consent', has: (name) => name.startsWith('consent') },
  { key: 'safety', has: () => true },
];

/** Folded away: a case is opened at once without them, and for a child nobody waits for an answer about statistics. */
const later = ['otherNames', 'nationality', 'documents', 'languages', 'phone', 'safeContact'];
const foldedFor: Readonly<Record<Age, readonly string[]>> = {
  adult: later,
  child: [...later, 'consentStatistics'],
  notSure: [...later, 'consentStatistics'],
};

const isAnswered = ({ fault, value }: Field): boolean => Boolean(fault ?? value);

function sectioned(fields: readonly Field[], age: Age) {
  const keyOf = ({ name }: Field) => sections.find(({ has }) => has(name))?.key;
  const isFolded = ({ name }: Field) => foldedFor[age].includes(name);
  return sections.map(({ key }) => {
    const own = fields.filter((field) => keyOf(field) === key);
    const folded = own.filter(isFolded);
    return {
      key,
      fields: own.filter((field) => !isFolded(field)),
      folded,
      open: folded.some(isAnswered),
    };
  });
}

interface Details {
  readonly age: Age;
  readonly reader: Identity;
  readonly schema: JsonSchema;
  readonly choices: Choices;
  /** What her body has just opened. */
  readonly opened: readonly Opened[];
  readonly here: PageContext;
  readonly typed: Posted;
  readonly key: string;
  readonly faults?: readonly FieldFault[];
  readonly description?: string;
  readonly status?: number;
}

export function detailsPage(details: Details): Page {
  const { age, reader, schema, choices, here, typed, key, faults = [], description, status = 200 } = details;
  const fields = fieldsOf(sayingWhyLate(schema), { language: here.language, choices, typed, faults });
  const model = {
    age,
    opened: details.opened,
    key,
    description,
    sections: sectioned(fields, age),
    /** The person hears of it before she answers. */
    duty: age === 'adult' ? dutyToNotify(reader.bodyKind, here.now) : undefined,
    faults: faultLinks(fields, faults, here.language),
  };
  return new Page('new-case/details.njk', 'newCase.title', model, { status, hasFaults: status !== 200 });
}
