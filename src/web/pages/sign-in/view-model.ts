import type { KeptForm } from '../../http/kept-forms.js';
import { valuesOf } from '../../forms/posted.js';
import { Page } from '../../http/page.js';

interface SignInShown {
  readonly username: string;
  readonly next: string;
  /** A form that comes back after sign-in, sealed. */
  readonly kept?: string | undefined;
  readonly fault?: 'empty' | 'wrong' | 'codeNeeded' | 'tooMany';
}

const statuses = { empty: 422, wrong: 401, codeNeeded: 401, tooMany: 429 } as const;

/** The form again, with what was typed except the secrets. */
export function signInPage({ fault, ...shown }: SignInShown): Page {
  const status = fault ? statuses[fault] : shown.kept ? 401 : 200;
  return new Page(
    'sign-in/sign-in.njk',
    'signIn.title',
    { ...shown, fault, asksCode: fault === 'codeNeeded' },
    { status, hasFaults: fault !== undefined },
  );
}

/** The way back to a form that was filled in when its session ended. It is never sent by itself. */
export function keptPage({ path, fields }: KeptForm): Page {
  const again = Object.keys(fields).flatMap((name) =>
    valuesOf(fields, name).map((value) => ({ name, value })),
  );
  return new Page('sign-in/kept.njk', 'kept.title', { path, fields: again });
}
