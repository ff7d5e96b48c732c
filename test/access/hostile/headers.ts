import { good, type Asked, type Attempt } from './attempt.js';

const withHeaders = (asked: Asked, headers: Record<string, string>): Asked => ({
  ...asked,
  headers: { ...asked.headers, ...headers },
});
const without = (asked: Asked, name: string): Asked => ({
  ...asked,
  headers: Object.fromEntries(Object.entries(asked.headers ?? {}).filter(([key]) => key !== name)),
});

const ifMatch = ['*', '1', 'W/"1"', '""', '"one"', '"1", "2"', '"99999999999999999999"', '"-1"'].map(
  (value): Attempt => ({
    rule: `command: If-Match is not ${value}`,
    ask: withHeaders(good.command, { 'if-match': value }),
    twin: good.command,
    status: 400,
    code: 'malformed-header',
    fault: 'wrong-format',
  }),
);

const keys = (['open', 'command'] as const).flatMap((operation) =>
  ['two words', 'x'.repeat(201), 'a\tb'].map((value): Attempt => ({
    rule: `${operation}: Idempotency-Key is not ${JSON.stringify(value.slice(0, 12))}`,
    ask: withHeaders(good[operation], { 'idempotency-key': value }),
    twin: good[operation],
    status: 400,
    code: 'malformed-header',
    fault: 'wrong-format',
  })),
);

const list: Asked = { path: '/cases' };

export const headers: readonly Attempt[] = [
  ...ifMatch,
  ...keys,
  {
    rule: 'command: If-Match is there',
    ask: without(good.command, 'if-match'),
    twin: good.command,
    status: 428,
    code: 'if-match-required',
  },
  {
    rule: 'command: the revision is the present one',
    ask: withHeaders(good.command, { 'if-match': '"999"' }),
    twin: good.command,
    status: 412,
    code: 'changed-since-you-looked',
  },
  {
    rule: 'command: Idempotency-Key is there',
    ask: without(good.command, 'idempotency-key'),
    twin: good.command,
    status: 400,
    code: 'idempotency-key-required',
  },
  {
    rule: 'open: Idempotency-Key is there',
    ask: without(good.open, 'idempotency-key'),
    twin: good.open,
    status: 400,
    code: 'idempotency-key-required',
  },
  {
    rule: 'a list comes as JSON',
    ask: withHeaders(list, { accept: 'text/csv' }),
    twin: withHeaders(list, { accept: 'application/json' }),
    status: 406,
    code: 'not-acceptable',
  },
  {
    rule: 'an answer is no page',
    ask: withHeaders(list, { accept: 'text/html' }),
    twin: withHeaders(list, { accept: 'text/html, */*;q=0.1' }),
    status: 406,
    code: 'not-acceptable',
  },
];
