import { join } from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'

/** Each law bites where it should, and nowhere else. Snippets stand in for files that exist. */
const root = join(import.meta.dirname, '..', '..')
const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    // With CI set, the types would be those of the files, never of the snippets.
    languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } },
  },
})

const rulesBroken = async (file: string, code: string): Promise<string[]> => {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: join(root, file) })
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId !== null && !ruleId.includes('unused'))
    .map(({ ruleId, message }) => ruleId ?? message)
}

const IMPORTS = '@typescript-eslint/no-restricted-imports'
const margin = 'lib/margin/notional.ts'
const sheet = 'components/FigureRow.tsx'
const entrypoint = 'entrypoints/background.ts'

const decimals = (expression: string): string =>
  `import { Decimal } from '@/lib/margin'
export const f = (d: Decimal, other: Decimal, maybe: Decimal | null) => [new Decimal(1), d, other, maybe, ${expression}]`

const broken: [law: string, file: string, code: string, rule: string][] = [
  ['lib/margin imports nothing of the house', margin, "import '@/lib/rules'", IMPORTS],
  ['lib/margin does not leave its folder', margin, "import '../rules'", IMPORTS],
  ['lib/ledger does not know the rules', 'lib/ledger/episode.ts', "import '@/lib/rules'", IMPORTS],
  ['lib/rules does not know the page', 'lib/rules/band.ts', "import '@/lib/page'", IMPORTS],
  ['lib/journal does not know the rules', 'lib/journal/totals.ts', "import '@/lib/rules'", IMPORTS],
  ['lib/page does not know storage', 'lib/page/read-cells.ts', "import '@/lib/storage'", IMPORTS],
  ['lib/storage does not know the page', 'lib/storage/items.ts', "import '@/lib/page'", IMPORTS],
  ['components do not know the page', sheet, "import '@/lib/page'", IMPORTS],
  ['components do not know the browser', sheet, "import 'wxt/browser'", IMPORTS],
  [
    'the journal’s components do not know storage',
    'components/journal/JournalPage.tsx',
    "import '@/lib/storage'",
    IMPORTS,
  ],
  ['components do not know storage', sheet, "import '@/lib/storage'", IMPORTS],
  [
    'a folder is entered by its door',
    'lib/rules/band.ts',
    "import '@/lib/margin/decimal'",
    IMPORTS,
  ],
  [
    'storage is entered by its door',
    'entrypoints/background.ts',
    "import '@/lib/storage/items'",
    IMPORTS,
  ],
  ['no way round by a relative path', sheet, "import '../lib/page'", IMPORTS],
  [
    'no way round from an entrypoint',
    'entrypoints/popup/main.tsx',
    "import '../../lib/storage'",
    IMPORTS,
  ],
  [
    'no way round by a re-export',
    'lib/page/read-cells.ts',
    "export * from '@/lib/storage'",
    IMPORTS,
  ],
  [
    'no way round by a type',
    'lib/page/read-cells.ts',
    "import type { Limits } from '@/lib/rules'\nexport type Wrong = Limits",
    IMPORTS,
  ],
  [
    'no way round by an import at run time',
    'lib/page/read-cells.ts',
    "export const wrong = import('@/lib/storage')",
    'no-restricted-syntax',
  ],
  ['lib/margin knows no package', margin, "import 'valibot'", IMPORTS],
  ['lib/margin knows no package with a scope', margin, "import '@types/node'", IMPORTS],
  [
    'lib/ledger does not know the browser',
    'lib/ledger/episode.ts',
    "import 'wxt/browser'",
    IMPORTS,
  ],
  ['lib/rules does not know the browser', 'lib/rules/band.ts', "import 'wxt/browser'", IMPORTS],
  ['lib/page does not know the browser', 'lib/page/read-cells.ts', "import 'wxt/browser'", IMPORTS],
  ['lib/page does not know the rules', 'lib/page/read-cells.ts', "import '@/lib/rules'", IMPORTS],
  ['lib/i18n does not know the page', 'lib/i18n/format.ts', "import '@/lib/page'", IMPORTS],
  ['lib/i18n does not know storage', 'lib/i18n/format.ts', "import '@/lib/storage'", IMPORTS],
  ['the polyfill is not imported by hand', entrypoint, "import 'webextension-polyfill'", IMPORTS],
  ['nor in storage', 'lib/storage/items.ts', "import 'webextension-polyfill'", IMPORTS],
  ['decimal.js is imported in one file', 'lib/rules/band.ts', "import 'decimal.js'", IMPORTS],
  ...[
    'new Decimal(9) < new Decimal(10)',
    'd === other',
    'd == other',
    'd + other',
    '-d',
    '+d',
    '`at ${d}`',
    '(maybe ?? d) > 0',
  ].map((wrong): [string, string, string, string] => [
    `no operators on Decimals: ${wrong}`,
    'lib/rules/band.ts',
    decimals(wrong),
    'house/no-decimal-operators',
  ]),
  [
    'Decimal is configured once',
    'lib/rules/band.ts',
    "import { Decimal } from '@/lib/margin'\nDecimal.set({ precision: 5 })",
    'no-restricted-syntax',
  ],
  [
    'no querySelector outside lib/page',
    'entrypoints/futures.content/mount-panel.ts',
    "export const found = document.querySelector('a')",
    'no-restricted-syntax',
  ],
  [
    'no innerHTML',
    'entrypoints/futures.content/mount-panel.ts',
    "document.body.innerHTML = ''",
    'no-restricted-syntax',
  ],
  [
    'no markup out of text',
    sheet,
    "export const Bad = () => <p dangerouslySetInnerHTML={{ __html: '' }} />",
    'no-restricted-syntax',
  ],
  ...[
    'fetch("a")',
    'new XMLHttpRequest()',
    'new WebSocket("a")',
    'new EventSource("a")',
    'new Image()',
    'importScripts("a")',
  ].map((call): [string, string, string, string] => [
    `no network: ${call}`,
    'entrypoints/background.ts',
    `export const asked = ${call}`,
    'no-restricted-globals',
  ]),
  [
    'no beacon',
    'entrypoints/background.ts',
    "navigator.sendBeacon('a')",
    'no-restricted-properties',
  ],
  [
    'no way round by globalThis',
    'entrypoints/background.ts',
    "export const asked = globalThis.fetch('a')",
    'no-restricted-properties',
  ],
  [
    'no beacon by another path',
    'entrypoints/background.ts',
    "window.navigator.sendBeacon('a')",
    'no-restricted-properties',
  ],
  ...['chrome.storage', 'browser.storage', 'localStorage.length', 'sessionStorage.length'].map(
    (read): [string, string, string, string] => [
      `no way past lib/storage: ${read}`,
      entrypoint,
      `export const found = ${read}`,
      'no-restricted-globals',
    ],
  ),
  ...[
    'document.body.click()',
    "document.dispatchEvent(new Event('a'))",
    "document.body.title = ''",
  ].map((act): [string, string, string, string] => [
    `lib/page does not touch the page: ${act}`,
    'lib/page/read-cells.ts',
    act,
    'no-restricted-syntax',
  ]),
  ['no eval', entrypoint, "export const wrong = eval('1')", 'no-eval'],
  [
    'the practice exchange shares no code',
    'tests/practice-exchange/view.ts',
    "import '@/lib/margin'",
    IMPORTS,
  ],
]

const kept: [law: string, file: string, code: string][] = [
  ['lib/journal may ask the ledger', 'lib/journal/totals.ts', "import '@/lib/ledger'"],
  ['lib/rules may ask the ledger', 'lib/rules/band.ts', "import '@/lib/ledger'"],
  [
    'lib/page may search the page',
    'lib/page/read-cells.ts',
    "export const a = document.querySelector('a')",
  ],
  ...[
    'd.lt(10)',
    'maybe === null',
    'maybe ?? d',
    '`at ${d.toFixed()}`',
    'd instanceof Decimal',
  ].map((right): [string, string, string] => [
    `a Decimal by its methods: ${right}`,
    'lib/rules/band.ts',
    decimals(right),
  ]),
  ['lib/ledger checks its data', 'lib/ledger/episode.ts', "import 'valibot'"],
  ['lib/storage knows where things are kept', 'lib/storage/items.ts', "import 'wxt/utils/storage'"],
  ['components are made of components', sheet, "import './translation-context'"],
  ['an entrypoint wires everything', entrypoint, "import '@/lib/storage'\nimport 'wxt/browser'"],
  ['an entrypoint has files of its own', 'entrypoints/popup/main.tsx', "import './style.css'"],
  [
    'our own pages find their root',
    'entrypoints/popup/main.tsx',
    "export const root = document.getElementById('popup')",
  ],
  // Last: the type checker remembers the snippet in the file's place.
  ['the one file may import decimal.js', 'lib/margin/decimal.ts', "import 'decimal.js'"],
]

describe('laws', { timeout: 60_000 }, () => {
  test.each(broken)('%s', async (_, file, code, rule) => {
    expect(await rulesBroken(file, code)).toContain(rule)
  })
  test.each(kept)('%s', async (_, file, code) => {
    expect(await rulesBroken(file, code)).toEqual([])
  })
})
