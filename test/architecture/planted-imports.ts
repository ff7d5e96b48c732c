/** One forbidden import: the file that has it and what it imports. */
interface Violation {
  readonly rule: string;
  readonly file: string;
  readonly imports: string;
}

const libraries = ['vocabulary', 'plan', 'calendar', 'indicators', 'timeline', 'procedures', 'rulebook'];
const foundations = ['config', 'platform', 'access', 'vault', 'cases'];
const rooms = [...foundations, 'reflection', 'handoffs', 'api', 'web'];

const violation = (rule: string, file: string, imports: string): Violation => ({ rule, file, imports });

const betweenLibraries = libraries.slice(0, -1).map((library, index) => {
  const rule = `libs-${library}-imports-only-libs-before-it`;
  return violation(rule, `libs/${library}/src/upwards.ts`, `#libs/${libraries[index + 1]}`);
});

const packagesOfLibraries = libraries.map((library) => {
  const rule = `libs-${library}-imports-only-its-packages`;
  return violation(rule, `libs/${library}/src/package.ts`, library === 'calendar' ? 'xstate' : 'luxon');
});

const betweenFoundations = foundations.map((room, index) => {
  const rule = `src-${room}-imports-only-rooms-below-it`;
  return violation(rule, `src/${room}/upwards.ts`, `../${rooms[index + 1]}/index.js`);
});

/** At least one violation per rule of `.dependency-cruiser.mjs`. */
export const violations: readonly Violation[] = [
  ...betweenLibraries,
  ...packagesOfLibraries,
  violation('libs-open-no-file', 'libs/plan/src/file.ts', 'node:fs'),
  violation('libs-open-no-file', 'libs/plan/src/file-promises.ts', 'fs/promises'),
  violation('libs-call-no-network', 'libs/rulebook/src/network.ts', 'node:https'),
  violation('libs-start-no-process', 'libs/rulebook/src/child.ts', 'node:child_process'),
  violation('libs-know-no-framework', 'libs/rulebook/src/nest.ts', '@nestjs/common'),
  violation('libs-know-no-database', 'libs/rulebook/src/orm.ts', 'typeorm'),
  violation('libs-know-no-database', 'libs/timeline/src/pg.ts', 'pg'),
  violation('libs-know-no-application', 'libs/rulebook/src/application.ts', '../../../src/cases/index.js'),
  ...betweenFoundations,
  violation('rooms-of-work-never-meet', 'src/reflection/neighbour.ts', '../handoffs/index.js'),
  violation('rooms-of-work-stay-below-the-doors', 'src/handoffs/page.ts', '../web/index.js'),
  violation('api-and-web-never-meet', 'src/web/call.ts', '../api/index.js'),
  violation('only-main-knows-everything', 'src/web/process.ts', '../main.js'),
  violation('rooms-are-entered-by-their-index', 'src/api/inside.ts', '../cases/inside.js'),
  violation('main-enters-rooms-by-their-index', 'src/main.worker.ts', './cases/inside.js'),
  violation('libs-are-entered-by-their-index', 'src/cases/library.ts', '../../libs/plan/src/inside.js'),
  violation('libs-enter-one-another-by-their-index', 'libs/rulebook/src/deep.ts', '../../plan/src/inside.js'),
  violation('no-circular', 'src/cases/circle-back.ts', './circle.js'),
  violation('no-tests-in-production', 'src/cases/test-code.ts', '../../test/support/fake.js'),
  violation('no-development-packages-in-production', 'src/api/development.ts', 'fast-check'),
  violation('no-undeclared-packages', 'src/api/undeclared.ts', 'acorn'),
  violation('no-unresolvable', 'src/api/nowhere.ts', './nowhere-at-all.js'),
];

const lawful: Readonly<Record<string, string>> = {
  'src/main.ts': "import './api/index.js';\nimport './web/index.js';\n",
  'src/cases/inside.ts': 'export const inside = 1;\n',
  'src/cases/circle.ts': "import './circle-back.js';\n",
  'src/cases/lawful.ts':
    "import '../platform/index.js';\nimport '../platform/database/index.js';\nimport '#libs/rulebook';\n",
  'src/platform/database/index.ts': 'export const database = 1;\n',
  'src/reflection/lawful.ts': "import '../cases/index.js';\nimport '#libs/procedures';\n",
  'src/web/lawful.ts': "import '../reflection/index.js';\nimport '../handoffs/index.js';\n",
  'test/support/fake.ts': 'export const fake = 1;\n',
  'libs/plan/src/inside.ts': 'export const inside = 1;\n',
  'libs/plan/src/lawful.spec.ts': "import 'node:fs';\nimport 'fast-check';\n",
  'libs/timeline/src/lawful.ts': "import 'node:crypto';\nimport 'canonicalize';\nimport '#libs/plan';\n",
  'libs/calendar/src/lawful.ts': "import 'luxon';\nimport 'zod';\nimport type { Zone } from 'luxon';\n",
  'libs/rulebook/src/lawful.ts':
    "import 'xstate';\nimport '#libs/procedures';\nimport './circle-of-types.js';\n",
  'libs/rulebook/src/circle-of-types.ts':
    "import type { b } from './circle-of-types-back.js';\nexport type a = b;\n",
  'libs/rulebook/src/circle-of-types-back.ts':
    "import type { a } from './circle-of-types.js';\nexport type b = a;\n",
};

const indexes = [...libraries.map((name) => `libs/${name}/src`), ...rooms.map((name) => `src/${name}`)].map(
  (folder) => [`${folder}/index.ts`, 'export const shown = 1;\n'],
);

/** The planted violations among files that break no rule. */
export const plantedImports: Readonly<Record<string, string>> = {
  ...Object.fromEntries(indexes),
  ...lawful,
  ...Object.fromEntries(violations.map(({ file, imports }) => [file, `import '${imports}';\n`])),
};
