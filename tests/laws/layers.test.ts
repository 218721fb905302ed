import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import config from '../../.dependency-cruiser.js'

const root = join(import.meta.dirname, '..', '..')
const cruiser = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')

const cruise = (folder: string, output: 'err-long' | 'json') =>
  spawnSync(
    process.execPath,
    [
      ...[cruiser, 'lib', 'components', 'entrypoints', 'tests/practice-exchange'],
      ...['--config', '.dependency-cruiser.js', '--output-type', output],
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )

test('the code keeps the rules of .dependency-cruiser.js', { timeout: 60_000 }, () => {
  const { status, stdout, stderr } = cruise(root, 'err-long')
  expect(`${stdout}${stderr}`).toMatch(/no dependency violations found/)
  expect(status).toBe(0)
})

/** Where a file stands, what it imports, and the rule that this breaks; `null`: it may. */
type Case = readonly [what: string, file: string, code: string, broken: string | null]

const cases: readonly Case[] = [
  ['margin imports nothing', 'lib/margin/a', "import '@/lib/rules'", 'lib/margin: layers'],
  ['nor by a relative path', 'lib/margin/b', "import '../rules'", 'lib/margin: layers'],
  ['margin knows no package', 'lib/margin/c', "import 'valibot'", 'lib/margin: packages'],
  ['not even Node', 'lib/margin/d', "import 'node:fs'", 'lib/margin: packages'],
  [
    'the ledger does not know the rules',
    'lib/ledger/a',
    "import '@/lib/rules'",
    'lib/ledger: layers',
  ],
  [
    'the ledger does not know the browser',
    'lib/ledger/b',
    "import 'wxt/browser'",
    'lib/ledger: packages',
  ],
  ['the ledger checks its data', 'lib/ledger/c', "import 'valibot'", null],
  ['the rules do not read the page', 'lib/rules/a', "import '@/lib/page'", 'lib/rules: layers'],
  [
    'nor take a type through its index',
    'lib/rules/b',
    "import type { Door } from '@/lib/page'\nexport type A = Door",
    'lib/rules: layers',
  ],
  [
    'the rules name a reading',
    'lib/rules/c',
    "import type { Reading } from '@/lib/page/reading'\nexport type A = Reading",
    null,
  ],
  [
    'but take no value from there',
    'lib/rules/d',
    "import { reading } from '@/lib/page/reading'\nexport const a = reading",
    'types only from below',
  ],
  [
    'the rules do not know the browser',
    'lib/rules/e',
    "import 'wxt/browser'",
    'lib/rules: packages',
  ],
  ['the rules ask the ledger', 'lib/rules/f', "import '@/lib/ledger'", null],
  [
    'the journal does not know the rules',
    'lib/journal/a',
    "import '@/lib/rules'",
    'lib/journal: layers',
  ],
  ['the journal asks the ledger', 'lib/journal/b', "import '@/lib/ledger'", null],
  ['the reader does not know storage', 'lib/page/a', "import '@/lib/storage'", 'lib/page: layers'],
  ['nor by exporting it again', 'lib/page/b', "export * from '@/lib/storage'", 'lib/page: layers'],
  [
    'nor by a type',
    'lib/page/c',
    "import type { Door } from '@/lib/storage'\nexport type A = Door",
    'lib/page: layers',
  ],
  [
    'the reader does not know the browser',
    'lib/page/d',
    "import 'wxt/browser'",
    'lib/page: packages',
  ],
  ['the reader does not know the rules', 'lib/page/e', "import '@/lib/rules'", 'lib/page: layers'],
  [
    'watch uses everything below',
    'lib/page/watch/b',
    "import '../dom/thing'\nimport '../selectors'",
    null,
  ],
  ['the texts do not know the page', 'lib/i18n/a', "import '@/lib/page'", 'lib/i18n: layers'],
  ['the texts do not know storage', 'lib/i18n/b', "import '@/lib/storage'", 'lib/i18n: layers'],
  ['storage does not read the page', 'lib/storage/a', "import '@/lib/page'", 'lib/storage: layers'],
  ['storage knows where things are kept', 'lib/storage/b', "import 'idb'", null],
  ['one file of it knows the browser', 'lib/storage/slot', "import 'wxt/browser'", null],
  [
    'storage does not know the rest of the browser',
    'lib/storage/c',
    "import 'wxt/browser'",
    'lib/storage: packages',
  ],
  [
    'our pages do not read the exchange',
    'lib/own-page/a',
    "import '@/lib/page'",
    'lib/own-page: layers',
  ],
  ['components do not read the page', 'components/A', "import '@/lib/page'", 'components: layers'],
  [
    'components name a reading',
    'components/B',
    "import type { Reading } from '@/lib/page/reading'\nexport type A = Reading",
    null,
  ],
  [
    'components do not know storage',
    'components/C',
    "import '@/lib/storage'",
    'components: layers',
  ],
  [
    'nor in a folder of theirs',
    'components/journal/A',
    "import '@/lib/storage'",
    'components: layers',
  ],
  ['nor by a relative path', 'components/D', "import '../lib/storage'", 'components: layers'],
  [
    'components do not know the browser',
    'components/E',
    "import 'wxt/browser'",
    'components: packages',
  ],
  [
    'components are made of components',
    'components/F',
    "import './thing'\nimport 'preact/hooks'",
    null,
  ],
  ['a folder has one way in', 'lib/rules/g', "import '@/lib/margin/decimal'", 'index only'],
  [
    'also from an entrypoint',
    'entrypoints/popup/a',
    "import '../../lib/storage/thing'",
    'index only',
  ],
  [
    'a part of a folder may have its own',
    'entrypoints/popup/b',
    "import '@/lib/rules/limits'",
    null,
  ],
  ['inside, the file is named', 'lib/rules/h', "import './index'", 'no index from inside'],
  [
    'an entrypoint wires everything',
    'entrypoints/popup/c',
    "import '@/lib/storage'\nimport '@/lib/page'\nimport 'wxt/browser'\nimport './thing'",
    null,
  ],
  [
    'an entrypoint stands alone',
    'entrypoints/popup/d',
    "import '../journal/thing'",
    'one entrypoint each',
  ],
  [
    'decimal.js is configured in one file',
    'lib/rules/i',
    "import 'decimal.js'",
    'decimal.js in one file',
  ],
  ['which is this one', 'lib/margin/decimal', "import 'decimal.js'", null],
  [
    'the polyfill is not imported by hand',
    'entrypoints/popup/e',
    "import 'webextension-polyfill'",
    'no polyfill by hand',
  ],
  ['messages do not draw', 'lib/a', "import '@/components/thing'", 'lib: layers'],
  ['messages do not draw with Preact', 'lib/b', "import 'preact'", 'lib: packages'],
  ['the journal does not draw', 'lib/journal/c', "import 'uplot'", 'lib/journal: packages'],
  ['the texts know no package', 'lib/i18n/c', "import 'valibot'", 'lib/i18n: packages'],
  [
    'our pages do not draw by themselves',
    'lib/own-page/b',
    "import 'preact'",
    'lib/own-page: packages',
  ],
  [
    'an entrypoint checks nothing itself',
    'entrypoints/popup/f',
    "import 'valibot'",
    'entrypoints: packages',
  ],
  [
    'the loop does not send',
    'entrypoints/popup/loop/a',
    "import { thing } from '../thing'\nexport const a = thing",
    'the loop is pure',
  ],
  [
    'the loop does not store',
    'entrypoints/popup/loop/b',
    "import '@/lib/storage'",
    'the loop is pure',
  ],
  [
    'the loop names what is stored, and judges',
    'entrypoints/popup/loop/c',
    "import type { Door } from '@/lib/storage'\nimport '@/lib/rules/limits'\nexport type A = Door",
    null,
  ],
  ['two files do not import each other', 'lib/rules/j', "import './other-j'", 'no cycles'],
  [
    'not even types',
    'lib/rules/k',
    "import type { K } from './other-k'\nexport type A = K",
    'no cycles',
  ],
  ['what is imported exists', 'lib/rules/l', "import './nowhere'", 'resolvable'],
  [
    'the practice exchange shares no code',
    'tests/practice-exchange/a',
    "import '@/lib/margin'",
    'another program',
  ],
  [
    'and brings its own arithmetic',
    'tests/practice-exchange/b',
    "import 'decimal.js'",
    'another program',
  ],
]

/** What the files of the cases import. */
const scenery: Record<string, string> = {
  'lib/page/index.ts': "export type { Door } from './door'\n",
  'lib/page/door.ts': 'export type Door = 1\n',
  'lib/page/reading.ts': 'export type Reading = 1\nexport const reading = 1\n',
  'lib/page/selectors.ts': 'export const selectors = 1\n',
  'lib/storage/index.ts': "export type { Door } from './thing'\n",
  'lib/storage/thing.ts': 'export type Door = 1\n',
  'lib/rules/index.ts': "export { thing } from './thing'\n",
  'lib/rules/thing.ts': 'export const thing = 1\n',
  'lib/rules/limits/index.ts': 'export const limits = 1\n',
  'lib/rules/other-j.ts': "import './j'\n",
  'lib/rules/other-k.ts': "import type { A } from './k'\nexport type K = A\n",
  'lib/margin/index.ts': "export { thing } from './thing'\n",
  'lib/margin/thing.ts': 'export const thing = 1\n',
  'lib/ledger/index.ts': 'export const thing = 1\n',
  'components/thing.ts': 'export const thing = 1\n',
  'entrypoints/popup/thing.ts': 'export const thing = 1\n',
  'entrypoints/journal/thing.ts': 'export const thing = 1\n',
}

/** Folders of a layer, lower ones first. */
const stacks = {
  'lib/page': 'dom words scan locate solve account actions watch report'.split(' '),
  'lib/rules':
    'facts limits position planning insight panel decision order alerts settings layout'.split(' '),
  'lib/margin': ['rows', 'preview'],
  'lib/journal': ['records', 'files'],
  'lib/storage': ['settings', 'ledger'],
}
for (const [layer, folders] of Object.entries(stacks)) {
  for (const folder of folders) {
    scenery[`${layer}/${folder}/thing.ts`] = 'export const thing = 1\n'
  }
}

/** Each folder of a layer and the one above it. */
const upwardsIn = (layer: string, folders: readonly string[]): Case[] =>
  folders.slice(0, -1).map((folder, at) => {
    const above = folders[at + 1] ?? ''
    const code = `import '../${above}/thing'`
    return [
      `${folder} stands below ${above}`,
      `${layer}/${folder}/a`,
      code,
      `${layer}/${folder}: upwards`,
    ]
  })
const upwards = Object.entries(stacks).flatMap(([layer, folders]) => upwardsIn(layer, folders))

const all = [...cases, ...upwards]

type Violation = { from: string; rule: { name: string } }

describe('in a house where each rule is broken once', { timeout: 60_000 }, () => {
  const house = mkdtempSync(join(tmpdir(), 'margin-brake-laws-'))
  const violations: Violation[] = []

  beforeAll(() => {
    const write = (name: string, text: string): void => {
      mkdirSync(dirname(join(house, name)), { recursive: true })
      writeFileSync(join(house, name), text)
    }
    for (const [name, text] of Object.entries(scenery)) write(name, text)
    for (const [, file, code] of all) write(`${file}.ts`, `${code}\n`)
    for (const file of ['package.json', '.dependency-cruiser.js', '.wxt/tsconfig.json']) {
      cpSync(join(root, file), join(house, file))
    }
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'dir')
    const { stdout, stderr } = cruise(house, 'json')
    expect(stderr).toBe('')
    const result = JSON.parse(stdout) as { summary: { violations: Violation[] } }
    violations.push(...result.summary.violations)
  })
  afterAll(() => {
    rmSync(house, { recursive: true, force: true })
  })

  test.each(all)('%s', (_, file, __, broken) => {
    const found = violations.filter(({ from }) => from === `${file}.ts`)
    const names = found.map(({ rule }) => rule.name)
    if (broken === null) expect(names).toEqual([])
    else expect(names).toContain(broken)
  })

  test('no rule is left unbroken', () => {
    const broken = new Set(violations.map(({ rule }) => rule.name))
    const rules = (config.forbidden ?? []).map(({ name }) => name ?? '')
    // An entrypoint may import all that there is; the other one is for circles of types that still stand.
    const unbreakable = ['entrypoints: layers', 'no cycles of values']
    expect(rules.filter((name) => !broken.has(name) && !unbreakable.includes(name))).toEqual([])
  })
})
