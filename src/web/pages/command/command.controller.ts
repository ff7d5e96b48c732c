import { randomUUID } from 'node:crypto';
import { Body, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { Language, Uuid } from '#libs/vocabulary';
import { AccountsService, BodiesService, type Identity } from '../../../access/index.js';
import { CaseFault, CaseReader, CaseRoom, type CommandResult } from '../../../cases/index.js';
import type { Choices } from '../../forms/fields.js';
import { isMoment, readMoment } from '../../forms/moments.js';
import { type Posted, postedForm, valueOf } from '../../forms/posted.js';
import { readForm } from '../../forms/read-form.js';
import { CaseId, Here, Page, type PageContext, PageController, Reader, SeeOther } from '../../http/index.js';
import { explain } from './explain.js';
import { bodiesFor } from './suitability.js';
import { chosen, type Chosen } from './chosen.js';
import { commandPage, type Shown } from './view-model.js';

interface Asked {
  readonly caseId: Uuid;
  readonly procedure: string;
  readonly command: string;
  readonly procedureId: Uuid | undefined;
}

/** The form of one command, generated from its schema. */
@PageController('cases/:id/commands/:procedure/:command')
export class CommandController {
  constructor(
    private readonly cases: CaseRoom,
    private readonly reads: CaseReader,
    private readonly bodies: BodiesService,
    private readonly accounts: AccountsService,
  ) {}

  @Get()
  async show(
    @Reader() reader: Identity,
    @Here() { language }: PageContext,
    @CaseId() caseId: Uuid,
    @Param('procedure') procedure: string,
    @Param('command') command: string,
    @Query('procedureId') procedureId?: Uuid,
  ): Promise<Page> {
    const asked = { caseId, procedure, command, procedureId };
    const { choice, choices } = await this.prepare(reader, asked);
    if (!choice) throw new NotFoundException();
    return commandPage({
      choice,
      choices,
      language,
      typed: {},
      key: randomUUID(),
      revision: choice.revision,
    });
  }

  @Post()
  async give(
    @Reader() reader: Identity,
    @Here() { language }: PageContext,
    @CaseId() caseId: Uuid,
    @Param('procedure') procedure: string,
    @Param('command') command: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const typed = postedForm(body);
    const asked = { caseId, procedure, command, procedureId: valueOf(typed, '_procedureId') || undefined };
    const prepared = await this.prepare(reader, asked);
    if (!prepared.choice) return this.notAny(language, typed, asked, prepared.known);
    const shown = shownAgain(prepared.choice, prepared.choices, language, typed);
    const happenedAt = readMoment(typed, 'happenedAt');
    if (happenedAt && !isMoment(happenedAt)) {
      return commandPage({
        ...shown,
        faults: [{ pointer: '/happenedAt', code: 'not-a-datetime' }],
        status: 422,
      });
    }
    try {
      return done(await this.execute(reader, asked, shown, happenedAt), shown);
    } catch (fault) {
      if (!(fault instanceof CaseFault)) throw fault;
      return commandPage({ ...shown, ...(await explain(fault, reader, caseId, this.reads, language)) });
    }
  }

  private execute(
    reader: Identity,
    asked: Asked,
    { choice, typed, revision, key }: Shown,
    happenedAt?: string,
  ) {
    return this.cases.execute(reader, {
      ...asked,
      happenedAt,
      lateReason: valueOf(typed, 'lateReason').trim() || undefined,
      data: readForm(choice.schema, typed),
      expectedRevision: revision,
      idempotencyKey: key,
    });
  }

  private async prepare(reader: Identity, asked: Asked) {
    const [header, bodies, accounts] = await Promise.all([
      this.reads.header(reader, asked.caseId),
      this.bodies.all(),
      this.accounts.list(),
    ]);
    const known = chosen(header, asked);
    const choices: Choices = {
      bodies: bodiesFor(asked, bodies, reader),
      officers: accounts.filter(({ bodyId, active }) => active && bodyId === reader.bodyId),
      instances: header.procedures,
      isChild: header.ageStatus === 'child' || header.ageStatus === 'presumedChild',
    };
    return { choice: known?.kind === 'open' ? known.choice : undefined, known, choices };
  }

  /** The command was open when the form was shown and is not any more: say why, and show what was typed. */
  private notAny(language: Language, typed: Posted, asked: Asked, known: ReturnType<typeof chosen>): Page {
    if (!known || known.kind === 'open') throw new NotFoundException();
    const { blocked } = known;
    const kept = Object.entries(typed).filter(([name]) => !name.startsWith('_'));
    const model = { ...asked, blocked, kept, case: known.header };
    return new Page(
      'command/blocked.njk',
      'command.title',
      { ...model, language },
      { status: 409, hasFaults: true },
    );
  }
}

function shownAgain(choice: Chosen, choices: Choices, language: Language, typed: Posted): Shown {
  const revision = Number(valueOf(typed, '_revision')) || choice.revision;
  return { choice, choices, language, typed, key: valueOf(typed, '_key') || randomUUID(), revision };
}

/** Codes that are shown once stay on the page itself: after a redirect they would be gone. */
function done({ caseId, lastSeq, once }: CommandResult, { choice }: Shown): Page | SeeOther {
  if (!once || Object.keys(once).length === 0) return new SeeOther(`/cases/${caseId}?recorded=${lastSeq}`);
  return new Page('command/once.njk', 'command.once', { case: choice.header, once, lastSeq });
}
