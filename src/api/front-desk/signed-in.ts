import {
  createParamDecorator,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import type { Role } from '#libs/vocabulary';
import { csrfFits, SessionsService, type Identity } from '../../access/index.js';
import { Problem } from './problem.js';
import { saysLanguage } from './reader-language.js';
import { isUnsafe } from './routes.js';

const who = new WeakMap<Request, Identity>();

/** Who sends this request, once the guard has seen her. */
export const identityOf = (request: Request): Identity | undefined => who.get(request);

const OPEN = 'open-to-all';
const ROLES = 'for-roles';

/** No sign-in is asked for. */
export const OpenToAll = () => SetMetadata(OPEN, true);

/** Only these roles; whoever else is told that it is not for her role. */
export const ForRoles = (...roles: readonly Role[]) => SetMetadata(ROLES, roles);

/** The person or machine that sends the request. */
export const Who = createParamDecorator((_data: unknown, context: ExecutionContext): Identity => {
  const identity = identityOf(context.switchToHttp().getRequest<Request>());
  if (!identity) throw new Problem(401, 'sign-in-required');
  return identity;
});

/** First at every endpoint: who is it, does an unsafe request by cookie carry the session's token, is it for her role. */
@Injectable()
export class SignedIn implements CanActivate {
  constructor(
    private readonly sessions: SessionsService,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    if (this.mark<boolean>(OPEN, context)) return true;
    const identity = await this.sessions.identify(request.headers);
    if (!identity) throw new Problem(401, 'sign-in-required', { headers: { 'www-authenticate': 'Bearer' } });
    who.set(request, identity);
    saysLanguage(request, http.getResponse<Response>(), identity.language);
    refuseForgery(request, identity);
    const roles = this.mark<readonly Role[]>(ROLES, context);
    if (roles && !roles.includes(identity.role)) throw new Problem(403, 'not-for-your-role');
    return true;
  }

  private mark<T>(name: string, context: ExecutionContext): T | undefined {
    return this.reflector.getAllAndOverride<T>(name, [context.getHandler(), context.getClass()]);
  }
}

function refuseForgery(request: Request, identity: Identity): void {
  if (identity.via !== 'session' || !isUnsafe(request.method)) return;
  if (!csrfFits(identity.csrfToken, request.headers['x-csrf-token'])) throw new Problem(403, 'csrf-token');
}
