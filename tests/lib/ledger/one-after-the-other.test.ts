import { describe, expect, test } from 'vitest'
import { type ObservedPosition } from '@/lib/ledger'
import { marginAdditions, openQuestions } from '@/lib/ledger/additions'
import { standingEvents } from '@/lib/ledger/standing'
import { desk, kindsOf, START } from './desk.ts'
import { observedPosition, tremblingShort } from './observed.ts'

const hour = (Date.UTC(2026, 0, 5, 16) - START) / 1_000
const long = observedPosition()
const added: ObservedPosition = { ...long, margin: '79.42', liquidationPrice: '56254.3' }
const amounts = (episode: Parameters<typeof kindsOf>[0]) =>
  standingEvents(episode.events).flatMap((event) =>
    'amount' in event ? [[event.kind, event.amount]] : [],
  )

describe('two changes within seconds', () => {
  // 0.010 more at 59,900, of which 29.95 is the margin; 30.00 were taken out at the same moment.
  const bought: ObservedPosition = {
    ...added,
    quantity: '0.030',
    entryPrice: '59966.7',
    markPrice: '59900.0',
    margin: '79.37',
    liquidationPrice: '57610.0',
  }

  test('the margin moves in both: an addition, and a purchase with a removal', () => {
    const { look, episode } = desk()
    const more = { ...added, margin: '99.42', liquidationPrice: '55250.3' }
    const less = { ...bought, margin: '109.37', liquidationPrice: '56600.0' }
    for (const second of [0, 0.4]) look(second, [long])
    for (const second of [10, 10.4]) look(second, [more])
    for (const second of [12, 12.4, 18]) look(second, [less])
    expect(kindsOf(episode())).toEqual(['opened', 'margin-added', 'increased', 'margin-removed'])
    expect(amounts(episode())[0]).toEqual(['margin-added', '40'])
  })

  test('the margin of a purchase comes before its size, and more is added at once: one purchase, one addition', () => {
    const { look, twice, episode } = desk()
    const hidden = { liquidationPrice: null }
    twice(0, [{ ...long, ...hidden }])
    twice(10, [{ ...long, ...hidden, margin: '109.37' }])
    for (const second of [11, 11.4, 17]) look(second, [{ ...bought, ...hidden, margin: '119.37' }])
    expect(standingEvents(episode().events).map(({ kind }) => kind)).toEqual([
      'opened',
      'increased',
      'margin-added',
    ])
  })

  test('the liquidation price moves in both, and the margin is hidden: two as well', () => {
    const { twice, episode } = desk()
    const hidden = { margin: null }
    twice(0, [{ ...long, ...hidden }])
    twice(10, [{ ...added, ...hidden }])
    twice(13, [{ ...bought, ...hidden }])
    expect(kindsOf(episode()).slice(0, 3)).toEqual(['opened', 'margin-added', 'increased'])
    expect(marginAdditions(episode())).toBe(1)
  })

  test('it moves in the first alone, and the size in the second: one purchase', () => {
    const { twice, episode } = desk()
    const whole = { ...bought, margin: '89.37', liquidationPrice: '57260.0' }
    twice(0, [long])
    twice(10, [{ ...whole, quantity: '0.020', entryPrice: '60000.0' }])
    twice(11, [whole])
    expect(standingEvents(episode().events).map(({ kind }) => kind)).toEqual([
      'opened',
      'increased',
    ])
  })
})

describe('a rise that may be a settlement, and within seconds', () => {
  const blind = { ...long, liquidationPrice: null }

  test('a certain one: the first is asked, the second counts, without an amount', () => {
    const { twice, episode } = desk()
    twice(hour - 20, [blind])
    twice(hour + 5, [{ ...blind, margin: '60.64' }])
    twice(hour + 7, [{ ...blind, margin: '100.64' }])
    expect(amounts(episode())).toEqual([
      ['margin-added', '1.22'],
      ['margin-added', null],
    ])
    expect([marginAdditions(episode()), openQuestions(episode()).length]).toEqual([1, 1])
  })

  test('another one that may be: each is asked, with its amount', () => {
    const { twice, episode } = desk()
    twice(hour - 20, [blind])
    twice(hour + 5, [{ ...blind, margin: '60.64' }])
    twice(hour + 7, [{ ...blind, margin: '61.84' }])
    expect(openQuestions(episode())).toHaveLength(2)
    expect(amounts(episode())).toEqual([
      ['margin-added', '1.22'],
      ['margin-added', '1.2'],
    ])
  })
})

test('of a rise in parts, a tab that lags shows the part before: it says nothing new', () => {
  const { look, twice, episode } = desk()
  const part = (margin: string, liquidationPrice: string) => [{ ...long, margin, liquidationPrice }]
  twice(0, [long])
  const parts = [part('79.42', '56254.3'), part('89.42', '55752.3'), part('99.42', '55250.3')]
  for (const [index, shown] of parts.entries()) {
    twice(10 + 1.2 * index, shown, 'one')
    // It is opened at that moment, and shows each part a moment later.
    look(10.6 + 1.2 * index, parts[Math.min(1, index)] ?? [], 'two')
  }
  look(13.3, part('89.42', '55752.3'), 'two')
  twice(14, part('99.42', '55250.3'), 'two')
  expect(standingEvents(episode().events).map(({ kind }) => kind)).toEqual([
    'opened',
    'margin-added',
  ])
  expect(amounts(episode())).toEqual([['margin-added', '40']])
})

test('bought and taken out at once, and a second later added: the margin has moved again, so that is two', () => {
  const { look, twice, episode } = desk()
  const hidden = { liquidationPrice: null }
  twice(0, [{ ...long, ...hidden, margin: '259.42' }])
  const bought = { ...long, ...hidden, quantity: '0.030', margin: '189.42' }
  twice(10, [bought])
  for (const second of [11.5, 14.5, 19]) look(second, [{ ...bought, margin: '209.42' }])
  expect(amounts(episode())).toEqual([
    ['margin-removed', null],
    ['margin-added', '20'],
  ])
})

test('a leverage changes, and a second later a purchase takes more than it explains: margin was added', () => {
  const { twice, episode } = desk()
  const hidden = { liquidationPrice: null }
  twice(0, [{ ...long, ...hidden }])
  twice(10, [{ ...long, ...hidden, leverage: '50' }])
  // 0.010 at 59,900.1 takes 11.98 at 50x, and 29.95 at 20x.
  const bought = { quantity: '0.030', entryPrice: '59966.7', margin: '79.40' }
  twice(11, [{ ...long, ...hidden, ...bought, leverage: '50' }])
  expect(amounts(episode())).toEqual([['margin-added', null]])
})

describe('another position in its place', () => {
  const other = observedPosition({
    quantity: '0.500',
    entryPrice: '58123.4',
    margin: '1500.00',
    liquidationPrice: '55500.0',
  })
  const more = { ...other, margin: '1600.00', liquidationPrice: '55299.0' }

  test('was seen twice, and not again before something was done to it: that counts', () => {
    const { twice, episode } = desk()
    twice(0, [long])
    twice(60, [other])
    twice(100, [more])
    expect(episode().figures.margin).toBe('1600.00')
    expect(amounts(episode())).toEqual([['margin-added', '100']])
  })

  test('was added to, and the one before comes back at once: it goes on, and nothing else was opened', () => {
    const { look, twice, ledger } = desk()
    twice(0, [long])
    for (const second of [60, 60.4, 66]) look(second, [other])
    twice(80, [more])
    twice(83, [long])
    const all = [...Object.values(ledger().open), ...ledger().closed]
    expect(all.map(({ figures }) => figures.margin)).toEqual([long.margin, more.margin])
  })

  test('was seen once only: nothing of it is known', () => {
    const { look, twice, episode } = desk()
    twice(0, [long])
    look(60, [other])
    for (const second of [100, 100.4, 106]) look(second, [more])
    expect(amounts(episode())).toEqual([])
  })

  test.each([
    ['both cells of the wallet move again: it was whole, and something was added', other, ['100']],
    ['one of them moves again: it may be half', { ...other, margin: more.margin }, []],
  ])('two seconds later %s', (_, first, added) => {
    const { look, twice, episode, closed } = desk()
    twice(0, [long])
    twice(60, [first])
    for (const second of [62, 62.4, 68]) look(second, [more])
    expect(amounts(episode())).toEqual(added.map((amount) => ['margin-added', amount]))
    expect(closed()).toHaveLength(1)
  })
})

test('a wallet that is worked out, after the price alone told of a change: the next one is one by itself', () => {
  const { look, twice, episode } = desk()
  twice(hour - 20, [tremblingShort])
  look(hour + 21, [{ ...tremblingShort, liquidationPrice: '229.68' }])
  look(hour + 21.2, [{ ...tremblingShort, margin: '12697.14', liquidationPrice: '229.68' }])
  twice(hour + 60, [{ ...tremblingShort, margin: '12897.14', liquidationPrice: '231.00' }])
  expect(amounts(episode())).toEqual([
    ['funding', null],
    ['margin-added', null],
  ])
})

test('a liquidation price comes back into sight: what moved it may have been settled since it was hidden', () => {
  const { twice, episode } = desk()
  const wild = { ...long, marginSlack: '0.80' }
  const later = { ...wild, margin: '59.82', liquidationPrice: '57240.0' }
  twice(hour - 600, [wild])
  for (const second of [-400, -30, 30, 130, 230])
    twice(hour + second, [{ ...wild, liquidationPrice: null }])
  twice(hour + 300, [later])
  expect(marginAdditions(episode())).toBe(0)
  expect(kindsOf(episode())).toEqual(['opened', 'funding'])
})
