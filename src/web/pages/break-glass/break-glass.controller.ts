import { Body, Get, Post } from '@nestjs/common';
import { compartments, type Compartment } from '#libs/vocabulary';
import { breakGlassHours, BreakGlassService, type Identity } from '../../../access/index.js';
import { Worklist } from '../../../worklists/index.js';
import { postedForm, type Posted, valueOf, valuesOf } from '../../forms/posted.js';
import { Here, Page, type PageContext, PageController, Reader, ShowsAgain } from '../../http/index.js';
import { breakGlassPage, faultsOf } from './view-model.js';

/** Reading without another ground, in an emergency. The answer is the same whether the number is right or wrong. */
@PageController('break-glass')
export class BreakGlassController {
  constructor(
    private readonly breakGlass: BreakGlassService,
    private readonly worklist: Worklist,
  ) {}

  @Get()
  async show(@Reader() reader: Identity, @Here() { language }: PageContext): Promise<Page> {
    return this.page(reader, {}, { language });
  }

  @Post()
  @ShowsAgain(true)
  async ask(
    @Reader() reader: Identity,
    @Here() { language, again }: PageContext,
    @Body() body: unknown,
  ): Promise<Page> {
    const typed = postedForm(body);
    if (again) return this.page(reader, typed, { language });
    const faults = faultsOf(typed);
    if (faults.length > 0) return this.page(reader, typed, { language, faults });
    const answer = await this.breakGlass.ask(reader, {
      number: valueOf(typed, 'number').trim().toUpperCase(),
      reason: valueOf(typed, 'reason').trim(),
      compartments: wanted(typed),
    });
    if (answer.kind === 'notForYourRole')
      return this.page(reader, typed, { language, closed: answer.compartments });
    return this.page(reader, {}, { language, granted: true });
  }

  private async page(
    reader: Identity,
    typed: Posted,
    more: Omit<Parameters<typeof breakGlassPage>[0], 'typed' | 'open'>,
  ) {
    const open = await this.openTo(reader);
    return breakGlassPage({ ...more, typed, open, hours: breakGlassHours });
  }

  private async openTo(reader: Identity) {
    const granted = await this.breakGlass.openCases(reader);
    const found = granted.map(async ({ caseId, expiresAt }) => {
      const [known] = await this.worklist.some(reader, [caseId], caseId);
      return known ? [{ caseId, number: known.number, expiresAt }] : [];
    });
    return (await Promise.all(found)).flat();
  }
}

const wanted = (typed: Posted): Compartment[] =>
  valuesOf(typed, 'compartments').filter((name): name is Compartment =>
    compartments.includes(name as Compartment),
  );
