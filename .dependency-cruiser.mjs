/**
 * Which room may know which. Imports run one way:
 * libs <- config <- platform <- access <- vault <- cases <- rooms of work <- api, web <- main.
 * `test/architecture` plants one violation per rule and expects the rule to answer by its name.
 */

/** Libraries in their order: each imports only those before it. */
const libraries = ['vocabulary', 'plan', 'calendar', 'indicators', 'timeline', 'procedures', 'rulebook'];

/** Packages and Node modules that a library may import beside `zod`. */
const allowances = {
  timeline: ['canonicalize', 'crypto'],
  procedures: ['xstate'],
  rulebook: ['xstate'],
  calendar: ['luxon'],
};

/** Rooms under the rooms of work, in their order: each imports only those before it. */
const foundations = ['config', 'platform', 'access', 'vault', 'cases'];
const doors = ['api', 'web'];

const specs = '\\.spec\\.ts$';
const oneOf = (names) => `(${names.join('|')})`;
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const libraryOrder = libraries
  .slice(0, -1)
  .map((library, index) =>
    rule(
      `libs-${library}-imports-only-libs-before-it`,
      `Imports between libraries run one way, so that ${library} can be read and tested without what builds on it.`,
      { path: `^libs/${library}/`, pathNot: specs },
      { path: `^libs/${oneOf(libraries.slice(index + 1))}/` },
    ),
  );

const libraryPackages = libraries.map((library) => {
  const packages = ['zod', ...(allowances[library] ?? [])];
  return rule(
    `libs-${library}-imports-only-its-packages`,
    `Few packages keep a pure library pure: ${library} may use ${packages.join(', ')} and nothing else.`,
    { path: `^libs/${library}/`, pathNot: specs },
    {
      dependencyTypesNot: ['local', 'localmodule', 'aliased', 'aliased-subpath-import', 'undetermined'],
      pathNot: [`node_modules/(@types/)?${oneOf(packages)}/`, `^(node:)?${oneOf(packages)}$`, '^libs/'],
    },
  );
});

const pure = { path: '^libs/', pathNot: specs };
const purity = [
  rule(
    'libs-open-no-file',
    'The rulebook answers from what it is given; data comes in by JSON import, so that a replay years later needs no disk.',
    pure,
    { path: '^(node:)?(fs|fs/promises|path|os)$' },
  ),
  rule(
    'libs-call-no-network',
    'A decision that waits for a network could not run inside a transaction, nor be replayed.',
    pure,
    { path: '^(node:)?(net|tls|http|https|http2|dgram|dns|dns/promises)$' },
  ),
  rule('libs-start-no-process', 'A process of its own would be clock, disk and network at once.', pure, {
    path: '^(node:)?(child_process|cluster|worker_threads|timers|timers/promises|process)$',
  }),
  rule('libs-know-no-framework', 'The rules of law outlive the framework that serves them.', pure, {
    path: 'node_modules/(@nestjs|express|rxjs|reflect-metadata|bullmq|ioredis)/',
  }),
  rule(
    'libs-know-no-database',
    'A guard that reads the database gives another answer tomorrow; facts are loaded before and handed in.',
    pure,
    { path: 'node_modules/(typeorm|pg|pg-[^/]+|@types/pg)/' },
  ),
  rule(
    'libs-know-no-application',
    'Libraries are the ground floor: what stands on them may change without them.',
    { path: '^libs/', pathNot: specs },
    { path: '^(src|migrations|tools|test|bench)/' },
  ),
];

const foundationOrder = foundations.map((room, index) =>
  rule(
    `src-${room}-imports-only-rooms-below-it`,
    `Rooms are built one on another; ${room} must stand without the rooms above it.`,
    { path: `^src/${room}/`, pathNot: specs },
    { path: '^src/', pathNot: `^src/${oneOf(foundations.slice(0, index + 1))}/` },
  ),
);

const work = { path: '^src/([^/]+)/', pathNot: [`^src/${oneOf([...foundations, ...doors])}/`, specs] };
const indexes = ['^src/[^/]+/index\\.ts$', '^src/platform/[^/]+/index\\.ts$'];
const rooms = [
  rule(
    'rooms-of-work-never-meet',
    'Rooms of work meet through effects, commands and SQL views; an import would let one change a case behind the one door.',
    work,
    { path: '^src/[^/]+/', pathNot: [`^src/${oneOf([...foundations, ...doors])}/`, '^src/$1/'] },
  ),
  rule(
    'rooms-of-work-stay-below-the-doors',
    'What a room of work does must not depend on who asked, a page or a partner system.',
    work,
    { path: `^src/(${oneOf(doors)}/|[^/]+\\.ts$)` },
  ),
  rule(
    'api-and-web-never-meet',
    'Pages and interface call the same services; one calling the other would make a second way in.',
    { path: `^src/${oneOf(doors)}/`, pathNot: specs },
    { path: `^src/${oneOf(doors)}/`, pathNot: '^src/$1/' },
  ),
  rule(
    'only-main-knows-everything',
    'The processes are put together in one place; nobody below may lean on it.',
    { path: '^src/[^/]+/' },
    { path: '^src/[^/]+\\.ts$' },
  ),
  rule(
    'rooms-are-entered-by-their-index',
    'A room may rearrange its inside freely as long as its index stays. Each part of the platform has its own.',
    { path: '^src/([^/]+)/', pathNot: specs },
    { path: '^src/[^/]+/.', pathNot: ['^src/$1/', ...indexes] },
  ),
  rule(
    'main-enters-rooms-by-their-index',
    'What main needs of a room is what the room shows.',
    { path: '^src/[^/]+\\.ts$', pathNot: specs },
    { path: '^src/[^/]+/.', pathNot: indexes },
  ),
  rule(
    'libs-are-entered-by-their-index',
    'A library is what its index exports; its data and its inner files may move.',
    { path: '^(src|migrations)/', pathNot: specs },
    { path: '^libs/[^/]+/.', pathNot: '^libs/[^/]+/src/index\\.ts$' },
  ),
  rule(
    'libs-enter-one-another-by-their-index',
    'A library is what its index exports, for its neighbours too.',
    { path: '^libs/([^/]+)/', pathNot: specs },
    { path: '^libs/[^/]+/.', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
  ),
];

const everywhere = [
  rule(
    'no-circular',
    'Files that need each other at run time load in an order nobody chose. Types may look at each other.',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
  rule(
    'no-tests-in-production',
    'What runs for real people must not carry test code.',
    { path: '^(src|migrations)/', pathNot: specs },
    { path: ['^(test|bench)/', specs] },
  ),
  rule(
    'no-development-packages-in-production',
    'The image installs no development packages: such an import would fail only there.',
    { path: '^(src|libs|migrations)/', pathNot: specs },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'no-undeclared-packages',
    'A package that only another package brings along may vanish with the next update.',
    { path: '^(src|libs|migrations|tools|test|bench)/' },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'no-unresolvable',
    'An import that leads nowhere is a typing error or a missing package. What is built may not be built yet.',
    {},
    { couldNotResolve: true, pathNot: '^(\\.\\./)*dist/' },
  ),
];

export default {
  forbidden: [...libraryOrder, ...libraryPackages, ...purity, ...foundationOrder, ...rooms, ...everywhere],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|\\.data)/' },
    // Without `source` the aliases lead into dist, and a forbidden import through them goes unseen.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
