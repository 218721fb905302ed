// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { isHistory } from '@/lib/page/watch/is-history'
import type { Place } from '@/lib/page/locate/record'

const placeOf = (rows: readonly string[], column: 'size' | null = null): Place => {
  document.body.innerHTML = `<section>${rows.map((row) => `<div><b>BTCUSDT</b>${row}</div>`).join('')}</section>`
  const records = [...document.querySelectorAll('b')].map((symbol) => ({
    symbol: [symbol],
    cells: new Map(),
    untitled: new Map(),
    isBare: false,
    unsure: new Set<never>(),
  }))
  return {
    layout: 'cards',
    scope: document.querySelector('section') ?? document.body,
    titles: [
      { text: 'Méret', column, foundBy: column === null ? null : 'word', isLeverage: false },
    ],
    records,
  }
}

const opened = '<i>2026-11-10 14:04</i>'
const closed = '<i>2026-11-11 14:18:30</i>'

test('rows that were opened and closed', () => {
  expect(isHistory(placeOf([opened + closed, opened + closed]))).toBe(true)
})

test('when it was opened may stand in a row of positions', () => {
  expect(isHistory(placeOf([opened, opened]))).toBe(false)
})

test('under a word that is known nothing is guessed', () => {
  expect(isHistory(placeOf([opened + closed], 'size'))).toBe(false)
})
