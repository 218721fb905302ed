import { describe, expect, test } from 'vitest'
import type { RowText } from '../engine/index.ts'
import { wordsFor } from '../page/words/index.ts'
import { type Column, languages } from '../view.ts'
import { fixtureNames, type PageTruth, readFixture } from './page-fixture.ts'
import { replayPage } from './replay-page.ts'
import { scenes } from './scenes.ts'

/** What a cell prints, without words. */
const printedIn: Partial<Record<Column, readonly (keyof RowText)[]>> = {
  symbol: ['symbol', 'leverage'],
  size: ['size'],
  entryPrice: ['entryPrice'],
  breakEvenPrice: ['breakEvenPrice'],
  markPrice: ['markPrice'],
  liquidationPrice: ['liquidationPrice'],
  marginRatio: ['marginRatio'],
  margin: ['margin', 'marginUnit'],
  pnl: ['pnl', 'roi'],
  funding: ['funding'],
  positionStops: ['takeProfit', 'stopLoss'],
}

const squeezed = (text: string): string => text.replaceAll(/\s/g, '')

type Shown = { element: Element; text: string }

const inSight = (document: Document): Shown[] =>
  [...document.querySelectorAll('#__APP *')]
    .filter((element) => element.checkVisibility())
    .map((element) => ({ element, text: squeezed(element.textContent) }))

/** The innermost elements in sight that hold all of these figures, in the order of the page. */
const holding = (shown: readonly Shown[], figures: readonly string[]): Element[] => {
  const all = shown
    .filter(({ text }) => figures.every((figure) => text.includes(squeezed(figure))))
    .map(({ element }) => element)
  return all.filter((element) => !all.some((other) => other !== element && element.contains(other)))
}

const figuresOf = ({ columns }: PageTruth, printed: RowText): string[] =>
  columns.flatMap(({ column }) => printedIn[column]?.map((name) => printed[name]) ?? [])

const opened = new Map<string, { truth: PageTruth; document: Document; shown: Shown[] }>()

const open = (name: string) => {
  const known = opened.get(name)
  if (known !== undefined) return known
  const { html, truth } = readFixture(name)
  const document = replayPage(html, truth.url)
  const page = { truth, document, shown: inSight(document) }
  opened.set(name, page)
  return page
}

const ownText = (element: Element): string =>
  [...element.childNodes].map((node) => (node.nodeType === 3 ? node.textContent : ' ')).join('')

const textsOf = (words: object): string[] =>
  Object.values(words).flatMap((word: string | object) =>
    typeof word === 'string' ? [word] : textsOf(word),
  )

const wordsIn = (texts: readonly string[]): Set<string> =>
  new Set(
    texts
      .join(' ')
      .toLowerCase()
      .match(/\p{L}{2,}/gu),
  )

const tables = fixtureNames().filter(
  (name) => !/other-tab|filtered|sixty|flat|loading|logged-out/.test(name),
)

describe('page fixtures', () => {
  test('there is one for every scene, and a scene for every generation and language', () => {
    expect(fixtureNames()).toEqual(scenes.map(({ name }) => name).sort())
    for (const generation of ['2022', '2024', '2026']) {
      for (const language of languages)
        expect(fixtureNames()).toContain(`${generation}-${language}`)
    }
  })

  test.each(tables)('%s: every position is in sight, once, with every figure of it', (name) => {
    const { truth, shown } = open(name)
    expect(truth.positions.length).toBeGreaterThan(name.startsWith('action-') ? 0 : 1)
    for (const { key, printed } of truth.positions) {
      expect(holding(shown, figuresOf(truth, printed)), key).toHaveLength(1)
    }
  })

  test.each(tables)('%s: a figure stands under the title of its column', (name) => {
    const { truth, shown } = open(name)
    for (const { column, title } of truth.columns) {
      const figures = printedIn[column]
      if (figures === undefined) continue
      const headers = shown
        .map(({ element }) => element)
        .filter(
          ({ childElementCount, textContent }) => childElementCount === 0 && textContent === title,
        )
      for (const { key, printed, takeProfit, stopLoss } of truth.positions) {
        // Without either there may be a link in place of a figure.
        if (column === 'positionStops' && takeProfit === null && stopLoss === null) continue
        const [row] = holding(shown, figuresOf(truth, printed))
        const under = headers.some((header) => {
          const { left } = header.getBoundingClientRect()
          return [...(row?.querySelectorAll('*') ?? [])].some((cell) => {
            const box = cell.getBoundingClientRect()
            return (
              box.left <= left + 1 &&
              left < box.right &&
              figures.every((figure) => cell.textContent.includes(printed[figure]))
            )
          })
        })
        expect(under, `${column} of ${key}`).toBe(true)
      }
    }
  })

  test.each(['2026-en-other-tab', '2026-en-filtered', '2026-en-flat', '2026-en-logged-out'])(
    '%s: no row of another symbol is in sight',
    (name) => {
      const { shown } = open(name)
      const { truth } = readFixture('2026-en')
      for (const { symbol, printed } of truth.positions) {
        const rows = holding(shown, figuresOf(truth, printed))
        expect(rows.length, symbol).toBe(name.endsWith('filtered') && symbol === 'BTCUSDT' ? 1 : 0)
      }
    },
  )

  test('of sixty positions only those in the list’s window are there', () => {
    const { truth, shown } = open('2026-en-sixty')
    const there = truth.positions.filter(
      ({ printed }) => holding(shown, figuresOf(truth, printed)).length > 0,
    )
    expect(truth.positions).toHaveLength(60)
    expect(there.map(({ symbol }) => symbol)).toEqual(
      truth.positions.slice(0, there.length).map(({ symbol }) => symbol),
    )
    expect(there.length).toBeGreaterThan(3)
    expect(there.length).toBeLessThan(12)
  })

  test.each(fixtureNames().filter((name) => name.includes('nonsense')))(
    '%s: no word of English but the brand’s own',
    (name) => {
      const { document } = open(name)
      const app = document.querySelector('#__APP')
      app?.querySelector('.top-bar')?.remove()
      const printed = wordsIn([...(app?.querySelectorAll('*') ?? [])].map(ownText))
      const english = wordsIn(textsOf(wordsFor('en')))
      expect(english.has('isolated') && english.has('perp') && english.size > 100).toBe(true)
      expect(printed.size).toBeGreaterThan(50)
      expect([...printed].filter((word) => english.has(word))).toEqual([])
    },
  )
})
