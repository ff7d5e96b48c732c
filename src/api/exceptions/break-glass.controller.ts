import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Compartment } from '#libs/vocabulary';
import { BreakGlassService, type Identity } from '../../access/index.js';
import { ApiController, ForRoles, Problem, Who } from '../front-desk/index.js';
import { idParam, text } from '../shapes.js';
import { breakGlassAnswer, breakGlassBody, grantsAnswer, type BreakGlassBody } from './exceptions.schemas.js';
import { z } from 'zod';

@ApiController('break-glass')
export class BreakGlassController {
  constructor(private readonly breakGlass: BreakGlassService) {}

  /** The case is then found by its number. A wrong number is answered alike. */
  @Post()
  @HttpCode(202)
  @ApiOperation({
    operationId: 'breakGlass',
    summary: 'Read in an emergency, for some hours, with a review afterwards',
  })
  @ApiAcceptedResponse({ standardSchema: breakGlassAnswer })
  async ask(@Who() who: Identity, @Body({ schema: breakGlassBody }) body: BreakGlassBody) {
    const compartments = body.compartments as Compartment[];
    const answer = await this.breakGlass.ask(who, { ...body, compartments });
    if (answer.kind === 'notForYourRole')
      throw new Problem(403, 'not-for-your-role', { more: { compartments: answer.compartments } });
    return { id: answer.id, compartments: answer.compartments, expiresAt: answer.expiresAt.toISOString() };
  }

  @Get()
  @ForRoles('supervisor', 'coordinator')
  @ApiOperation({ operationId: 'listBreakGlass', summary: 'Emergency readings that wait for a review' })
  @ApiOkResponse({ standardSchema: grantsAnswer })
  async toReview(@Who() who: Identity) {
    const grants = await this.breakGlass.toReview(who);
    return {
      items: grants.map(({ accountId, name, grantedAt, expiresAt, ...grant }) => ({
        ...grant,
        account: { id: accountId, name },
        grantedAt: grantedAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
      })),
    };
  }

  @Get(':id/reason')
  @ForRoles('supervisor', 'coordinator')
  @ApiOperation({
    operationId: 'readBreakGlassReason',
    summary: 'The reason in words; reading it is on record',
  })
  @ApiOkResponse({ standardSchema: z.object({ reason: text() }) })
  async reason(@Who() who: Identity, @Param('id', { schema: idParam }) id: string) {
    const reason = await this.breakGlass.reasonOf(who, id);
    if (reason === null) throw new Problem(404, 'not-found');
    return { reason };
  }

  @Post(':id/review')
  @HttpCode(204)
  @ForRoles('supervisor', 'coordinator')
  @ApiOperation({ operationId: 'reviewBreakGlass', summary: 'Mark an emergency reading as reviewed' })
  async review(@Who() who: Identity, @Param('id', { schema: idParam }) id: string): Promise<void> {
    if (!(await this.breakGlass.review(who, id))) throw new Problem(404, 'not-found');
  }
}
