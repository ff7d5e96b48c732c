import { randomUUID } from 'node:crypto';
import { Body, ForbiddenException, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { type Identity, Veils } from '../../../access/index.js';
import { CaseFault, CaseRoom } from '../../../cases/index.js';
import { noChoices } from '../../forms/fields.js';
import { passingFault } from '../../forms/passing-fault.js';
import { postedForm, valueOf } from '../../forms/posted.js';
import { readForm } from '../../forms/read-form.js';
import {
  Here,
  Page,
  type PageContext,
  PageController,
  Reader,
  SeeOther,
  ShowsAgain,
} from '../../http/index.js';
import { JustOpened } from '../../../worklists/index.js';
import { mayOpen } from '../../view/navigation.js';
import { explainOpening } from './explain-opening.js';
import { type Age, ageStatusOf, detailsPage, isAge, questionsFor } from './view-model.js';

/** Child, adult or not sure first; then one page with only the questions that this answer needs. */
@PageController('cases/new')
export class NewCaseController {
  constructor(
    private readonly cases: CaseRoom,
    private readonly veils: Veils,
    private readonly justOpened: JustOpened,
  ) {}

  @Get()
  async first(@Reader() reader: Identity): Promise<Page> {
    assertMayOpen(reader);
    return new Page('new-case/age.njk', 'newCase.title', { opened: await this.justOpened.by(reader) });
  }

  @Post()
  @ShowsAgain(true)
  async answered(
    @Reader() reader: Identity,
    @Here() { again }: PageContext,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    assertMayOpen(reader);
    const age = valueOf(postedForm(body), 'age');
    if (isAge(age) && !again) return new SeeOther(`/cases/new/${age}`);
    const model = { opened: await this.justOpened.by(reader), age, fault: !again };
    return new Page(
      'new-case/age.njk',
      'newCase.title',
      model,
      again ? {} : { status: 422, hasFaults: true },
    );
  }

  @Get(':age')
  async details(
    @Reader() reader: Identity,
    @Here() here: PageContext,
    @Param('age') given: string,
  ): Promise<Page> {
    assertMayOpen(reader);
    return detailsPage({ ...(await this.form(given, reader)), here, typed: {}, key: randomUUID() });
  }

  @Post(':age')
  @ShowsAgain(true)
  async open(
    @Reader() reader: Identity,
    @Here() here: PageContext,
    @Param('age') given: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    assertMayOpen(reader);
    const form = await this.form(given, reader);
    const typed = postedForm(body);
    const key = valueOf(typed, '_key') || randomUUID();
    if (here.again) return detailsPage({ ...form, here, typed, key });
    const lateReason = valueOf(typed, 'lateReason').trim() || undefined;
    const data = { ...readForm(form.schema, typed), ageStatus: ageStatusOf[form.age] };
    try {
      const { caseId } = await this.cases.open(reader, { data, lateReason, idempotencyKey: key });
      return new SeeOther(`/cases/${caseId}/receipt`);
    } catch (fault) {
      const said =
        fault instanceof CaseFault
          ? explainOpening(fault, here.language)
          : passingFault(fault, here.language);
      if (!said) throw fault;
      return detailsPage({ ...form, here, typed, key, ...said });
    }
  }

  private async form(given: string, reader: Identity) {
    if (!isAge(given)) throw new NotFoundException();
    const age: Age = given;
    const [bodies, opened] = await Promise.all([this.veils.directory(reader), this.justOpened.by(reader)]);
    return {
      age,
      reader,
      schema: questionsFor(age),
      opened,
      choices: { ...noChoices, bodies, isChild: age !== 'adult' },
    };
  }
}

function assertMayOpen({ role }: Identity): void {
  if (!mayOpen(role)) throw new ForbiddenException();
}
