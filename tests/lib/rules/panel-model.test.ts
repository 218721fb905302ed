import { describe, expect, test } from 'vitest'
import { defaultLimits } from '@/lib/rules/limits'
import { badgeOf, panelModel } from '@/lib/rules/panel'
import type { PanelInput } from '@/lib/rules/panel/panel-input'
import type { PanelQuestion } from '@/lib/rules/panel/panel-model'
import { accountFacts, episodeOf, is, longPosition, missing, noOrders, panelInput } from './facts'

const model = (input: PanelInput, change: Partial<PanelQuestion> = {}) =>
  panelModel({
    input,
    episodes: new Map(),
    limits: defaultLimits,
    previous: null,
    now: 1_000_000,
    ...change,
  })

const at = (key: string, mark: number) => ({
  ...longPosition,
  key: `${key}:long:isolated`,
  symbol: key,
  markPrice: is(mark),
})

test.each<PanelInput>([{ status: 'flat' }, { status: 'hidden' }, { status: 'loading' }])(
  '$status is passed on',
  (input) => {
    expect(model(input)).toMatchObject({ status: input.status, positions: [] })
  },
)

test('under another tab a position is judged by the account that is in sight', () => {
  const around = { account: accountFacts, openOrders: noOrders, positionMode: 'one-way' } as const
  const outOfSight = [longPosition]
  const share = (input: PanelInput) => model(input).positions[0]?.evaluation.capitalShare
  expect(share({ status: 'hidden', outOfSight })).toMatchObject({ missing: 'unknown' })
  expect(share({ status: 'hidden', outOfSight, ...around })).toEqual(
    share(panelInput([longPosition])),
  )
})

test('unreadable keeps its reason', () => {
  expect(model({ status: 'unreadable', failure: { code: 'no-table' } }).failure).toEqual({
    code: 'no-table',
  })
})

test('most endangered first, unknown before caution', () => {
  const unknown = { ...at('DDD', 60_000), liquidationPrice: missing('unparsed') }
  const input = panelInput([at('AAA', 60_000), at('BBB', 55_000), unknown, at('CCC', 50_500)])
  expect(model(input).positions.map(({ facts }) => facts.symbol)).toEqual([
    'CCC',
    'DDD',
    'BBB',
    'AAA',
  ])
})

describe('status', () => {
  test('everything read: ready', () => {
    expect(model(panelInput([longPosition])).status).toBe('ready')
  })

  test('fewer rows than the tab declares: partial', () => {
    expect(model(panelInput([longPosition], { declared: 2 })).status).toBe('partial')
  })

  test('a row that could not be read: partial', () => {
    const unread = [{ symbol: 'ETHUSDT', reason: 'no-side' }] as const
    expect(model(panelInput([longPosition], { unread, declared: 2 })).status).toBe('partial')
  })

  test('a figure that could not be read: partial', () => {
    const input = panelInput([{ ...longPosition, markPrice: missing('unparsed') }])
    expect(model(input).status).toBe('partial')
  })

  test('a page that counts no positions misses none', () => {
    expect(model(panelInput([longPosition], { declared: null })).status).toBe('ready')
  })

  test('no liquidation price is a figure', () => {
    const none = { ...longPosition, liquidationPrice: missing('none') }
    expect(model(panelInput([none])).status).toBe('ready')
    expect(model(panelInput([])).status).toBe('ready')
  })

  test('one good row does not make up for one that could not be read', () => {
    const input = panelInput([longPosition, { ...at('AAA', 1), markPrice: missing('unparsed') }])
    expect(model(input).status).toBe('partial')
  })

  test('one of two is old: partial', () => {
    const input = panelInput([{ ...longPosition, readAt: 1_010_000 }, at('AAA', 60_000)])
    expect(model(input, { now: 1_010_000 }).status).toBe('partial')
  })

  test('a row that could not be read is counted among what the page declares', () => {
    const unread = [{ symbol: 'ETHUSDT', reason: 'no-side' }] as const
    const found = model(panelInput([longPosition], { unread, declared: 2 }))
    expect(found).toMatchObject({ status: 'partial', declared: 2, unread, failure: null })
  })

  test('old figures: stale, with their age', () => {
    const found = model(panelInput([longPosition]), { now: 1_010_000 })
    expect(found.status).toBe('stale')
    expect(found.positions[0]?.age).toBe(10_000)
  })
})

describe('rows out of sight', () => {
  const near = { ...at('NEAR', 50_100), readAt: 999_999 }

  test('follow those in sight, old from the first moment, without band or warning', () => {
    const { positions, status } = model(
      panelInput([at('AAA', 60_000)], { outOfSight: [near], declared: 2 }),
    )
    expect(status).toBe('partial')
    expect(positions.map(({ facts, sight, age }) => [facts.symbol, sight, age])).toEqual([
      ['AAA', 'in-sight', 0],
      ['NEAR', 'out-of-sight', 1],
    ])
    const later = model(panelInput([], { outOfSight: [near] }), { now: 1_030_000 })
    expect(later.positions[0]?.age).toBe(30_001)
    expect(positions[1]?.evaluation).toMatchObject({ band: 'unknown', warnings: [] })
  })

  test('follow them however near they were', () => {
    const away = [at('XXX', 50_100), at('YYY', 60_000)].map((facts) => ({ ...facts, readAt: 1 }))
    const input = panelInput([at('BBB', 60_000), at('AAA', 60_000)], { outOfSight: away })
    expect(model(input).positions.map(({ facts }) => facts.symbol)).toEqual([
      'AAA',
      'BBB',
      'XXX',
      'YYY',
    ])
  })

  test('do not count as read: the page still says more than is in sight', () => {
    const input = panelInput([at('AAA', 60_000)], { outOfSight: [near], declared: 3 })
    expect(model(input).status).toBe('partial')
  })

  test('nothing else in sight: stale, and nothing on the badge but that it is not known', () => {
    const found = model(panelInput([], { outOfSight: [near], declared: 1 }))
    expect(found.status).toBe('stale')
    expect(badgeOf(found)).toEqual({
      band: 'unknown',
      tone: 'unknown',
      text: '?',
      symbol: 'NEAR',
      side: 'long',
    })
  })
})

test.each(['hidden', 'unreadable'] as const)(
  '%s: what was read before stays, with its age',
  (status) => {
    const away = { outOfSight: [at('AAA', 50_100)] }
    const input: PanelInput =
      status === 'hidden' ? { status, ...away } : { status, failure: { code: 'fault' }, ...away }
    const found = model(input, { now: 1_030_000 })
    expect(found.positions).toMatchObject([{ sight: 'out-of-sight', age: 30_000 }])
    expect(found.positions[0]?.evaluation).toMatchObject({ band: 'unknown', warnings: [] })
    expect(found).toMatchObject({
      failure: status === 'hidden' ? null : { code: 'fault' },
      declared: null,
      unread: [],
      translated: false,
      markStillSince: null,
    })
  },
)

test('a page that is translated, or whose mark stands still, is passed on', () => {
  expect(model(panelInput([]))).toMatchObject({ translated: false, markStillSince: null })
  const odd = { translated: true, ticker: { markStillSince: 5 } }
  expect(model(panelInput([], odd))).toMatchObject({ translated: true, markStillSince: 5 })
})

test('a cross position knows the other leg of its contract, and is none itself', () => {
  const cross = (side: 'long' | 'short', symbol: string) => ({
    ...longPosition,
    key: `${symbol}:${side}:cross`,
    symbol,
    side,
    marginMode: 'cross' as const,
  })
  const input = panelInput([cross('long', 'AAA'), cross('short', 'AAA'), cross('long', 'BBB')])
  const legs = model(input).positions.map(({ facts, legs }) => [
    facts.key,
    legs.map(({ key }) => key),
  ])
  expect(Object.fromEntries(legs)).toEqual({
    'AAA:long:cross': ['AAA:short:cross'],
    'AAA:short:cross': ['AAA:long:cross'],
    'BBB:long:cross': [],
  })
})

describe('cards keep their places for two seconds', () => {
  const [a, b] = [at('AAA', 52_000), at('BBB', 53_000)]
  const first = model(panelInput([a, b]))
  const order = (input: PanelInput, since: number) =>
    model(input, { previous: first, now: 1_000_000 + since }).positions.map(
      ({ facts }) => facts.symbol,
    )
  /** The second is the nearer one by now, in the same band. */
  const turned = [{ ...a, markPrice: is(53_500) }, b]

  test('while nothing but the distance changes', () => {
    expect(order(panelInput(turned), 0)).toEqual(['AAA', 'BBB'])
    expect(order(panelInput(turned), 1_999)).toEqual(['AAA', 'BBB'])
    expect(order(panelInput(turned), 2_000)).toEqual(['BBB', 'AAA'])
    // The clock was set back.
    expect(order(panelInput(turned), -2_000)).toEqual(['BBB', 'AAA'])
  })

  test('both over their limit, the losing one is another with every tick around the entry price', () => {
    const sides = (mark: number, change: Partial<PanelQuestion> = {}) => {
      const legs = (['long', 'short'] as const).map((side) => {
        const price = side === 'long' ? 54_000 : 68_000
        const key = `AAA:${side}:isolated`
        return { ...at('AAA', mark), key, side, liquidationPrice: is(price) }
      })
      const over = episodeOf({ marginAdditions: 2 })
      const episodes = new Map(legs.map(({ key }) => [key, over]))
      return model(panelInput(legs), { episodes, ...change })
    }
    const before = sides(59_999)
    const after = sides(60_001, { previous: before, now: 1_000_200 })
    const worst = ({ positions: [first] }: ReturnType<typeof model>) => first?.facts.side
    expect([worst(before), worst(after)]).toEqual(['long', 'long'])
    expect(worst(sides(60_001, { previous: after, now: 1_002_000 }))).toBe('short')
  })

  test('counted from the last time that they were put in order', () => {
    const kept = model(panelInput(turned), { previous: first, now: 1_001_500 })
    const later = model(panelInput(turned), { previous: kept, now: 1_002_500 })
    expect(later.positions.map(({ facts }) => facts.symbol)).toEqual(['BBB', 'AAA'])
  })

  test('not when one gets into danger, comes, goes, or is out of sight', () => {
    expect(order(panelInput([a, { ...b, markPrice: is(51_000) }]), 1_000)).toEqual(['BBB', 'AAA'])
    const nearest = at('CCC', 51_900)
    expect(order(panelInput([...turned, nearest]), 1_000)).toEqual(['CCC', 'BBB', 'AAA'])
    expect(order(panelInput([b]), 1_000)).toEqual(['BBB'])
    const three = model(panelInput([a, b, at('CCC', 54_000)]))
    const left = model(panelInput(turned), { previous: three, now: 1_001_000 })
    expect(left.positions.map(({ facts }) => facts.symbol)).toEqual(['BBB', 'AAA'])
    expect(order(panelInput([b], { outOfSight: [a] }), 1_000)).toEqual(['BBB', 'AAA'])
  })
})

test('of several at one distance the order is that of their names', () => {
  const names = ['BBB', 'DDD', 'AAA', 'CCC']
  const { positions } = model(panelInput(names.map((name) => at(name, 60_000))))
  expect(positions.map(({ facts }) => facts.symbol)).toEqual(['AAA', 'BBB', 'CCC', 'DDD'])
})

test('capital: typed before shown, and only in the position’s own asset', () => {
  const share = (question: Partial<PanelQuestion>, account = {}) => {
    const [position] = model(panelInput([longPosition], account), question).positions
    const found = position?.evaluation.capitalShare
    return found !== undefined && 'value' in found ? found.value.toFixed() : found?.missing
  }
  expect(share({})).toBe('0.03')
  expect(share({ limits: { ...defaultLimits, capital: { amount: '6000', asset: 'USDC' } } })).toBe(
    '0.01',
  )
  const btc = {
    account: { ...accountFacts, marginBalance: is(1), availableBalance: is(1), asset: 'BTC' },
  }
  expect(share({}, btc)).toBe('other-asset')
})

test('cross positions know of each other', () => {
  const cross = (symbol: string) => ({
    ...longPosition,
    key: `${symbol}:long:cross`,
    symbol,
    marginMode: 'cross' as const,
  })
  const [first] = model(panelInput([cross('AAA'), cross('BBB'), longPosition])).positions.filter(
    ({ facts }) => facts.symbol === 'AAA',
  )
  const shared = first?.evaluation.warnings.find(({ code }) => code === 'CROSS_MARGIN_SHARED')
  expect(shared).toMatchObject({ sharedWith: ['BBB:long:cross'] })
})

test('bands remember the model before', () => {
  const near = panelInput([at('AAA', 51_600)])
  const danger = model(panelInput([at('AAA', 51_000)]))
  expect(model(near).positions[0]?.evaluation.band).toBe('caution')
  expect(model(near, { previous: danger }).positions[0]?.evaluation.band).toBe('danger')
})

describe('bands remember through what cannot be read', () => {
  const danger = model(panelInput([at('AAA', 51_000)]))
  const near = panelInput([at('AAA', 51_600)])
  const bandAfter = (between: PanelInput, pause: number) => {
    const then = model(between, { previous: danger, now: 1_000_000 + pause / 2 })
    return model(near, { previous: then, now: 1_000_000 + pause }).positions[0]?.evaluation.band
  }

  test.each<[string, PanelInput]>([
    [
      'one tick with a price that contradicts',
      panelInput([{ ...at('AAA', 51_000), markPrice: missing('contradicted') }]),
    ],
    ['another tab in front', { status: 'hidden' }],
    ['a page that is not understood', { status: 'unreadable', failure: { code: 'fault' } }],
    ['the row scrolled away', panelInput([], { outOfSight: [at('AAA', 51_000)], declared: 1 })],
  ])('%s: still danger at 3.1 %%', (_, between) => {
    expect(bandAfter(between, 4_000)).toBe('danger')
  })

  test('for five minutes; then it is a new beginning', () => {
    expect(bandAfter({ status: 'hidden' }, 299_000)).toBe('danger')
    expect(bandAfter({ status: 'hidden' }, 301_000)).toBe('caution')
  })

  test('and no longer: positions of a whole day are not carried along', () => {
    const bandsAfter = (pause: number) =>
      model({ status: 'hidden' }, { previous: danger, now: 1_000_000 + pause }).bands.size
    expect(bandsAfter(299_000)).toBe(1)
    expect(bandsAfter(301_000)).toBe(0)
  })
})

test('episodes are found by key', () => {
  const episodes = new Map([[longPosition.key, episodeOf({ marginAdditions: 2 })]])
  expect(
    model(panelInput([longPosition]), { episodes }).positions[0]?.episode?.marginAdditions,
  ).toBe(2)
})

describe('age', () => {
  const ageOf = (change: Partial<PanelQuestion>) => {
    const [position] = model(panelInput([{ ...longPosition, readAt: 1_000_000 }]), change).positions
    return position?.age
  }

  test('a row that was fresh when the page was read stands until the page is read again', () => {
    expect(ageOf({ now: 1_060_000, readingAt: 1_000_000 })).toBe(0)
  })

  test('five seconds are no age yet', () => {
    expect(ageOf({ now: 1_005_000 })).toBe(0)
    expect(ageOf({ now: 1_005_001 })).toBe(5_001)
  })

  test('a row that was old then is as old as it is', () => {
    expect(ageOf({ now: 1_060_000, readingAt: 1_010_000 })).toBe(60_000)
  })
})
