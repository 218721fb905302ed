import { join } from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'

/** Each rule of what a file may do bites where it should, and nowhere else. Snippets stand in for files that exist. */
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

const sheet = 'components/figures/FigureRow.tsx'
const entrypoint = 'entrypoints/background.ts'

const decimals = (expression: string): string =>
  `import { Decimal } from '@/lib/margin'
export const f = (d: Decimal, other: Decimal, maybe: Decimal | null) => [new Decimal(1), d, other, maybe, ${expression}]`

const broken: [law: string, file: string, code: string, rule: string][] = [
  [
    'imports stand at the top of a file',
    'lib/page/watch/read-page.ts',
    "export const wrong = import('@/lib/storage')",
    'no-restricted-syntax',
  ],
  ...[
    'new Decimal(9) < new Decimal(10)',
    'd === other',
    'd == other',
    'd + other',
    '-d',
    '+d',
    '`at ${d}`',
    '(maybe ?? d) > 0',
    'd.sqrt()',
    'maybe?.toString()',
  ].map((wrong): [string, string, string, string] => [
    `no operators on Decimals: ${wrong}`,
    'lib/rules/position/band.ts',
    decimals(wrong),
    'house/no-decimal-operators',
  ]),
  [
    'Decimal is configured once',
    'lib/rules/position/band.ts',
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
  ...['Date.now()', 'document.body', 'setTimeout(() => undefined)'].map(
    (asked): [string, string, string, string] => [
      `the loop is pure: ${asked}`,
      'entrypoints/futures.content/loop/judge.ts',
      `export const found = ${asked}`,
      'no-restricted-globals',
    ],
  ),
  ...[
    'document.body.click()',
    "document.dispatchEvent(new Event('a'))",
    "document.body.title = ''",
  ].map((act): [string, string, string, string] => [
    `lib/page does not touch the page: ${act}`,
    'lib/page/watch/read-page.ts',
    act,
    'no-restricted-syntax',
  ]),
  ['no eval', entrypoint, "export const wrong = eval('1')", 'no-eval'],
]

const kept: [law: string, file: string, code: string][] = [
  [
    'lib/page may search the page',
    'lib/page/watch/read-page.ts',
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
    'lib/rules/position/band.ts',
    decimals(right),
  ]),
  [
    'our own pages find their root',
    'entrypoints/popup/main.tsx',
    "export const root = document.getElementById('popup')",
  ],
]

describe('laws', { timeout: 60_000 }, () => {
  test.each(broken)('%s', async (_, file, code, rule) => {
    expect(await rulesBroken(file, code)).toContain(rule)
  })
  test.each(kept)('%s', async (_, file, code) => {
    expect(await rulesBroken(file, code)).toEqual([])
  })
})
