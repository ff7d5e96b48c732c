/** Code that breaks one rule of `eslint.config.mjs`, and the file it stands in. */
interface Breach {
  readonly rule: string;
  readonly what: string;
  readonly file: string;
  readonly code: string;
}

const breach = (rule: string, what: string, file: string, code: string): Breach => ({
  rule,
  what,
  file,
  code,
});
const globals = 'no-restricted-globals';
const properties = 'no-restricted-properties';
const syntax = 'no-restricted-syntax';
const imports = 'no-restricted-imports';
const typed = (rule: string) => `@typescript-eslint/${rule}`;

export const breaches: readonly Breach[] = [
  breach(properties, 'a clock', 'libs/calendar/src/clock.ts', 'export const now = () => Date.now();'),
  breach(syntax, 'a clock', 'libs/calendar/src/date.ts', 'export const now = () => new Date();'),
  breach(syntax, 'a clock', 'libs/plan/src/date-text.ts', 'export const now = () => Date();'),
  breach(
    properties,
    'a clock',
    'libs/calendar/src/luxon.ts',
    "import { DateTime } from 'luxon';\nexport const now = () => DateTime.now();",
  ),
  breach(
    syntax,
    'a clock',
    'libs/calendar/src/luxon-local.ts',
    "import { DateTime } from 'luxon';\nexport const now = () => DateTime.utc();",
  ),
  breach(
    globals,
    'a clock',
    'libs/rulebook/src/performance.ts',
    'export const now = () => performance.now();',
  ),
  breach(
    globals,
    'a timer',
    'libs/rulebook/src/timer.ts',
    'export const later = (work: () => void) => setTimeout(work, 1);',
  ),
  breach(properties, 'a random', 'libs/rulebook/src/random.ts', 'export const dice = () => Math.random();'),
  breach(
    imports,
    'a random',
    'libs/timeline/src/uuid.ts',
    "import { randomUUID } from 'node:crypto';\nexport const id = () => randomUUID();",
  ),
  breach(globals, 'a random', 'libs/timeline/src/web.ts', 'export const id = () => crypto.randomUUID();'),
  breach(globals, 'a network', 'libs/plan/src/fetch.ts', "export const text = () => fetch('http://x');"),
  breach(globals, 'the environment', 'libs/plan/src/env.ts', 'export const home = () => process.env.HOME;'),
  breach(
    imports,
    'an actor',
    'libs/rulebook/src/actor.ts',
    "import { createActor } from 'xstate';\nexport const run = createActor;",
  ),
  breach(
    syntax,
    'a delay of XState',
    'libs/procedures/src/after.ts',
    "export const waiting = { after: { 1000: 'overdue' } };",
  ),
  breach(
    syntax,
    'an invocation of XState',
    'libs/procedures/src/invoke.ts',
    "export const waiting = { invoke: { src: 'letter' } };",
  ),
  breach(properties, 'the environment', 'src/web/env.ts', 'export const home = () => process.env.HOME;'),
  breach('no-console', 'the console', 'src/web/console.ts', "console.log('here');"),
  breach(
    typed('no-floating-promises'),
    'a forgotten promise',
    'src/web/floating.ts',
    'const later = async () => 1;\nexport const forget = () => {\n  later();\n};',
  ),
  breach(
    typed('no-misused-promises'),
    'a promise as a condition',
    'src/web/misused.ts',
    'const later = async () => true;\nexport const yes = () => (later() ? 1 : 2);',
  ),
  breach(
    typed('switch-exhaustiveness-check'),
    'a forgotten case',
    'src/web/switch.ts',
    "export const say = (answer: 'yes' | 'no') => {\n  switch (answer) {\n    case 'yes':\n      return 1;\n  }\n  return 2;\n};",
  ),
  breach(typed('no-explicit-any'), 'any', 'src/web/any.ts', 'export const anything: any = 1;'),
  breach(
    typed('consistent-type-imports'),
    'a type imported as a value',
    'src/web/type.ts',
    "import { Whole } from './whole.js';\nexport const show = (whole: Whole) => whole;",
  ),
];

/** Code that looks alike and is lawful. */
export const innocents: Readonly<Record<string, string>> = {
  'src/web/whole.ts': 'export class Whole {\n  one = 1;\n}\n',
  'src/config/env.ts': 'export const home = () => process.env.HOME;\n',
  'src/cases/wall.ts': 'export const wall = () => new Date();\nexport const dice = () => Math.random();\n',
  'libs/calendar/src/given.ts': 'export const day = (instant: string) => new Date(instant);\n',
  'libs/timeline/src/hash.ts':
    "import { createHash } from 'node:crypto';\nexport const digest = (text: string) => createHash('sha256').update(text).digest('hex');\n",
  // A type import here would rob Nest of the class that it injects.
  'src/web/injected.service.ts':
    "import { Injectable } from '@nestjs/common';\nimport { Whole } from './whole.js';\n\n@Injectable()\nexport class Pages {\n  constructor(private readonly whole: Whole) {}\n\n  show() {\n    return this.whole.one;\n  }\n}\n",
};

export const plantedCode: Readonly<Record<string, string>> = {
  ...innocents,
  ...Object.fromEntries(breaches.map(({ file, code }) => [file, `${code}\n`])),
};
