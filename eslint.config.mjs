import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

const browserGlobals = Object.fromEntries(
  ['document', 'window', 'location', 'addEventListener', 'fetch', 'DOMParser', 'EventSource'].map((name) => [
    name,
    'readonly',
  ]),
);
const nodeGlobals = Object.fromEntries(
  [
    'process',
    'console',
    'Buffer',
    'URL',
    'URLSearchParams',
    'AbortController',
    'AbortSignal',
    'fetch',
    'performance',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'setImmediate',
    'structuredClone',
    'TextEncoder',
    'TextDecoder',
  ].map((name) => [name, 'readonly']),
);

/** In libs the time and every other fact comes in as an argument, so that a decision can be replayed. */
const noClock = 'A library has no clock: take `now` as an argument.';
const noRandom = 'A library has no random: take the id or the number as an argument.';
const noOutside = 'A library sees nothing of the machine it runs on: take it as an argument.';
const impureGlobals = [
  ...['setTimeout', 'setInterval', 'setImmediate', 'performance'].map((name) => ({ name, message: noClock })),
  ...['process', 'console', 'fetch', 'WebSocket'].map((name) => ({ name, message: noOutside })),
  { name: 'crypto', message: noRandom },
];
const impureProperties = [
  { object: 'Date', property: 'now', message: noClock },
  { object: 'DateTime', property: 'now', message: noClock },
  { object: 'Math', property: 'random', message: noRandom },
];
const impureSyntax = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: noClock },
  { selector: "CallExpression[callee.name='Date']", message: noClock },
  {
    selector:
      "CallExpression[callee.object.name='DateTime'][callee.property.name=/^(local|utc)$/][arguments.length=0]",
    message: noClock,
  },
];
const randomOfCrypto = {
  name: 'node:crypto',
  importNames: ['randomUUID', 'randomBytes', 'randomInt', 'randomFillSync', 'webcrypto', 'getRandomValues'],
  message: noRandom,
};
const actorsOfXstate = {
  name: 'xstate',
  importNames: ['createActor', 'interpret', 'Actor', 'waitFor', 'fromPromise', 'fromCallback'],
  message:
    'Statecharts run only through the pure transition(): an actor would run actions and timers itself.',
};
const timedStatecharts = [
  {
    selector: "Property[key.name='after']",
    message:
      'No `after`: a delay of 45 days fires at once in Node, and a restored snapshot loses its timers.',
  },
  {
    selector: "Property[key.name='invoke']",
    message: 'No `invoke`: consequences leave the rulebook as data.',
  },
];

export default defineConfig(
  globalIgnores(['dist', 'coverage', '.data']),
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: { eqeqeq: 'error', 'no-console': 'error' },
  },
  {
    files: ['**/*.ts', '**/*.mts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Stays silent in files with decorators, where a type import would rob Nest of the class to inject.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // A function of an asynchronous interface may have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/config/**', '**/*.spec.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only src/config reads the environment.' },
      ],
    },
  },
  {
    files: ['libs/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-properties': ['error', ...impureProperties],
      'no-restricted-syntax': ['error', ...impureSyntax],
      'no-restricted-imports': ['error', { paths: [randomOfCrypto, actorsOfXstate] }],
    },
  },
  {
    files: ['libs/procedures/**/*.ts', 'libs/rulebook/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...impureSyntax, ...timedStatecharts] },
  },
  {
    // Bodies of answers in tests have no type; the assertions themselves are the check.
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: nodeGlobals },
  },
  {
    files: ['src/web/**/*.js'],
    languageOptions: { globals: browserGlobals },
  },
  { files: ['tools/**', 'bench/**'], rules: { 'no-console': 'off' } },
);
