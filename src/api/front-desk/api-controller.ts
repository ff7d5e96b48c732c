import { applyDecorators, Controller, UseFilters, UseGuards, UsePipes } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiTags } from '@nestjs/swagger';
import { sessionCookieName } from '../../access/index.js';
import { ProblemFilter } from './problem-filter.js';
import { SignedIn } from './signed-in.js';
import { SchemaPipe } from './validation.js';

/** A controller of the interface: signed in, checked by schema, answering faults as problem documents. */
export const ApiController = (tag: string, path = tag) =>
  applyDecorators(
    Controller(`api/v1/${path}`),
    ApiTags(tag),
    ApiCookieAuth(sessionCookieName),
    ApiBearerAuth(),
    UseGuards(SignedIn),
    UsePipes(SchemaPipe),
    UseFilters(ProblemFilter),
  );
