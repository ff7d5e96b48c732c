import { Body, Get, NotFoundException, Post } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import { type Account, AccountsService, BodiesService, type Identity } from '../../../access/index.js';
import {
  Here,
  IdParam,
  Page,
  type PageContext,
  PageController,
  Reader,
  SeeOther,
  ShowsAgain,
} from '../../http/index.js';
import { accountForm, closingForm } from './account-forms.js';
import { accountShown, accountsShown, isLastOfBody } from './accounts.js';
import { assertAdministers } from './administers.js';
import { type AdminForm, formPage, keep } from './kept.js';

/** Accounts of people: added, given a new password, closed and opened again. Nothing here names a case. */
@PageController('admin/accounts')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly bodies: BodiesService,
  ) {}

  @Get()
  async list(@Reader() reader: Identity, @Here() { language }: PageContext): Promise<Page> {
    assertAdministers(reader);
    const accounts = accountsShown(await this.accounts.list(), await this.bodies.all(), language);
    return new Page('admin/accounts.njk', 'admin.accounts', { accounts });
  }

  @Get('new')
  async ask(@Reader() reader: Identity, @Here() here: PageContext): Promise<Page> {
    assertAdministers(reader);
    return formPage(await this.newAccount(here), { language: 'az' });
  }

  @Post('new')
  @ShowsAgain(true)
  async add(@Reader() reader: Identity, @Here() here: PageContext, @Body() body: unknown) {
    assertAdministers(reader);
    return keep(await this.newAccount(here), body, async (asked) => {
      const { password, ...account } = await this.accounts.create(reader, asked);
      return this.withPassword('added', account, here, password);
    });
  }

  @Get(':account')
  async show(@Reader() reader: Identity, @Here() here: PageContext, @IdParam('account') id: Uuid) {
    const account = await this.found(reader, id);
    return new Page('admin/account.njk', 'admin.account', { account: await this.shown(account, here) });
  }

  @Get(':account/close')
  async askWhy(@Reader() reader: Identity, @Here() here: PageContext, @IdParam('account') id: Uuid) {
    return formPage(await this.closing(await this.found(reader, id), here), {});
  }

  @Post(':account/close')
  @ShowsAgain(true)
  async close(
    @Reader() reader: Identity,
    @Here() here: PageContext,
    @IdParam('account') id: Uuid,
    @Body() body: unknown,
  ) {
    const form = await this.closing(await this.found(reader, id), here);
    return keep(form, body, async ({ reason }) => {
      await this.accounts.close(reader, id, reason);
      return new SeeOther(`/admin/accounts/${id}`);
    });
  }

  @Post(':account/reopen')
  async reopen(@Reader() reader: Identity, @IdParam('account') id: Uuid): Promise<SeeOther> {
    await this.found(reader, id);
    await this.accounts.reopen(reader, id);
    return new SeeOther(`/admin/accounts/${id}`);
  }

  @Get(':account/password')
  async askReset(@Reader() reader: Identity, @Here() here: PageContext, @IdParam('account') id: Uuid) {
    const account = await this.found(reader, id);
    return new Page('admin/reset.njk', 'admin.reset', { account: await this.shown(account, here) });
  }

  /** The password is in this answer and nowhere else: asking again makes another one. */
  @Post(':account/password')
  async reset(@Reader() reader: Identity, @Here() here: PageContext, @IdParam('account') id: Uuid) {
    const account = await this.found(reader, id);
    return this.withPassword('renewed', account, here, await this.accounts.resetPassword(reader, id));
  }

  private async withPassword(
    done: 'added' | 'renewed',
    account: Account,
    here: PageContext,
    password: string | undefined,
  ): Promise<Page> {
    const model = { done, password, account: await this.shown(account, here) };
    return new Page('admin/password.njk', `admin.done.${done}`, model);
  }

  private async newAccount(here: PageContext): Promise<AdminForm<typeof accountForm>> {
    const bodies = (await this.bodies.all()).filter(({ active }) => active);
    return {
      title: 'newAccount',
      schema: accountForm,
      here,
      bodies,
      back: '/admin/accounts',
      told: ['admin.newTold'],
    };
  }

  private async closing(account: Account, here: PageContext): Promise<AdminForm<typeof closingForm>> {
    const told = ['admin.closeTold'];
    if (account.role !== 'administrator') told.push('admin.closeCases');
    if (isLastOfBody(account, await this.accounts.list())) told.push('admin.closeLast');
    const back = `/admin/accounts/${account.id}`;
    return { title: 'closeAccount', schema: closingForm, here, back, told, about: account.name };
  }

  private async shown(account: Account, { language }: PageContext) {
    return accountShown(account, await this.bodies.all(), language);
  }

  private async found(reader: Identity, id: Uuid): Promise<Account> {
    assertAdministers(reader);
    const account = await this.accounts.find(id);
    if (!account) throw new NotFoundException();
    return account;
  }
}
