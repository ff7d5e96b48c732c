import { good, type Asked, type Attempt } from './attempt.js';

const list: Asked = { path: '/cases' };
const garbage = 'A'.repeat(43);

/** Who is not signed in, who forges, and who asks for what is not for her role. */
export const sessions: readonly Attempt[] = [
  ...[
    '/cases',
    '/cases/@case',
    '/deadlines',
    '/handoffs',
    '/notifications',
    '/bodies',
    '/plan/measures',
    '/session',
  ].map((path): Attempt => ({
    rule: `${path}: one is signed in`,
    ask: { path, as: 'stranger' },
    twin: { path },
    status: 401,
    code: 'sign-in-required',
  })),
  {
    rule: 'a cookie is of a session',
    ask: { ...list, as: 'stranger', headers: { cookie: `nrm_session=${garbage}` } },
    twin: list,
    status: 401,
    code: 'sign-in-required',
  },
  {
    rule: 'a token was issued',
    ask: { ...list, as: 'stranger', headers: { authorization: `Bearer nrm_${garbage}` } },
    twin: list,
    status: 401,
    code: 'sign-in-required',
  },
  {
    rule: 'a wrong token is not saved by a cookie',
    ask: { ...list, headers: { authorization: `Bearer nrm_${garbage}` } },
    twin: list,
    status: 401,
    code: 'sign-in-required',
  },
  {
    rule: 'no password goes in a header',
    ask: { ...list, as: 'stranger', headers: { authorization: 'Basic cG9saWNlOng=' } },
    twin: list,
    status: 401,
    code: 'sign-in-required',
  },
  {
    rule: 'the password is right',
    ask: { ...good.signIn, body: { username: 'police', password: 'alma-və-armud-12' } },
    twin: good.signIn,
    status: 401,
    code: 'wrong-credentials',
  },
  {
    rule: 'the account exists',
    ask: { ...good.signIn, body: { username: 'nobody', password: 'alma-və-armud-12' } },
    twin: good.signIn,
    status: 401,
    code: 'wrong-credentials',
  },
  ...(['open', 'command', 'search', 'comeBack', 'read'] as const).map((operation): Attempt => ({
    rule: `${operation}: the session's own CSRF token is there`,
    ask: { ...good[operation], headers: { ...(good[operation] as Asked).headers, 'x-csrf-token': garbage } },
    twin: good[operation],
    status: 403,
    code: 'csrf-token',
  })),
  {
    rule: 'only an administrator moves the clock',
    ask: { ...good.advance, as: 'police' },
    twin: good.advance,
    status: 403,
    code: 'not-for-your-role',
  },
  {
    rule: 'only an administrator adds accounts',
    ask: { ...good.account, as: 'supervisor' },
    twin: good.account,
    status: 403,
    code: 'not-for-your-role',
  },
  {
    rule: 'only an overseer verifies timelines',
    ask: { path: '/supervision/integrity' },
    twin: { path: '/supervision/integrity', as: 'supervisor' },
    status: 403,
    code: 'not-for-your-role',
  },
  {
    rule: 'only an overseer reviews break-glass',
    ask: { path: '/break-glass' },
    twin: { path: '/break-glass', as: 'supervisor' },
    status: 403,
    code: 'not-for-your-role',
  },
  {
    rule: 'an administrator sees no case',
    ask: { path: '/cases/@case', as: 'admin' },
    twin: { path: '/cases/@case' },
    status: 404,
    code: 'not-found',
  },
  {
    rule: 'a body without a ground sees no case',
    ask: { path: '/cases/@case', as: 'school' },
    twin: { path: '/cases/@case' },
    status: 404,
    code: 'not-found',
  },
  {
    rule: 'a body without a ground gives no command',
    ask: { ...good.command, as: 'school' },
    twin: good.command,
    status: 404,
    code: 'not-found',
  },
  {
    rule: 'a command is for its role',
    ask: {
      ...good.command,
      headers: { ...good.command.headers, 'if-match': '"1"' },
      body: { procedure: 'identification', command: 'beginAssessment', data: {} },
    },
    twin: good.command,
    status: 403,
    code: 'not-for-your-role',
  },
];
