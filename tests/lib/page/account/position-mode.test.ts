import { describe, expect, test } from 'vitest'
import { positionModeOf, readFormMode } from '@/lib/page/account/position-mode'
import { pageOf } from './page-of'

const buttons = (...words: string[]) => words.map((word) => `<button>${word}</button>`).join('')
const legs = [
  { symbol: 'BTCUSDT', side: 'long' },
  { symbol: 'BTCUSDT', side: 'short' },
] as const

describe('the order form says the position mode', () => {
  test.each([
    ['one-way', buttons('Buy/Long', 'Sell/Short')],
    ['one-way', buttons('买入/做多', '卖出/做空')],
    ['one-way', buttons('매수/롱', '매도/숏')],
    ['hedge', buttons('Open Long', 'Open Short')],
    ['hedge', buttons('平多', '平空')],
    ['hedge', buttons('Long Kapat', 'Short Kapat')],
    ['hedge', '<div role="tab">Open</div><div role="tab">Close</div>'],
    ['hedge', '<div id="position-direction"><i role="tab">Qor</i><i role="tab">Zent</i></div>'],
    ['unknown', buttons('Buy/Long')],
    ['unknown', '<i>Open</i><i>High</i><i>Low</i><i>Close</i>'],
    ['unknown', buttons('Buy/Long', 'Sell/Short', 'Open Long', 'Open Short')],
  ])('%s: %s', (mode, markup) => {
    expect(readFormMode(pageOf(markup))).toBe(mode)
  })
})

test.each([
  ['unknown', 'hedge'],
  ['hedge', 'hedge'],
  // Rows of yesterday, or a form of another account.
  ['one-way', 'unknown'],
] as const)('two legs of one contract, the form says %s: %s', (form, mode) => {
  expect(positionModeOf(legs, form)).toBe(mode)
})

test('one leg says nothing', () => {
  expect(positionModeOf(legs.slice(1), 'one-way')).toBe('one-way')
  expect(positionModeOf(legs.slice(1), 'unknown')).toBe('unknown')
})
