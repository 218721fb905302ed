import { describe, expect, test } from 'vitest'
import {
  emptyLedger,
  type Episode,
  type Ledger,
  marginAdditions,
  type Observation,
  type ObservedPosition,
  reduceLedger,
} from '@/lib/ledger'

const START = Date.UTC(2026, 0, 5, 10, 20)

/** 0.02 BTC long at 60,000, 20x, by the page. */
const long: ObservedPosition = {
  symbol: 'BTCUSDT',
  side: 'long',
  marginMode: 'isolated',
  quantity: '0.020',
  contractSize: null,
  entryPrice: '60000.0',
  markPrice: '59500.0',
  liquidationPrice: '57258.3',
  margin: '59.42',
  marginSlack: null,
  marginAsset: 'USDT',
  leverage: '20',
  unrealizedPnl: '-10.00',
  estimatedFunding: null,
  nextFundingAt: null,
  stopLoss: { state: 'absent' },
}
/** 20 USDT more. */
const added: ObservedPosition = { ...long, margin: '79.42', liquidationPrice: '56254.3' }

/** A tab that looks; every state is seen twice, as a page shows it. */
const desk = () => {
  let ledger: Ledger = emptyLedger
  const sequences = new Map<string, number>()
  const look = (seconds: number, positions: ObservedPosition[], tab = 'one'): Ledger => {
    const sequence = (sequences.get(tab) ?? 0) + 1
    sequences.set(tab, sequence)
    const observation: Observation = {
      at: START + seconds * 1_000,
      tab,
      sequence,
      market: 'usdm',
      private: false,
      complete: true,
      positions,
    }
    const once = reduceLedger(ledger, observation)
    // What is sent again was taken already.
    expect(reduceLedger(once, observation)).toEqual(once)
    ledger = once
    return ledger
  }
  return {
    look,
    twice: (seconds: number, positions: ObservedPosition[], tab?: string) => {
      look(seconds, positions, tab)
      return look(seconds + 0.4, positions, tab)
    },
    episode: (): Episode => {
      const [only] = Object.values(ledger.open)
      if (only === undefined) throw new Error('nothing is open')
      return only
    },
    ledger: () => ledger,
  }
}
const kindsOf = ({ events }: Episode) => events.map(({ kind }) => kind)

test('an addition is a rise of the wallet while size and entry stand, seen twice', () => {
  const { look, twice, episode } = desk()
  twice(0, [long])
  look(10, [added])
  expect(marginAdditions(episode())).toBe(0)
  look(10.4, [added])
  expect(marginAdditions(episode())).toBe(1)
  expect(episode().events.at(-1)).toMatchObject({
    kind: 'margin-added',
    amount: '20',
    certain: true,
    liquidationBefore: '57258.3',
    liquidationAfter: '56254.3',
  })
})

test('two tabs that see the same count it once', () => {
  const { twice, episode } = desk()
  twice(0, [long], 'one')
  twice(1, [long], 'two')
  twice(10, [added], 'one')
  twice(11, [added], 'two')
  expect(marginAdditions(episode())).toBe(1)
})

test('buying more is an increase and no addition', () => {
  const { twice, episode } = desk()
  twice(0, [long])
  const more: ObservedPosition = {
    ...long,
    quantity: '0.030',
    entryPrice: '59833.3',
    margin: '89.17',
    liquidationPrice: '57090.0',
  }
  twice(10, [more])
  expect(kindsOf(episode())).toEqual(['opened', 'increased'])
})

test('closed, and another one opened: it starts at zero at its second look', () => {
  const { look, twice, episode, ledger } = desk()
  twice(0, [long])
  twice(10, [added])
  look(20, [])
  const next: ObservedPosition = {
    ...long,
    entryPrice: '58500.0',
    margin: '57.94',
    liquidationPrice: '55826.4',
  }
  look(21, [next])
  look(21.4, [next])
  expect(episode()).toMatchObject({ figures: { entryPrice: '58500.0' } })
  expect(marginAdditions(episode())).toBe(0)
  expect(ledger().closed.map(marginAdditions)).toEqual([1])
})

test('one look without it is no end: it comes back and its count stands', () => {
  const { look, twice, episode, ledger } = desk()
  twice(0, [long])
  twice(10, [added])
  look(20, [])
  twice(20.5, [added])
  expect(marginAdditions(episode())).toBe(1)
  expect(ledger().closed).toEqual([])
})

test('gone for two looks it is closed; unchanged it is resumed, with its count', () => {
  const { twice, episode, ledger } = desk()
  twice(0, [long])
  twice(10, [added])
  twice(20, [])
  expect(Object.keys(ledger().open)).toEqual([])
  twice(60, [added])
  expect(marginAdditions(episode())).toBe(1)
  expect(kindsOf(episode())).toEqual(['opened', 'margin-added', 'resumed'])
})

describe('a rise on the hour', () => {
  const hour = (Date.UTC(2026, 0, 5, 16) - START) / 1_000
  test('that the printed estimate explains is funding', () => {
    const { twice, episode } = desk()
    twice(hour - 30, [{ ...long, estimatedFunding: '0.12' }])
    twice(hour + 5, [{ ...long, margin: '59.54', liquidationPrice: '57252.3' }])
    expect(kindsOf(episode())).toEqual(['opened', 'funding'])
  })
  test('that it does not explain is an addition', () => {
    const { twice, episode } = desk()
    twice(hour - 30, [{ ...long, estimatedFunding: '0.12' }])
    twice(hour + 5, [added])
    expect(marginAdditions(episode())).toBe(1)
  })
})

test('a part is closed: reduced, and the release of its margin is no removal', () => {
  const { twice, episode } = desk()
  twice(0, [long])
  twice(10, [{ ...long, quantity: '0.010', margin: '29.71' }])
  expect(kindsOf(episode())).toEqual(['opened', 'reduced'])
})

test('margin taken out is written down, and does not lower the count', () => {
  const { twice, episode } = desk()
  twice(0, [long])
  twice(10, [added])
  twice(60, [long])
  expect(kindsOf(episode())).toEqual(['opened', 'margin-added', 'margin-removed'])
  expect(marginAdditions(episode())).toBe(1)
})

test('a look of a table that is not whole ends nothing', () => {
  const { twice, ledger } = desk()
  twice(0, [long])
  const partial: Observation = {
    at: START + 20_000,
    tab: 'one',
    sequence: 99,
    market: 'usdm',
    private: false,
    complete: false,
    positions: [],
  }
  const after = reduceLedger(reduceLedger(ledger(), partial), { ...partial, sequence: 100 })
  expect(Object.keys(after.open)).toEqual(['BTCUSDT:long:isolated'])
})

test('after a burst in which no state stood long enough to be seen twice, it catches up', () => {
  const { look, twice, episode } = desk()
  twice(0, [long])
  twice(10, [added])
  for (let step = 1; step <= 20; step += 1) {
    const margin = (79.42 + step).toFixed(2)
    const liquidationPrice = (56254.3 - step * 50.2).toFixed(1)
    look(10.4 + step * 0.6, [{ ...added, margin, liquidationPrice }])
  }
  const last = { ...added, margin: '109.42', liquidationPrice: '54748.3' }
  twice(23, [last])
  expect(episode().figures).toMatchObject({ margin: '109.42', liquidationPrice: '54748.3' })
})
