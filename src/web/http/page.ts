import type { Request } from 'express';
import type { Instant, Language, Words } from '#libs/vocabulary';
import type { Identity } from '../../access/index.js';
import type { NewsCounts } from '../../worklists/index.js';

/** What a page controller answers: a view with its model. `title` is a key of words and says nothing of a person. */
export class Page {
  constructor(
    readonly view: string,
    readonly title: string,
    readonly model: object,
    readonly more: { readonly status?: number; readonly hasFaults?: boolean } = {},
  ) {}
}

/** Another page answers: 303, so that reloading never posts again. */
export class SeeOther {
  constructor(
    readonly to: string,
    /** Also forget what was shown: leaving and signing out. */
    readonly clear = false,
  ) {}
}

/** What every page knows of its reader and the moment. */
export interface PageContext {
  readonly language: Language;
  readonly reader?: Identity | undefined;
  readonly body?: Words | undefined;
  /** What waits for the reader's body. */
  readonly news?: NewsCounts | undefined;
  /** What `_csrf` must carry. */
  readonly formToken: string;
  /** What `_owner` carries: whose the form is, in whichever of her sessions. */
  readonly formOwner?: string | undefined;
  /**
   * Why a posted form is only shown again, filled in: its session is over, she has just signed in again, or
   * she reads it in the other language now.
   */
  readonly again?: 'outOfDate' | 'signedIn' | 'otherLanguage' | undefined;
  /** Domain time. */
  readonly now: Instant;
  readonly training: boolean;
  readonly path: string;
  /** What stood after `?`. */
  readonly query: string;
}

export interface PageRequest extends Request {
  page?: PageContext;
}

/** A field of the posted form, unread: whatever the body parser made of it. */
export const fieldOf = (request: PageRequest, name: string): unknown =>
  (request.body as Record<string, unknown> | undefined)?.[name];

/** A page that needs a signed-in reader was asked for by nobody. */
export class SignInNeeded extends Error {
  constructor(
    /** What was typed, sealed for its owner. */
    readonly kept?: string,
  ) {
    super();
  }
}
