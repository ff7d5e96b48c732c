import { Page } from '../../http/index.js';

interface SignInShown {
  readonly username: string;
  readonly next: string;
  readonly fault?: 'empty' | 'wrong' | 'codeNeeded' | 'tooMany';
}

const statuses = { empty: 422, wrong: 401, codeNeeded: 401, tooMany: 429 } as const;

/** The form again, with what was typed except the secrets. */
export function signInPage({ fault, ...shown }: SignInShown): Page {
  const status = fault ? statuses[fault] : 200;
  return new Page(
    'sign-in/sign-in.njk',
    'signIn.title',
    { ...shown, fault, asksCode: fault === 'codeNeeded' },
    { status, hasFaults: fault !== undefined },
  );
}
