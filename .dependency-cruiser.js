// Who may import whom. `tests/laws/layers.test.ts` applies these rules to the code, and breaks each one once.
// The drawing that goes with it is in docs/architecture.md.

/**
 * Every part of the extension, what it may import of the others, and which packages it may know.
 * `types`: what it may import with `import type` only.
 */
const layers = [
  { path: 'lib/margin', may: [], packages: [] },
  { path: 'lib/page', may: ['lib/margin'], packages: [] },
  { path: 'lib/ledger', may: ['lib/margin'], packages: ['valibot'] },
  { path: 'lib/rules', may: ['lib/margin', 'lib/ledger'], types: true, packages: [] },
  { path: 'lib/journal', may: ['lib/margin', 'lib/ledger'], packages: ['valibot'] },
  { path: 'lib/i18n', may: ['lib/margin', 'lib/rules'], types: true, packages: [] },
  {
    path: 'lib/storage',
    may: ['lib/margin', 'lib/ledger', 'lib/rules', 'lib/journal', 'lib/i18n'],
    types: true,
    packages: ['idb', 'valibot'],
  },
  {
    path: 'lib/own-page',
    may: ['lib/rules', 'lib/storage', 'lib/i18n', 'lib/(?:messages|store)\\.ts$'],
    packages: ['valibot', 'wxt/browser'],
  },
  // The files of lib itself: messages and commands.
  { path: 'lib/[^/]+\\.ts$', may: ['lib'], packages: ['valibot', 'wxt/browser'] },
  {
    path: 'components',
    may: ['lib/rules', 'lib/journal', 'lib/i18n'],
    types: true,
    packages: ['preact', 'uplot'],
  },
  { path: 'entrypoints', may: ['lib', 'components'], packages: ['preact', 'uplot', 'wxt'] },
]

/** Lower ones first: a folder of these layers imports those before it, and never one after it. */
const stacks = {
  'lib/page': 'dom words scan locate solve account actions watch report'.split(' '),
  'lib/rules':
    'facts limits position planning insight panel decision order alerts settings layout'.split(' '),
  'lib/margin': ['rows', 'preview'],
  'lib/journal': ['records', 'files'],
  'lib/storage': ['settings', 'ledger'],
}

/** The vocabulary of a reading: types without a browser, which every layer above may name. */
const READING = '^lib/page/(?:action-)?reading\\.ts$'

/** Circles of types that still stand. The list only shrinks. */
const typeCycles = ['^lib/rules/panel/(?:card-order|panel-model)\\.ts$']

/** Everything that is not a file of ours. */
const PACKAGES = 'core npm npm-dev npm-optional npm-peer npm-bundled npm-no-pkg npm-unknown'.split(
  ' ',
)
const anyOf = (names) => `(?:${names.join('|')})`
const inFolder = (path) => (path.endsWith('$') ? `^${path}` : `^${path}/`)
/** `wxt/browser` is `wxt/dist/browser.mjs`. */
const onDisk = (name) => name.replace(/^wxt\//, 'wxt/dist/')
const nameOf = (path) => (path.endsWith('$') ? 'lib' : path)
const list = (names) => (names.length === 0 ? 'nothing' : names.join(', '))

/** The one file of a layer that knows more than the rest of it. */
const atTheEdge = {
  'lib/margin': '^lib/margin/decimal\\.ts$',
  'lib/storage': '^lib/storage/slot\\.ts$',
}

const layerRules = layers.flatMap(({ path, may, types = false, packages }) => [
  {
    name: `${nameOf(path)}: layers`,
    severity: 'error',
    comment: `${nameOf(path)} may import ${list(may)} of the house${types ? ', and types of a reading' : ''}. Take what you need as an argument, or move it to a layer below both.`,
    from: { path: inFolder(path) },
    to: {
      path: '^(?:lib|components|entrypoints)/',
      pathNot: [inFolder(path), ...may.map(inFolder), ...(types ? [READING] : [])],
    },
  },
  {
    name: `${nameOf(path)}: packages`,
    severity: 'error',
    comment: `${nameOf(path)} may know ${list(packages)}. Use another package in a layer that may know it, and pass in the result.`,
    from: {
      path: inFolder(path),
      ...(atTheEdge[path] !== undefined && { pathNot: atTheEdge[path] }),
    },
    to: {
      dependencyTypes: PACKAGES,
      ...(packages.length > 0 && {
        pathNot: `node_modules/${anyOf(packages.map(onDisk))}(?:/|\\.)`,
      }),
    },
  },
])

const downwards = (layer, folders) =>
  folders.slice(0, -1).map((folder, index) => ({
    name: `${layer}/${folder}: upwards`,
    severity: 'error',
    comment: `The folders of ${layer} import downwards only (${folders.join(' < ')}). Move what ${folder} needs to ${folder} or below it.`,
    from: { path: `^${layer}/${folder}/` },
    to: { path: `^${layer}/${anyOf(folders.slice(index + 1))}/` },
  }))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...layerRules,
    ...Object.entries(stacks).flatMap(([layer, folders]) => downwards(layer, folders)),
    {
      name: 'types only from below',
      severity: 'error',
      comment:
        'Write `import type` for what comes from a reading of lib/page: a layer above may name a reading, not read one.',
      from: { pathNot: ['^lib/page/', '^entrypoints/', '^lib/[^/]+\\.ts$', '^tests/'] },
      to: { path: READING, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the loop is pure',
      severity: 'error',
      comment:
        'What happens and what follows from it is decided without a browser: import types, or functions of lib/rules, lib/ledger, lib/i18n and lib/margin. Sending, storing and drawing belong to effect-runner.ts, event-sources.ts and draw.tsx.',
      from: { path: '/loop/' },
      to: {
        pathNot: [
          '/loop/',
          '^lib/(?:rules/[^/]+|ledger|i18n|margin)/index\\.ts$',
          '^lib/store\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'index only',
      severity: 'error',
      comment:
        'Import a folder of lib through its index.ts (`@/lib/margin`). If the name is missing there, ask whether it belongs outside its folder.',
      from: { path: '^(lib/[^/]+|components|entrypoints)' },
      to: {
        path: '^lib/[^/]+/.',
        pathNot: ['^$1/', '^lib/[^/]+/index\\.ts$', '^lib/[^/]+/[^/]+/index\\.ts$', READING],
      },
    },
    {
      name: 'no index from inside',
      severity: 'error',
      comment: 'Inside a folder, import the file itself: its index.ts is for the others.',
      from: { path: '^(lib/[^/]+)/', pathNot: '/index\\.ts$' },
      to: { path: '^$1/index\\.ts$' },
    },
    {
      name: 'one entrypoint each',
      severity: 'error',
      comment:
        'An entrypoint does not import from another one. Move what both need to components or lib.',
      from: { path: '^entrypoints/([^/]+)/' },
      to: { path: '^entrypoints/', pathNot: ['^entrypoints/$1/', '\\.css$'] },
    },
    {
      name: 'no cycles',
      severity: 'error',
      comment:
        'These files import each other in a circle. Move what both need to a third file below them.',
      from: { pathNot: typeCycles },
      to: { circular: true },
    },
    {
      name: 'no cycles of values',
      severity: 'error',
      comment:
        'These files import each other in a circle. Move what both need to a third file below them.',
      from: { path: typeCycles },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'decimal.js in one file',
      severity: 'error',
      comment: 'Import Decimal from @/lib/margin: it is configured there, once.',
      from: { pathNot: '^lib/margin/decimal\\.ts$' },
      to: { path: 'node_modules/decimal\\.js/' },
    },
    {
      name: 'no polyfill by hand',
      severity: 'error',
      comment: 'Import { browser } from wxt/browser: the build puts the polyfill behind it.',
      from: {},
      to: { path: 'node_modules/webextension-polyfill/' },
    },
    {
      name: 'another program',
      severity: 'error',
      comment:
        'The practice exchange shares no code with the extension: it is what the extension is checked against.',
      from: { path: '^tests/practice-exchange/' },
      to: { path: ['^(?:lib|components|entrypoints)/', 'node_modules/decimal\\.js/'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'This import leads to no file. Is the package in package.json?',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '^wxt/virtual'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count, and are told apart from values.
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: '.wxt/tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
}
