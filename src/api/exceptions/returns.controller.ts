import { Body, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation } from '@nestjs/swagger';
import type { Identity } from '../../access/index.js';
import { Returns } from '../../identification/index.js';
import { ApiController, Who } from '../front-desk/index.js';
import { returnAnswer, returnBody, type ReturnBody } from './exceptions.schemas.js';

@ApiController('returns')
export class ReturnsController {
  constructor(private readonly returns: Returns) {}

  /** A wrong code is answered alike: with the right one the case stands in the caller's worklist. */
  @Post()
  @HttpCode(202)
  @ApiOperation({ operationId: 'comeBack', summary: 'The way back of who refused, with the code she kept' })
  @ApiAcceptedResponse({ standardSchema: returnAnswer })
  async comeBack(
    @Who() who: Identity,
    @Body({ schema: returnBody }) { code, consentReferToMainDepartment: consent }: ReturnBody,
  ) {
    await this.returns.comeBack(who, { code, consent });
    return { received: true };
  }
}
