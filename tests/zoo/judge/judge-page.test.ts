import type { PageReading, PositionReading } from '@/lib/page'
import { expect, test } from 'vitest'
import { drawPage } from '../draw-page.ts'
import { idealReading } from './ideal-reading.ts'
import { judgePage } from './judge-page.ts'
import type { Plain } from './plain.ts'

type Reading = Plain<PageReading>
type Position = Plain<PositionReading>

const seeds = Array.from({ length: 300 }, (_, at) => at + 1)

test('who sees all that a person sees shows everything, and nothing wrong', () => {
  for (const seed of seeds) {
    const { truth } = drawPage(seed)
    const { figures, wrong } = judgePage(truth, idealReading(truth))
    expect(wrong, `seed ${seed}`).toEqual([])
    const missing = figures.filter(({ verdict }) => verdict === 'missing')
    expect(missing, `seed ${seed}`).toEqual([])
  }
})

test('who sees nothing shows nothing, and nothing wrong', () => {
  for (const seed of seeds.slice(0, 50)) {
    const { truth } = drawPage(seed)
    const { figures, wrong } = judgePage(truth, { status: 'loading' })
    expect(wrong).toEqual([])
    expect(figures.filter(({ verdict }) => verdict === 'shown')).toEqual([])
  }
})

const { truth: page } = drawPage(
  seeds.find((seed) => {
    const { choices, truth } = drawPage(seed)
    return (
      choices.columns === 'all' &&
      truth.positions.length > 1 &&
      choices['hidden amounts'] === 'no' &&
      truth.positions[0]?.marginMode === 'isolated'
    )
  })!,
)

const withFirst = (change: Partial<Position>): Reading => {
  const reading = idealReading(page)
  if (reading.status !== 'positions') throw new Error('no positions')
  const [first, ...others] = reading.positions
  return { ...reading, positions: [{ ...first!, ...change }, ...others] }
}

const figure = (value: string) => ({ value, decimals: 0, text: value })
const [truth] = page.positions
const otherSide = truth!.side === 'long' ? 'short' : 'long'

test.each<[string, Partial<Position>]>([
  ['the wrong side', { side: otherSide }],
  ['the wrong mode', { marginMode: 'cross' }],
  ['a price of another row', { entryPrice: figure('12.3456') }],
  ['a price that is said to be none', { markPrice: { missing: 'none' } }],
  [
    'a quantity outside of its range',
    { quantity: { ...figure('1'), range: { low: '0', high: '1e-9' } } },
  ],
  ['a symbol that is not there', { symbol: 'NONEUSDT' }],
  ['a dated contract', { contractType: { kind: 'dated', delivery: '0101' } }],
  ['an asset from nowhere', { marginAsset: 'EUR' }],
])('%s is wrong', (_, change) => {
  expect(judgePage(page, withFirst(change)).wrong).not.toEqual([])
})

test('a page with positions is not flat, and one with rows missing not complete', () => {
  const reading = idealReading(page)
  if (reading.status !== 'positions') throw new Error('no positions')
  const { account, ticker, openOrders } = reading
  const common = { market: 'usdm', positionMode: 'unknown', account, ticker, openOrders } as const
  expect(judgePage(page, { status: 'flat', ...common }).wrong).not.toEqual([])
  const fewer = { ...reading, positions: reading.positions.slice(1), complete: true }
  expect(judgePage(page, fewer).wrong).not.toEqual([])
})

test('where another tab is in front, whatever is read of positions is wrong', () => {
  const elsewhere = { ...page, tabInFront: 'another' as const, positions: [] }
  expect(judgePage(elsewhere, idealReading(page)).wrong).not.toEqual([])
})
