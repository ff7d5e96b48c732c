import { Body, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation } from '@nestjs/swagger';
import { reasonWords } from '#libs/procedures';
import type { Identity } from '../../access/index.js';
import { Returns } from '../../identification/index.js';
import { ApiController, Problem, Who } from '../front-desk/index.js';
import { returnAnswer, returnBody, type ReturnBody } from './exceptions.schemas.js';

@ApiController('returns')
export class ReturnsController {
  constructor(private readonly returns: Returns) {}

  /**
   * A wrong code is answered alike: with the right one the case stands in the caller's worklist. That she came back
   * says a person, no system, whatever the code.
   */
  @Post()
  @HttpCode(202)
  @ApiOperation({ operationId: 'comeBack', summary: 'The way back of who refused, with the code she kept' })
  @ApiAcceptedResponse({ standardSchema: returnAnswer })
  async comeBack(
    @Who() who: Identity,
    @Body({ schema: returnBody }) { code, consentReferToMainDepartment: consent }: ReturnBody,
  ) {
    if (who.via === 'token')
      throw new Problem(403, 'person-needed', { detail: reasonWords('person-needed') });
    await this.returns.comeBack(who, { code, consent });
    return { received: true };
  }
}
