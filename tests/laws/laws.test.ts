import { join } from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'

/** Each law bites where it should, and nowhere else. Snippets stand in for files that exist. */
const root = join(import.meta.dirname, '..', '..')
const eslint = new ESLint({ cwd: root })

const rulesBroken = async (file: string, code: string): Promise<string[]> => {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: join(root, file) })
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId !== null && !ruleId.includes('unused'))
    .map(({ ruleId, message }) => ruleId ?? message)
}

const IMPORTS = '@typescript-eslint/no-restricted-imports'
const margin = 'lib/margin/notional.ts'
const sheet = 'components/FigureRow.tsx'

const broken: [law: string, file: string, code: string, rule: string][] = [
  ['lib/margin imports nothing of the house', margin, "import '@/lib/rules'", IMPORTS],
  ['lib/margin does not leave its folder', margin, "import '../rules'", IMPORTS],
  ['lib/ledger does not know the rules', 'lib/ledger/episode.ts', "import '@/lib/rules'", IMPORTS],
  ['lib/rules does not know the page', 'lib/rules/band.ts', "import '@/lib/page'", IMPORTS],
  ['lib/journal does not know the rules', 'lib/journal/totals.ts', "import '@/lib/rules'", IMPORTS],
  ['lib/page does not know storage', 'lib/page/words.ts', "import '@/lib/storage'", IMPORTS],
  ['lib/storage does not know the page', 'lib/storage/items.ts', "import '@/lib/page'", IMPORTS],
  ['components do not know the page', sheet, "import '@/lib/page'", IMPORTS],
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
  ['decimal.js is imported in one file', 'lib/rules/band.ts', "import 'decimal.js'", IMPORTS],
  [
    'no operators on Decimals',
    'lib/rules/band.ts',
    "import { Decimal } from '@/lib/margin'\nexport const wrong = new Decimal(9) < new Decimal(10)",
    'house/no-decimal-operators',
  ],
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
  ...['fetch("a")', 'new XMLHttpRequest()', 'new WebSocket("a")', 'new EventSource("a")'].map(
    (call): [string, string, string, string] => [
      `no network: ${call}`,
      'entrypoints/background.ts',
      `export const asked = ${call}`,
      'no-restricted-globals',
    ],
  ),
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
    'lib/page/words.ts',
    "export const a = document.querySelector('a')",
  ],
  [
    'Decimals are compared by their methods',
    'lib/rules/band.ts',
    "import { Decimal } from '@/lib/margin'\nexport const right = new Decimal(9).lt(10)",
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
