import { Body, Get, NotFoundException, Post } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import { BodiesService, type Identity, TokensService } from '../../../access/index.js';
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
import { closingSystemForm, tokenForm } from './account-forms.js';
import { assertAdministers } from './administers.js';
import { type AdminForm, formPage, keep } from './kept.js';
import { tokenShown, tokensShown } from './tokens.js';

/** Tokens by which systems act for a body: issued, listed and revoked; and the accounts of those systems closed. */
@PageController('admin/tokens')
export class TokensController {
  constructor(
    private readonly tokens: TokensService,
    private readonly bodies: BodiesService,
  ) {}

  @Get()
  async list(@Reader() reader: Identity, @Here() { language }: PageContext): Promise<Page> {
    assertAdministers(reader);
    const tokens = tokensShown(await this.tokens.list(), await this.bodies.all(), language);
    return new Page('admin/tokens.njk', 'admin.tokens', { tokens });
  }

  @Get('new')
  async ask(@Reader() reader: Identity, @Here() here: PageContext): Promise<Page> {
    assertAdministers(reader);
    return formPage(await this.newToken(here), {});
  }

  /** The secret is in this answer and nowhere else: asking again makes another one. */
  @Post('new')
  @ShowsAgain(true)
  async issue(@Reader() reader: Identity, @Here() here: PageContext, @Body() body: unknown) {
    assertAdministers(reader);
    return keep(await this.newToken(here), body, async (asked) => {
      const { secret, ...issued } = await this.tokens.issue(reader, asked);
      const token = tokenShown(issued, await this.bodies.all(), here.language);
      return new Page('admin/issued.njk', 'admin.tokenIssued', { token, secret });
    });
  }

  @Post(':token/revoke')
  async revoke(@Reader() reader: Identity, @IdParam('token') id: Uuid): Promise<SeeOther> {
    assertAdministers(reader);
    if (!(await this.tokens.revoke(reader, id))) throw new NotFoundException();
    return new SeeOther('/admin/tokens');
  }

  @Get('systems/:account/close')
  async askWhy(@Reader() reader: Identity, @Here() here: PageContext, @IdParam('account') id: Uuid) {
    assertAdministers(reader);
    return formPage(await this.closing(id, here), {});
  }

  @Post('systems/:account/close')
  @ShowsAgain(true)
  async close(
    @Reader() reader: Identity,
    @Here() here: PageContext,
    @IdParam('account') id: Uuid,
    @Body() body: unknown,
  ) {
    assertAdministers(reader);
    return keep(await this.closing(id, here), body, async ({ reason }) => {
      await this.tokens.closeSystem(reader, id, reason);
      return new SeeOther('/admin/tokens');
    });
  }

  private async closing(id: Uuid, here: PageContext): Promise<AdminForm<typeof closingSystemForm>> {
    const token = (await this.tokens.list()).find(({ accountId }) => accountId === id);
    if (!token) throw new NotFoundException();
    const told = ['admin.closeSystemTold'];
    const of = { about: token.system, back: '/admin/tokens' };
    return { title: 'closeAccount', schema: closingSystemForm, here, told, ...of };
  }

  private async newToken(here: PageContext): Promise<AdminForm<typeof tokenForm>> {
    const bodies = (await this.bodies.all()).filter(({ active }) => active);
    const told = ['admin.tokensHint', 'admin.tokenTold'];
    return { title: 'newToken', schema: tokenForm, here, bodies, back: '/admin/tokens', told };
  }
}
