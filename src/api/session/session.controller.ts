import { Body, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import {
  BodiesService,
  credentialsOf,
  endedSessionCookie,
  sessionCookie,
  SessionsService,
  type Identity,
} from '../../access/index.js';
import { CONFIG, type Config } from '../../config/index.js';
import { ApiController, OpenToAll, Problem, Who } from '../front-desk/index.js';
import { sessionAnswer, signInBody, type SignInBody } from './session.schemas.js';

@ApiController('session')
export class SessionController {
  private readonly secure: boolean;

  constructor(
    private readonly sessions: SessionsService,
    private readonly bodies: BodiesService,
    @Inject(CONFIG) config: Config,
  ) {
    this.secure = config.environment === 'production';
  }

  /** One answer to an unknown name, a wrong password, a wrong code and a closed account. */
  @Post()
  @HttpCode(200)
  @OpenToAll()
  @ApiOperation({ operationId: 'signIn', summary: 'Sign in; sets the session cookie' })
  @ApiOkResponse({ standardSchema: sessionAnswer })
  async signIn(
    @Body({ schema: signInBody }) body: SignInBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const answer = await this.sessions.signIn({ ...body, address: request.ip ?? '' });
    if (answer.kind === 'refused') {
      throw new Problem(401, answer.reason === 'codeNeeded' ? 'code-required' : 'wrong-credentials');
    }
    response.append('set-cookie', sessionCookie(answer.token, { secure: this.secure }));
    return this.shown({ ...answer.identity, csrfToken: answer.csrfToken });
  }

  @Get()
  @ApiOperation({ operationId: 'getSession', summary: 'Who is signed in' })
  @ApiOkResponse({ standardSchema: sessionAnswer })
  async current(@Who() who: Identity) {
    return this.shown(who);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ operationId: 'signOut', summary: 'Sign out; ends the session at once' })
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const credentials = credentialsOf(request.headers);
    if (credentials?.kind !== 'session') throw new Problem(404, 'no-session');
    await this.sessions.signOut(credentials.secret);
    response.append('set-cookie', endedSessionCookie({ secure: this.secure }));
  }

  private async shown({ accountId, name, role, bodyId, csrfToken }: Identity) {
    const body = await this.bodies.byId(bodyId);
    const shown = body && { id: body.id, code: body.code, kind: body.kind, name: body.name };
    return { user: { id: accountId, name, role, body: shown }, ...(csrfToken ? { csrfToken } : {}) };
  }
}
