import { describe, expect, test } from 'vitest'
import { defaultLimits } from '@/lib/rules/limits'
import { badgeOf, panelModel, type PanelInput, type PanelQuestion } from '@/lib/rules/panel'
import { accountFacts, episodeOf, is, longPosition, missing, panelInput } from './facts'

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

test.each(['flat', 'hidden', 'loading'] as const)('%s is passed on', (status) => {
  expect(model({ status })).toMatchObject({ status, positions: [] })
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
    const unread = [{ symbol: 'ETHUSDT', reason: 'no-side' }]
    expect(model(panelInput([longPosition], { unread, declared: 2 })).status).toBe('partial')
  })

  test('a figure that could not be read: partial', () => {
    const input = panelInput([{ ...longPosition, markPrice: missing('unparsed') }])
    expect(model(input).status).toBe('partial')
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
    })
  })
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
