import { randomUUID } from 'node:crypto';
import { Body, Get, NotFoundException, Param, Post } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import type { Identity } from '../../../access/index.js';
import { CaseFault, CaseReader, CaseRoom, type CommandResult } from '../../../cases/index.js';
import { nameOf } from '../../../identification/index.js';
import { Search } from '../../../worklists/index.js';
import { answersOf } from '../../forms/answers.js';
import { isMoment, readMoment } from '../../forms/moments.js';
import { passingFault } from '../../forms/passing-fault.js';
import { type Posted, postedForm, valueOf } from '../../forms/posted.js';
import { readForm } from '../../forms/read-form.js';
import {
  Asked,
  CaseId,
  Here,
  Page,
  type PageContext,
  PageController,
  Reader,
  SeeOther,
  ShowsAgain,
} from '../../http/index.js';
import { asksForEntry } from './chosen.js';
import { CommandForms, type Prepared } from './command-forms.js';
import { explain, type Explained } from './explain.js';
import { withCaseIds } from './numbers.js';
import { StepBefore } from './step-before.js';
import { blockedPage, cataloguePage, commandPage, type Shown } from './view-model.js';
import type { Wanted } from './wanted.js';

/** The form of one command, generated from its schema. */
@PageController('cases/:id/commands/:procedure/:command')
export class CommandController {
  constructor(
    private readonly forms: CommandForms,
    private readonly room: CaseRoom,
    private readonly cases: CaseReader,
    private readonly search: Search,
    private readonly before: StepBefore,
  ) {}

  @Get()
  async show(
    @Reader() reader: Identity,
    @Here() here: PageContext,
    @CaseId() caseId: Uuid,
    @Param('procedure') procedure: string,
    @Param('command') command: string,
    @Asked('procedureId') procedureId?: Uuid,
    @Asked('catalogue') catalogue?: string,
    @Asked('entrySeq') entrySeq?: string,
  ): Promise<Page | SeeOther> {
    const wanted = { caseId, procedure, command, procedureId };
    const prepared = await this.forms.prepare(reader, wanted, { catalogue, entrySeq });
    const { choice, choices, catalogues, known } = prepared;
    if (choice?.kind === 'blocked') return blockedPage(choice, wanted, {}, { ...known, ...here });
    if (!choice) throw new NotFoundException();
    if (catalogues.length > 0 && !choices.catalogue)
      return cataloguePage(choice.choice, catalogues, here.language);
    if (asksForEntry(choice.choice) && !entrySeq) return new SeeOther(`/cases/${caseId}/timeline`);
    const typed: Posted = { catalogue: choices.catalogue && nameOf(choices.catalogue), entrySeq };
    return this.page(reader, shown(prepared, here, typed, choice.choice.revision));
  }

  @Post()
  @ShowsAgain(true)
  async give(
    @Reader() reader: Identity,
    @Here() here: PageContext,
    @CaseId() caseId: Uuid,
    @Param('procedure') procedure: string,
    @Param('command') command: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const typed = postedForm(body);
    const wanted = { caseId, procedure, command, procedureId: valueOf(typed, '_procedureId') || undefined };
    const prepared = await this.forms.prepare(reader, wanted, {
      catalogue: valueOf(typed, 'catalogue'),
      entrySeq: valueOf(typed, 'entrySeq'),
    });
    const { choice, known } = prepared;
    if (choice?.kind === 'blocked') return blockedPage(choice, wanted, typed, { ...known, ...here });
    const form = shown(prepared, here, typed, Number(valueOf(typed, '_revision')) || 0);
    if (here.again) return this.page(reader, form);
    const answer = await this.execute(reader, wanted, form);
    if ('status' in answer) return this.page(reader, { ...form, ...answer });
    const isOver = !(await this.cases.ground(reader, caseId));
    return done(answer, form, isOver);
  }

  /** The form, with the words of the step that it is about: they are read for nothing else. */
  private async page(reader: Identity, form: Shown & Partial<Explained>): Promise<Page> {
    const { choice, before, language } = form;
    const written = await this.before.words(reader, choice, before?.entry, language);
    return commandPage({ ...form, written });
  }

  /** What came of it, or what to say in the form. */
  private async execute(reader: Identity, wanted: Wanted, form: Shown): Promise<CommandResult | Explained> {
    const { choice, typed, revision, key, language } = form;
    const happenedAt = readMoment(typed, 'happenedAt');
    if (happenedAt && !isMoment(happenedAt)) {
      return { status: 422, faults: [{ pointer: '/happenedAt', code: 'not-a-datetime' }] };
    }
    const lateReason = valueOf(typed, 'lateReason').trim() || undefined;
    try {
      const given = readForm(choice.schema, typed);
      const { data, faults } = await withCaseIds(choice.schema, given, reader, this.search);
      if (faults.length > 0) return { status: 422, faults };
      const seen = { expectedRevision: revision, idempotencyKey: key };
      return await this.room.execute(reader, { ...wanted, happenedAt, lateReason, data, ...seen });
    } catch (fault) {
      if (fault instanceof CaseFault) {
        const shown = choice.header.procedures.find(({ id }) => id === wanted.procedureId);
        return explain(fault, reader, wanted, this.cases, { language, shown, revision: choice.revision });
      }
      const passing = passingFault(fault, language);
      if (!passing) throw fault;
      return passing;
    }
  }
}

/** @throws NotFoundException where the case offers no such command */
function shown(
  { choice, choices, suiting, before, known }: Prepared,
  { language }: PageContext,
  typed: Posted,
  revision: number,
): Shown {
  if (choice?.kind !== 'open') throw new NotFoundException();
  return {
    choice: choice.choice,
    choices,
    suiting,
    before: before && { entry: before, answers: answersOf(before, { ...known, language }) },
    language,
    typed,
    key: valueOf(typed, '_key') || randomUUID(),
    revision,
  };
}

/**
 * Codes that are shown once stay on the page itself: after a redirect they would be gone. Where the command ended the
 * reader's own part the case has no page for her any more.
 */
function done({ caseId, lastSeq, once }: CommandResult, { choice }: Shown, isOver: boolean): Page | SeeOther {
  if (!once || Object.keys(once).length === 0)
    return new SeeOther(isOver ? '/?over=1' : `/cases/${caseId}?recorded=${lastSeq}`);
  return new Page('command/once.njk', 'command.once', { case: choice.header, once, lastSeq });
}
