import { Body, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { compartments, type Compartment, type Uuid } from '#libs/vocabulary';
import type { Identity } from '../../../access/index.js';
import { CaseReader } from '../../../cases/index.js';
import { postedForm, valueOf } from '../../forms/posted.js';
import {
  CaseId,
  Here,
  Page,
  type PageContext,
  PageController,
  Reader,
  ShowsAgain,
} from '../../http/index.js';
import { openedShown, purposes } from './view-model.js';

/** Reading what a person said: first why, then the words; each reading is on record before it is shown. */
@PageController('cases/:id/open/:compartment')
export class CompartmentController {
  constructor(private readonly cases: CaseReader) {}

  @Get()
  async ask(
    @Reader() reader: Identity,
    @CaseId() caseId: Uuid,
    @Param('compartment') name: string,
  ): Promise<Page> {
    return this.question(reader, caseId, compartmentOf(name));
  }

  @Post()
  @ShowsAgain(true)
  async open(
    @Reader() reader: Identity,
    @Here() { language, again }: PageContext,
    @CaseId() caseId: Uuid,
    @Param('compartment') name: string,
    @Body() body: unknown,
  ): Promise<Page> {
    const compartment = compartmentOf(name);
    const purpose = purposes.find((each) => each === valueOf(postedForm(body), 'purpose'));
    if (!purpose || again) return this.question(reader, caseId, compartment, { purpose, fault: !again });
    const [header, opened] = await Promise.all([
      this.cases.header(reader, caseId),
      this.cases.openCompartments(reader, caseId, [compartment], purpose),
    ]);
    const model = { case: header, compartment, ...openedShown(opened, compartment, header, language) };
    return new Page('compartment/opened.njk', 'compartment.title', model);
  }

  private async question(
    reader: Identity,
    caseId: Uuid,
    compartment: Compartment,
    { purpose, fault = false }: { readonly purpose?: string | undefined; readonly fault?: boolean } = {},
  ): Promise<Page> {
    const header = await this.cases.header(reader, caseId);
    const model = { case: header, compartment, purposes, purpose, fault };
    const more = fault ? { status: 422, hasFaults: true } : {};
    return new Page('compartment/why.njk', 'compartment.title', model, more);
  }
}

function compartmentOf(name: string): Compartment {
  const compartment = compartments.find((each) => each === name);
  if (!compartment) throw new NotFoundException();
  return compartment;
}
