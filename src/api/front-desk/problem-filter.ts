import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { fill, type Language, type Words } from '#libs/vocabulary';
import { TooManyTries } from '../../access/index.js';
import { CaseFault } from '../../cases/index.js';
import { DatabaseError } from '../../platform/index.js';
import { CursorFault } from '../../platform/keyset/index.js';
import { problemOfCase } from './case-fault.js';
import { details, faultWords, titles, wordsOf } from './problem-words.js';
import { Problem, type Fault } from './problem.js';
import { tooMany } from './limits.js';
import { readerLanguage } from './reader-language.js';
import { identityOf } from './signed-in.js';

/** Writes every failure as an RFC 9457 problem document: no stack, no statement, no value of the request. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<Request>(), http.getResponse<Response>());
  }

  /** Also for faults found before Nest is reached. */
  answer(error: unknown, request: Request, response: Response): void {
    const problem = problemOf(error);
    if (problem.status === 500) this.log.error({ requestId: request.id, fault: faultOf(error) });
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const language = readerLanguage(request, identityOf(request)?.language);
    response
      .status(problem.status)
      .set({ ...problem.parts.headers, 'content-language': language, 'cache-control': 'no-store' })
      .type('application/problem+json')
      .send(JSON.stringify(documentOf(problem, language)));
  }
}

/** The problem that stands behind whatever was thrown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof CaseFault) return problemOfCase(error);
  if (error instanceof TooManyTries) return tooMany(error);
  if (error instanceof CursorFault) return cursorProblem;
  if (error instanceof DatabaseError) return problemOfDatabase(error);
  const status =
    error instanceof HttpException ? error.getStatus() : Number((error as { status?: number })?.status);
  return byStatus[status] ?? new Problem(500, 'internal');
}

const cursorProblem = new Problem(400, 'malformed-query', {
  errors: [{ parameter: 'cursor', code: 'wrong-format' }],
});

const byStatus: Readonly<Record<number, Problem>> = {
  400: new Problem(400, 'malformed-path'),
  401: new Problem(401, 'sign-in-required'),
  403: new Problem(403, 'not-for-your-role'),
  404: new Problem(404, 'not-found'),
  413: new Problem(413, 'body-too-large'),
  415: new Problem(415, 'unsupported-media-type'),
};

function problemOfDatabase({ kind, retryable }: DatabaseError): Problem {
  if (kind === 'outcome-unknown') return new Problem(503, kind, { headers: { 'retry-after': '1' } });
  if (retryable || kind === 'timed-out')
    return new Problem(503, 'unavailable', { headers: { 'retry-after': '1' } });
  return new Problem(500, 'internal');
}

function documentOf({ status, code, parts }: Problem, language: Language): object {
  const say = (words: Words) => words[language];
  return {
    type: `urn:istiqamet:problem:${code}`,
    title: say(titles[status] ?? wordsOf(titles, '500')),
    status,
    detail: say(parts.detail ?? wordsOf(details, code)),
    code,
    errors: (parts.errors ?? []).map((fault) => faultLine(fault, language)),
    ...parts.more,
  };
}

const faultLine = ({ values, detail, ...fault }: Fault, language: Language) => {
  const said = detail ?? wordsOf({ ...details, ...faultWords }, fault.code);
  return { ...fault, detail: fill(said[language], values) };
};

/** What the log may know of a defect: its kind and where, never its values. */
function faultOf(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const where = error.stack
    ?.split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 8);
  return {
    name: error.name,
    ...(error instanceof DatabaseError ? { kind: error.kind, code: error.code } : {}),
    where,
  };
}
