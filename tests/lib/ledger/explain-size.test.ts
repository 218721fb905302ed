import { describe, expect, test } from 'vitest'
import { explainChange } from '@/lib/ledger/explain-change'
import { changeOf, told } from './change-of.ts'

/** The margin alone is in sight. */
const hidden = { liquidationPrice: null }
const noMargin = { margin: null }
const hour = Date.UTC(2026, 0, 5, 15)

describe('bought more', () => {
  /** 0.020 more at 60,000 and 20x take 60.00. */
  const twofold = { quantity: '0.040', margin: '119.42' }
  const marked = { ...hidden, markPrice: '60000.0' }

  test('the fill takes its margin, and no more', () => {
    expect(explainChange(changeOf(marked, twofold))).toMatchObject({
      kind: 'events',
      events: [{ kind: 'increased', quantity: '0.02', margin: '60.6', losing: false }],
    })
    expect(told(marked, { ...twofold, margin: '120.90' })).toEqual([['increased', '0.02']])
  })

  test('losing, where the mark stood on the losing side; not known of what nobody saw', () => {
    const losing = { ...hidden, markPrice: '59500.0' }
    expect(explainChange(changeOf(losing, twofold))).toMatchObject({ events: [{ losing: true }] })
    expect(explainChange(changeOf(losing, twofold, { away: true }))).toMatchObject({
      events: [{ losing: null }],
    })
    expect(explainChange(changeOf({ ...hidden, markPrice: null }, twofold))).toMatchObject({
      events: [{ losing: null }],
    })
  })

  test('with more margin than the fill takes: that was added', () => {
    expect(told(marked, { ...twofold, margin: '219.42' })).toEqual([
      ['increased', '0.02'],
      ['margin-added', null, true],
    ])
    // Another account may have been in front.
    expect(told(marked, { ...twofold, margin: '219.42' }, { rival: true })).toEqual([
      ['increased', '0.02'],
      ['margin-added', null, false],
    ])
  })

  test('a balance that stands, or does not, tells whose it is', () => {
    const certain = (...change: Parameters<typeof told>) => told(...change).at(-1)?.[2]
    const added = { ...twofold, margin: '219.42' }
    expect(certain(marked, added, { sameAccount: false })).toBe(false)
    expect(certain(marked, added, { sameAccount: true, rival: true })).toBe(true)
    const [marks, far] = [
      { ...noMargin, markPrice: '60000.0' },
      { quantity: '0.040', liquidationPrice: '54000.0' },
    ]
    expect(certain(marks, far, { sameAccount: true })).toBe(true)
  })

  test('at another leverage as well', () => {
    const after = { ...twofold, margin: '219.42', leverage: '25' }
    expect(told(marked, after)).toEqual([
      ['increased', '0.02'],
      ['margin-added', null, true],
      ['leverage-changed', null],
    ])
  })

  test('without a leverage, or without a figure of the wallet: bought, and nothing more is said', () => {
    const unknown = { ...marked, leverage: null }
    expect(told(unknown, { ...twofold, margin: '219.42' })).toEqual([['increased', '0.02']])
    expect(told({ ...marked, ...noMargin }, { quantity: '0.040' })).toEqual([['increased', '0.02']])
    expect(told({ marginMode: 'cross', margin: null }, { quantity: '0.040' })).toEqual([
      ['increased', '0.02'],
    ])
  })

  test('less margin than it takes is half an update, until it stood: then some was taken out', () => {
    const after = { ...twofold, margin: '79.42' }
    expect(told(marked, after)).toBe('unsettled')
    expect(told(marked, after, { settled: true })).toEqual([
      ['increased', '0.02'],
      ['margin-removed', null],
    ])
  })

  test('the liquidation price alone in sight: a purchase is one though it stands; what is more is another account’s, perhaps', () => {
    const marks = { ...noMargin, markPrice: '60000.0' }
    const after = { quantity: '0.040' }
    expect(told(marks, { ...after, liquidationPrice: '57258.3' })).toEqual([['increased', '0.02']])
    expect(told(marks, { ...after, liquidationPrice: '57258.0' })).toEqual([['increased', '0.02']])
    // 100 more in the wallet than the fill takes may be another account's position.
    expect(told(marks, { ...after, liquidationPrice: '54000.0' })).toEqual([
      ['increased', '0.02'],
      ['margin-added', null, false],
    ])
    expect(told(marks, { ...after, liquidationPrice: '56254.3' })).toEqual([
      ['increased', '0.02'],
      ['margin-added', null, true],
    ])
  })
})

describe('a part was closed', () => {
  const half = { quantity: '0.010', margin: '29.71' }
  const reduced = ['reduced', '0.01'] as const
  const settled = { settled: true }

  test.each([
    ['releases its share', hidden, half],
    ['without a wallet before it', { ...hidden, ...noMargin }, half],
    ['or after it', hidden, { ...half, margin: null }],
    ['cross', { marginMode: 'cross' }, { ...half, margin: '99.42' }],
    [
      'no mark in sight: what it lost is not known',
      { ...hidden, markPrice: null },
      { ...half, margin: '15.00' },
    ],
  ] as const)('%s: nothing more is said', (_, before, after) => {
    expect(told(before, after, settled)).toEqual([reduced])
  })

  test('a wallet that stands is the old one for a while', () => {
    expect(told(hidden, { ...half, margin: '59.42' })).toBe('unsettled')
    expect(told(hidden, { ...half, margin: '59.42' }, settled)).toEqual([reduced])
    // It has moved by its last digit.
    expect(told(hidden, { ...half, margin: '59.41' })).toEqual([
      reduced,
      ['margin-added', null, false],
    ])
  })

  test('more than its share is left: asked, unless the wallet rose', () => {
    expect(told(hidden, { ...half, margin: '49.71' })).toEqual([
      reduced,
      ['margin-added', null, false],
    ])
    expect(told(hidden, { ...half, margin: '99.71' })).toEqual([
      reduced,
      ['margin-added', null, true],
    ])
    // As much may be a wild settlement of that hour.
    const rich = { ...hidden, margin: '2.00' }
    expect(
      told(rich, { ...half, margin: '6.00' }, { lastSeenAt: hour - 30_000, at: hour + 30_000 }),
    ).toEqual([reduced, ['margin-added', null, false]])
  })

  test('less than its share, and less than what it can have lost: taken out, once it stood', () => {
    expect(told(hidden, { ...half, margin: '15.00' })).toBe('unsettled')
    expect(told(hidden, { ...half, margin: '15.00' }, settled)).toEqual([
      reduced,
      ['margin-removed', null],
    ])
    expect(told(hidden, { ...half, margin: '15.00' }, { away: true })).toEqual([reduced])
    const rich = { ...hidden, margin: '200.00' }
    expect(told(rich, { ...half, margin: '15.00' }, { away: true })).toEqual([
      reduced,
      ['margin-removed', null],
    ])
  })
})
