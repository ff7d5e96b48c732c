import {
  applyDecorators,
  Controller,
  createParamDecorator,
  type ExecutionContext,
  NotFoundException,
  Param,
  type PipeTransform,
  UseFilters,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Uuid } from '#libs/vocabulary';
import type { Identity } from '../../access/index.js';
import { type PageContext, type PageRequest, SignInNeeded } from './page.js';
import { PageFaults } from './page-faults.filter.js';
import { PageGuard } from './page.guard.js';
import { PageInterceptor } from './page.interceptor.js';

/** A controller of pages: guarded, rendered, and with faults as pages. */
export const PageController = (path = '') =>
  applyDecorators(
    Controller(path),
    ApiExcludeController(),
    UseGuards(PageGuard),
    UseInterceptors(PageInterceptor),
    UseFilters(PageFaults),
  );

const contextOf = (context: ExecutionContext): PageContext => {
  const { page } = context.switchToHttp().getRequest<PageRequest>();
  if (!page) throw new Error('a page outside PageController');
  return page;
};

/** Who reads the page. */
export const Reader = createParamDecorator((_: unknown, context: ExecutionContext): Identity => {
  const { reader } = contextOf(context);
  if (!reader) throw new SignInNeeded();
  return reader;
});

/** Language and moment of this page. */
export const Here = createParamDecorator((_: unknown, context: ExecutionContext) => contextOf(context));

/** A part of the address after `?`; absent where it is missing or given twice. */
export const Asked = (name: string) =>
  createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => {
    const { query } = context.switchToHttp().getRequest<PageRequest>();
    const value = query[name];
    return typeof value === 'string' ? value : undefined;
  })();

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A malformed id is a page that does not exist, exactly like an unknown one; capitals mean the same id. */
const knownForm: PipeTransform<string, Uuid> = {
  transform(value) {
    if (!uuid.test(value)) throw new NotFoundException();
    return value.toLowerCase();
  },
};

export const CaseId = () => Param('id', knownForm);
export const IdParam = (name: string) => Param(name, knownForm);
