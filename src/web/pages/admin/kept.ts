import { NotFoundException } from '@nestjs/common';
import type { z } from 'zod';
import type { Body, Language } from '#libs/vocabulary';
import { LastAdministrator, NameOfOfficer, NoSuchBody, UnfitRole } from '../../../access/index.js';
import { commandSchema, fieldFaults, type FieldFault } from '../../../cases/index.js';
import { DatabaseError } from '../../../platform/index.js';
import { fieldsOf, noChoices } from '../../forms/fields.js';
import { faultLinks } from '../../forms/form-faults.js';
import { passingFault } from '../../forms/passing-fault.js';
import { type Posted, postedForm } from '../../forms/posted.js';
import { readForm } from '../../forms/read-form.js';
import { Page, type PageContext, type SeeOther } from '../../http/index.js';
import { say } from '../../words/words.js';

/** A form of the administrator: what it asks, what it is about, and where it leads back to. */
export interface AdminForm<S extends z.ZodObject = z.ZodObject> {
  readonly title: 'newAccount' | 'closeAccount' | 'newToken' | 'newBody' | 'body';
  readonly schema: S;
  readonly here: PageContext;
  readonly back: string;
  readonly bodies?: readonly Body[];
  /** Said before the questions: keys of words. */
  readonly told?: readonly string[];
  /** Whose account, or which body. */
  readonly about?: string;
}

interface Faulty {
  readonly status: number;
  readonly faults?: readonly FieldFault[];
  readonly description?: string;
}

const nameOfUnique = {
  newAccount: '/username',
  closeAccount: '',
  newToken: '',
  newBody: '/code',
  body: '/code',
};

export function formPage(form: AdminForm, typed: Posted, faulty?: Faulty): Page {
  const { title, schema, here, bodies = [], told = [], about, back } = form;
  const { status = 200, faults = [], description } = faulty ?? {};
  const { language, path } = here;
  const asked = { language, choices: { ...noChoices, bodies }, typed, faults };
  const fields = fieldsOf(commandSchema(schema), asked);
  const model = { title, about, told, back, path, fields, description };
  const links = faultLinks(fields, faults, language);
  const more = { status, hasFaults: status !== 200 };
  return new Page('admin/form.njk', `admin.form.${title}`, { ...model, faults: links }, more);
}

/** What was typed is kept by `save`, which says what is shown next; or it is shown again with what is wrong. */
export async function keep<S extends z.ZodObject>(
  form: AdminForm<S>,
  body: unknown,
  save: (data: z.output<S>) => Promise<Page | SeeOther>,
): Promise<Page | SeeOther> {
  const typed = postedForm(body);
  if (form.here.again) return formPage(form, typed);
  const data = readForm(commandSchema(form.schema), typed);
  const read = form.schema.safeParse(data);
  if (!read.success)
    return formPage(form, typed, { status: 422, faults: fieldFaults(read.error.issues, data) });
  try {
    return await save(read.data);
  } catch (fault) {
    return formPage(form, typed, explained(fault, form));
  }
}

/** @throws the fault where the form can say nothing better */
function explained(fault: unknown, { title, here: { language } }: AdminForm): Faulty {
  if (fault instanceof UnfitRole)
    return ofField(['newAccount', 'newToken'].includes(title) ? '/role' : '/kind', fault.words[language]);
  if (fault instanceof NameOfOfficer) return { status: 422, faults: [{ pointer: '/system', code: 'taken' }] };
  if (fault instanceof NoSuchBody) throw new NotFoundException();
  if (fault instanceof LastAdministrator) return lastAdministrator(language);
  const kind = fault instanceof DatabaseError ? fault.kind : undefined;
  if (kind === 'foreign-key') throw new NotFoundException();
  if (kind === 'unique') return { status: 422, faults: [{ pointer: nameOfUnique[title], code: 'taken' }] };
  const passing = passingFault(fault, language);
  if (!passing) throw fault;
  return passing;
}

const lastAdministrator = (language: Language): Faulty => ({
  status: 409,
  description: say(language, 'admin.lastAdministrator'),
});

const ofField = (pointer: string, reason: string): Faulty => ({
  status: 422,
  faults: [{ pointer, code: 'refused', values: { reason } }],
});
