import { describe, expect, test } from 'vitest'
import { type ObservedPosition } from '@/lib/ledger'
import { countedAdditions, marginAdditions } from '@/lib/ledger/additions'
import { desk, kindsOf, START } from './desk.ts'
import { observedPosition, tremblingShort } from './observed.ts'

const long = observedPosition()
const added: ObservedPosition = { ...long, margin: '79.42', liquidationPrice: '56254.3' }
const hour = (Date.UTC(2026, 0, 5, 16) - START) / 1_000

describe('a part is closed, and at the same moment', () => {
  const half = { ...long, quantity: '0.010' }

  test('margin is taken out: both are written down', () => {
    const { look, episode } = desk()
    look(0, [long])
    look(0.4, [long])
    for (const second of [10, 10.4, 16])
      look(second, [{ ...half, margin: '15.00', liquidationPrice: null }])
    expect(kindsOf(episode())).toEqual(['opened', 'reduced', 'margin-removed'])
    // 44.42 before the close, 14.71 after it, or between the two: no figure that may be wrong.
    expect(episode().events.at(-1)).toMatchObject({ amount: null })
  })

  test('margin is added: it counts, and no figure is named that depends on which came first', () => {
    const { twice, episode } = desk()
    twice(0, [long])
    twice(10, [{ ...half, margin: '99.71', liquidationPrice: null }])
    expect(marginAdditions(episode())).toBe(1)
    expect(episode().events.at(-1)).toMatchObject({ kind: 'margin-added', amount: null })
  })

  test('no more of its margin is gone than the loss of the close explains: that is no removal', () => {
    const { look, episode } = desk()
    look(0, [long])
    look(0.4, [long])
    // 29.71 is its half, and 5.00 the loss of the other half.
    for (const second of [10, 10.4, 16])
      look(second, [{ ...half, margin: '24.71', liquidationPrice: null }])
    expect(kindsOf(episode())).toEqual(['opened', 'reduced'])
  })
})

test('bought, at another leverage and with the margin of an opening: it is another position', () => {
  const { look, twice, closed, episode } = desk()
  const once = {
    ...long,
    leverage: '1',
    margin: '1200.00',
    liquidationPrice: '241.0',
    markPrice: '60000.0',
  }
  twice(0, [once])
  const other = {
    ...once,
    quantity: '0.030',
    leverage: '5',
    margin: '360.00',
    liquidationPrice: '48200.0',
  }
  for (const second of [10, 10.4, 16]) look(second, [other])
  expect(episode()).toMatchObject({ figures: { margin: '360.00' } })
  expect(kindsOf(episode())).toEqual(['opened'])
  expect(closed()).toHaveLength(1)
})

test('bought at the mark, with as much taken out as leaves the margin of an opening: it goes on', () => {
  const { look, episode } = desk()
  const once = { ...long, leverage: '1', margin: '1300.00', markPrice: '59700.0' }
  for (const second of [0, 0.4]) look(second, [once])
  const bought = { ...once, quantity: '0.030', entryPrice: '59900.0', margin: '1797.00' }
  for (const second of [10, 10.4, 16]) look(second, [bought])
  expect(kindsOf(episode())).toEqual(['opened', 'increased', 'margin-removed'])
})

describe('the cells of one update', () => {
  test('of a close have all moved: what moves the margin three seconds later is an addition', () => {
    const { twice, episode } = desk()
    const large = { ...long, quantity: '2.000', margin: '5942.00', liquidationPrice: '57258.3' }
    const half = { ...large, quantity: '1.000', margin: '2971.00' }
    twice(0, [large])
    twice(10, [half])
    // Less than what is left open of the margin that the close released.
    twice(13, [{ ...half, margin: '2991.00', liquidationPrice: '57238.2' }])
    expect(kindsOf(episode())).toEqual(['opened', 'reduced', 'margin-added'])
  })

  test('that has moved whole are no part of the next one, of which the price came first', () => {
    const { twice, episode } = desk()
    const large = { ...long, quantity: '2.000', margin: '5942.00', liquidationPrice: '57258.3' }
    // A part was closed and margin added: how much of it, depends on which came first.
    const half = { ...large, quantity: '1.000', margin: '3971.00', liquidationPrice: '56253.3' }
    twice(0, [large])
    twice(10, [half])
    twice(13, [{ ...half, liquidationPrice: '56132.7' }])
    twice(14, [{ ...half, margin: '4091.00', liquidationPrice: '56132.7' }])
    expect(kindsOf(episode())).toEqual(['opened', 'reduced', 'margin-added', 'margin-added'])
    expect(episode().events.at(-1)).toMatchObject({ amount: '120', certain: true })
  })

  test('move once: a cell that moves again, without the other, is of a second addition', () => {
    const { look, twice, episode } = desk()
    const first = { ...long, margin: '75.42', liquidationPrice: '56254.3' }
    twice(0, [long])
    twice(1, [long], 'two')
    look(10, [first])
    twice(20, [{ ...first, margin: '76.42' }])
    look(20.6, [first], 'two')
    look(20.8, [{ ...first, margin: '76.42', liquidationPrice: '56204.1' }])
    look(21, [{ ...first, margin: '76.42', liquidationPrice: '56204.1' }], 'two')
    expect(countedAdditions(episode())).toMatchObject([{ amount: '16' }, { amount: '1' }])
  })

  test('are whole once the price has followed, if only from next to nothing to none', () => {
    const { look, twice, episode } = desk()
    const whole = { ...long, leverage: '1', margin: '1199.99', liquidationPrice: '0.1' }
    twice(0, [whole])
    look(10, [{ ...whole, margin: '1299.99' }])
    twice(10.2, [{ ...whole, margin: '1299.99', liquidationPrice: 'none' }])
    expect(marginAdditions(episode())).toBe(1)
  })

  test('of a purchase, its liquidation price a moment after all others, are one purchase', () => {
    const { twice, episode } = desk()
    const bought = { ...long, markPrice: '60000.0', quantity: '0.022', margin: '65.42' }
    twice(0, [{ ...long, markPrice: '60000.0' }])
    twice(10, [bought])
    twice(11, [{ ...bought, liquidationPrice: '57258.0' }])
    expect(kindsOf(episode())).not.toContain('margin-added')
    twice(13, [{ ...bought, margin: '85.42', liquidationPrice: '56344.3' }])
    expect(marginAdditions(episode())).toBe(1)
  })

  test('of a purchase, but for its price: more margin than the fill takes may be the old price', () => {
    const { twice, episode } = desk()
    const coin = observedPosition({
      symbol: 'BTCUSD_PERP',
      side: 'short',
      contractSize: '100',
      quantity: '62',
      entryPrice: '59724.70',
      markPrice: '59870.6',
      margin: '0.0351',
      liquidationPrice: '89824.6',
      leverage: '3',
    })
    const bought = { ...coin, quantity: '68', entryPrice: '59737.54', margin: '0.0384' }
    twice(0, [coin])
    twice(10, [bought])
    twice(11, [{ ...bought, liquidationPrice: '89785.6' }])
    expect(kindsOf(episode())).toEqual(['opened', 'increased'])
  })

  test('of a settlement, its margin within the trembling: what comes to light later is no addition', () => {
    const { look, twice, episode } = desk()
    twice(hour - 20, [tremblingShort])
    look(hour + 21, [{ ...tremblingShort, liquidationPrice: '229.68' }])
    look(hour + 21.2, [{ ...tremblingShort, margin: '12697.14', liquidationPrice: '229.68' }])
    twice(hour + 300, [{ ...tremblingShort, margin: '12698.18', liquidationPrice: '229.68' }])
    expect(kindsOf(episode())).toEqual(['opened', 'funding'])
  })

  test('that another tab shows within the trembling is no wallet to go on from: what trembles later is no addition', () => {
    const { look, twice, episode } = desk()
    const settled = { ...tremblingShort, estimatedFunding: null, liquidationPrice: '229.68' }
    for (const tab of ['one', 'two'])
      twice(hour - 20, [{ ...tremblingShort, estimatedFunding: null }], tab)
    look(hour + 37, [{ ...settled, margin: '12697.90' }], 'one')
    twice(hour + 37, [settled], 'two')
    for (const tab of ['one', 'two']) look(hour + 90, [{ ...settled, margin: '12697.70' }], tab)
    for (const seconds of [280, 310])
      look(hour + seconds, [{ ...settled, margin: '12698.40' }], 'two')
    expect(kindsOf(episode())).toEqual(['opened', 'funding'])
  })

  test('of funding, the price first and the margin a moment later, are one settlement', () => {
    const { twice, episode } = desk()
    const doge = observedPosition({
      symbol: 'DOGEUSDT',
      quantity: '10000',
      entryPrice: '0.12000',
      markPrice: '0.12000',
      margin: '60.00',
      liquidationPrice: '0.11430',
    })
    twice(hour - 40, [doge])
    twice(hour + 5, [{ ...doge, liquidationPrice: '0.11429' }])
    twice(hour + 6, [{ ...doge, margin: '60.06', liquidationPrice: '0.11429' }])
    expect(marginAdditions(episode())).toBe(0)
    expect(kindsOf(episode())).toEqual(['opened', 'funding'])
  })

  test('of which the second look shows less: only what both have shown was seen twice', () => {
    const { look, twice, episode } = desk()
    twice(0, [long])
    // The margin is new, and its price of liquidation not yet; then that column is hidden.
    look(10, [{ ...long, margin: '79.42' }])
    look(10.4, [{ ...long, margin: '79.42', liquidationPrice: null }])
    expect(marginAdditions(episode())).toBe(1)
  })
})

describe('what an hour settles', () => {
  test('is paid on the size at that hour', () => {
    const { twice, episode } = desk()
    twice(hour - 60, [{ ...long, estimatedFunding: '1.00' }])
    twice(hour - 40, [{ ...long, estimatedFunding: '1.00' }])
    const half = { ...long, quantity: '0.010', margin: '29.71', liquidationPrice: '57258.3' }
    twice(hour - 30, [{ ...half, estimatedFunding: '0.50' }])
    // As much as would have been paid on the whole.
    twice(hour + 5, [
      { ...half, margin: '30.71', liquidationPrice: '57158.3', estimatedFunding: '0.50' },
    ])
    expect(kindsOf(episode())).toEqual(['opened', 'reduced', 'margin-added'])
  })

  test('is not what an estimate of hours ago says, if there is a newer one', () => {
    const { look, twice, episode } = desk()
    twice(hour - 3_590, [{ ...long, estimatedFunding: '0.02' }])
    // Somebody looks again a minute before the hour, after an addition from elsewhere.
    look(hour - 50, [{ ...added, estimatedFunding: '1.00' }])
    look(hour - 40, [{ ...added, estimatedFunding: '1.00' }])
    twice(hour + 40, [{ ...added, margin: '80.42', liquidationPrice: '56204.3' }])
    expect(kindsOf(episode())).toEqual(['opened', 'margin-added', 'funding'])
  })

  test('is what an estimate of the same hour says, however long ago that was', () => {
    const { look, twice, episode } = desk()
    twice(hour - 3_000, [{ ...long, estimatedFunding: '1.00' }])
    look(hour + 10, [{ ...long, markPrice: '59510.0', estimatedFunding: '0.02' }])
    twice(hour + 50, [{ ...long, margin: '59.92', liquidationPrice: '57233.3' }])
    expect(episode().events.at(-1)).toMatchObject({ kind: 'margin-added', certain: false })
  })

  test('is what the first of two looks at another size estimates for it', () => {
    const { look, twice, episode } = desk()
    const hidden = { ...long, markPrice: '60000.0', liquidationPrice: null }
    const twofold = { ...hidden, quantity: '0.040', margin: '119.42', estimatedFunding: '2.00' }
    twice(hour - 100, [{ ...hidden, estimatedFunding: '1.00' }])
    look(hour - 70, [twofold])
    look(hour - 20, [twofold])
    twice(hour + 40, [{ ...twofold, margin: '121.42', estimatedFunding: '0.50' }])
    expect(kindsOf(episode())).toEqual(['opened', 'increased', 'funding'])
  })

  test('may be paid on either size, where that changed in the same seconds: clocks differ', () => {
    const { twice, episode } = desk()
    const hidden = { ...long, markPrice: '60000.0', liquidationPrice: null }
    const twofold = { ...hidden, quantity: '0.040', margin: '119.42' }
    twice(hour - 60, [{ ...hidden, estimatedFunding: '1.00' }])
    twice(hour + 12, [{ ...twofold, estimatedFunding: '2.00' }])
    twice(hour + 40, [{ ...twofold, margin: '121.42', estimatedFunding: '0.50' }])
    expect(kindsOf(episode())).toEqual(['opened', 'increased', 'funding'])
  })

  test('of two changes around it, without an estimate, either may be it: the second is asked', () => {
    const { twice, episode } = desk()
    twice(hour - 60, [long])
    twice(hour - 24, [{ ...long, margin: '59.02', liquidationPrice: '57278.3' }])
    twice(hour + 30, [{ ...long, margin: '59.12', liquidationPrice: '57273.3' }])
    expect(kindsOf(episode())).toEqual(['opened', 'funding', 'margin-added'])
    expect(episode().events.at(-1)).toMatchObject({ certain: false })
    // More than any usual rate is none.
    twice(hour + 50, [{ ...long, margin: '79.12', liquidationPrice: '56269.3' }])
    expect(episode().events.at(-1)).toMatchObject({ certain: true })
  })

  test('is not what an estimate says that came into sight after it', () => {
    const { twice, episode } = desk()
    twice(hour - 60, [long])
    twice(hour + 40, [
      { ...long, margin: '59.92', liquidationPrice: '57233.3', estimatedFunding: '0.02' },
    ])
    // 0.50 is a usual rate of 1,190.
    expect(kindsOf(episode())).toEqual(['opened', 'funding'])
  })
})

test('of two that stood at the same price, the one that was watched to its end is over', () => {
  const { look, twice, episode, closed } = desk()
  const account = (balance: string) => ({
    account: { asset: 'USDT', marginBalance: balance, availableBalance: balance },
  })
  twice(0, [added], 'one', account('1000.00'))
  // Another account is in front for a moment, and the first one comes back: nobody saw it end.
  for (const second of [10, 10.4, 11]) look(second, [], 'one', account('50.00'))
  twice(20, [long], 'one', account('1000.00'))
  const first = closed()[0]?.id
  for (const second of [30, 30.4, 31]) look(second, [], 'one', account('1000.00'))
  twice(40, [added], 'one', account('1000.00'))
  expect(episode().id).not.toBe(first)
  expect(marginAdditions(episode())).toBe(0)
})

test('a settlement is due by the countdown of the first of two looks, whatever was known hours before', () => {
  const { look, twice, episode } = desk()
  const due = (hour: number) => ({ nextFundingAt: Date.UTC(2026, 0, 5, hour) })
  const more = { ...long, margin: '79.42', liquidationPrice: '56254.3' }
  const thirteen = 9_600
  twice(0, [{ ...long, ...due(11) }])
  look(thirteen - 10, [{ ...more, ...due(13) }])
  look(thirteen + 1, [{ ...more, ...due(14) }])
  twice(thirteen + 10, [{ ...more, ...due(14), margin: '79.52', liquidationPrice: '56249.3' }])
  expect(episode().events.at(-1)).toMatchObject({ kind: 'funding', amount: '0.1' })
})

test('a settlement is found after an absence, seconds after the hour of a fast clock: the next may be of that hour', () => {
  const { look, twice, episode } = desk()
  const priced = (liquidationPrice: string) => ({ ...long, margin: null, liquidationPrice })
  const eighteen = (Date.UTC(2026, 0, 5, 18) - START) / 1_000
  twice(eighteen - 3_580, [priced('57258.3')])
  twice(eighteen + 4, [priced('57278.3')])
  look(eighteen + 16, [priced('57188.3')])
  look(eighteen + 23, [priced('57188.3')])
  expect(episode().events.slice(1)).toMatchObject([
    { kind: 'funding' },
    { kind: 'margin-added', certain: false },
  ])
})
