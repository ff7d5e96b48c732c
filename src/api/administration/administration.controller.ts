import { Body, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AccountsService, BodiesService, type Identity, TokensService } from '../../access/index.js';
import { ApiController, ForRoles, Problem, Who } from '../front-desk/index.js';
import { idParam } from '../shapes.js';
import {
  accountChange,
  accountsAnswer,
  addedAccountAnswer,
  bodyBody,
  newAccountBody,
  passwordAnswer,
  type AccountChange,
  type BodyBody,
  type NewAccountBody,
} from './accounts.schemas.js';
import { explainLast, explainTaken, explainUnfit, faultAt } from './faults.js';

/** Accounts and bodies. An administrator sees no case, and everything she does here is on record for who oversees. */
@ApiController('administration')
@ForRoles('administrator')
export class AdministrationController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly bodies: BodiesService,
    private readonly tokens: TokensService,
  ) {}

  @Get('accounts')
  @ApiOperation({ operationId: 'listAccounts', summary: 'All accounts' })
  @ApiOkResponse({ standardSchema: accountsAnswer })
  async list() {
    return { items: await this.accounts.list() };
  }

  @Post('accounts')
  @ApiOperation({ operationId: 'createAccount', summary: 'A new account' })
  @ApiCreatedResponse({ standardSchema: addedAccountAnswer })
  async create(@Who() who: Identity, @Body({ schema: newAccountBody }) body: NewAccountBody) {
    if (!(await this.bodies.byId(body.bodyId))) throw faultAt('/bodyId', 'no-such-body');
    return this.accounts.create(who, body).catch(explainUnfit('/role')).catch(explainTaken('/username'));
  }

  @Patch('accounts/:id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'changeAccount', summary: 'Close or reopen an account, or set its password' })
  async change(
    @Who() who: Identity,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: accountChange }) { active, reason, password }: AccountChange,
  ): Promise<void> {
    if (reason !== undefined && (await this.tokens.closeSystem(who, id, reason))) return;
    if (!(await this.accounts.find(id))) throw new Problem(404, 'not-found');
    if (reason !== undefined) await this.accounts.close(who, id, reason).catch(explainLast);
    if (active) await this.accounts.reopen(who, id);
    if (password !== undefined) await this.accounts.setPassword(who, id, password);
  }

  @Post('accounts/:id/password')
  @HttpCode(200)
  @ApiOperation({ operationId: 'resetPassword', summary: 'A new password, made here and shown once' })
  @ApiOkResponse({ standardSchema: passwordAnswer })
  async resetPassword(@Who() who: Identity, @Param('id', { schema: idParam }) id: string) {
    if (!(await this.accounts.find(id))) throw new Problem(404, 'not-found');
    return { password: await this.accounts.resetPassword(who, id) };
  }

  @Put('bodies/:id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'saveBody', summary: 'Add a body, or replace the one with this id' })
  async saveBody(
    @Who() who: Identity,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: bodyBody }) body: BodyBody,
  ): Promise<void> {
    if (body.parentId !== null && !(await this.bodies.byId(body.parentId)))
      throw faultAt('/parentId', 'no-such-body');
    await this.bodies
      .save(who, { id, ...body })
      .catch(explainUnfit('/kind'))
      .catch(explainTaken('/code'));
  }
}
