import { Body, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type Identity, NameOfOfficer, NoSuchBody, TokensService } from '../../access/index.js';
import { ApiController, ForRoles, Problem, Who } from '../front-desk/index.js';
import { idParam } from '../shapes.js';
import { explainUnfit, faultAt } from './faults.js';
import {
  issuedTokenAnswer,
  newTokenBody,
  tokensAnswer,
  tokensQuery,
  type NewTokenBody,
  type TokensQuery,
} from './tokens.schemas.js';

/** Bearer tokens of systems that act for a body. */
@ApiController('administration/tokens')
@ForRoles('administrator')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Get()
  @ApiOperation({ operationId: 'listTokens', summary: 'Tokens of systems, of one body or of all' })
  @ApiOkResponse({ standardSchema: tokensAnswer })
  async list(@Query({ schema: tokensQuery }) { body }: TokensQuery) {
    return { items: await this.tokens.list(body) };
  }

  @Post()
  @ApiOperation({ operationId: 'issueToken', summary: 'A token for a system of a body, shown once' })
  @ApiCreatedResponse({ standardSchema: issuedTokenAnswer })
  issue(@Who() who: Identity, @Body({ schema: newTokenBody }) body: NewTokenBody) {
    return this.tokens.issue(who, body).catch(explainUnfit('/role')).catch(explained);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'revokeToken', summary: 'End a token at once; its record stays' })
  async revoke(@Who() who: Identity, @Param('id', { schema: idParam }) id: string): Promise<void> {
    if (!(await this.tokens.revoke(who, id))) throw new Problem(404, 'not-found');
  }
}

const explained = (error: unknown): never => {
  if (error instanceof NameOfOfficer) throw faultAt('/system', 'taken');
  throw error instanceof NoSuchBody ? faultAt('/bodyId', 'no-such-body') : error;
};
