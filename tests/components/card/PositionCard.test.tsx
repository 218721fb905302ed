// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, test } from 'vitest'
import { PositionCard } from '@/components/card/PositionCard'
import type { EpisodeFacts, MissingReason, PositionFacts } from '@/lib/rules/facts'
import type { OpenOrdersFacts } from '@/lib/rules/facts/facts'
import { defaultLimits, type Limits } from '@/lib/rules/limits'
import { panelModel } from '@/lib/rules/panel'
import { d, episodeOf, is, longPosition, missing, panelInput } from '../../lib/rules/facts'

let root: HTMLElement

type Shown = {
  episode?: EpisodeFacts
  limits?: Partial<Limits>
  others?: PositionFacts[]
  now?: number
  openOrders?: OpenOrdersFacts
}

const show = (position: PositionFacts, given: Shown = {}) =>
  act(() => {
    const { episode, others = [], now = 1_000_000 } = given
    const model = panelModel({
      input: panelInput(
        [position, ...others],
        given.openOrders === undefined ? {} : { openOrders: given.openOrders },
      ),
      episodes: new Map(episode === undefined ? [] : [[position.key, episode]]),
      limits: { ...defaultLimits, ...given.limits },
      previous: null,
      now,
    })
    const shown = model.positions.find(({ facts }) => facts.key === position.key)
    if (shown === undefined) throw new Error('the model has lost the position')
    render(<PositionCard position={shown} model={model} />, root)
  })

const article = () => root.querySelector('article')
const element = (name: string) => root.querySelector(`[data-field="${name}"]`)
/** [plain number, text, why there is none] */
const figure = (name: string) => [
  element(name)?.getAttribute('data-value') ?? null,
  element(name)?.textContent ?? null,
  element(name)?.getAttribute('data-missing') ?? null,
]
const warning = (code: string) => root.querySelector(`[data-warning="${code}"]`)

beforeEach(() => {
  document.body.replaceChildren()
  root = document.body.appendChild(document.createElement('div'))
})

const losing: PositionFacts = {
  ...longPosition,
  leverage: is(20),
  markPrice: { ...is('58123.4'), decimals: 1 },
  liquidationPrice: { ...is('57240.0'), decimals: 1 },
  wallet: is('60.005'),
  margin: is('60.005'),
  unrealizedPnl: is('-37.532'),
  stopLoss: { state: 'present', price: { ...is('57900'), decimals: 1 } },
}

test('every figure: a plain number for machines, a text for people, rounded towards danger', async () => {
  await show(losing, {
    episode: episodeOf({ marginAdditions: 1, additions: [{ at: 1, amount: d(5) }] }),
  })
  expect(article()?.getAttribute('data-position')).toBe('BTCUSDT:long:isolated')
  expect(article()?.getAttribute('data-band')).toBe('danger')
  expect(root.querySelector('header')?.textContent).toBe('BTCUSDTLong20×Isolated−37.54 USDT')
  // (58123.4 − 57240.0) ÷ 58123.4 = 0.015198…
  expect(element('liquidation-distance')?.getAttribute('data-value')).toMatch(/^0\.0151986\d+$/)
  expect(figure('liquidation-distance')[1]).toBe('1.51%')
  expect(figure('liquidation-price')).toEqual(['57240', '57,240.0', null])
  expect(figure('mark-price')).toEqual(['58123.4', '58,123.4', null])
  expect(figure('stop-loss')).toEqual(['57900', '57,900.0', null])
  expect(figure('unrealized-pnl')).toEqual(['-37.532', '−37.54 USDT', null])
  expect(figure('margin')).toEqual(['60.005', '60.01 USDT', null])
  expect(figure('at-stake')).toEqual(['60.005', '60.01 USDT', null])
  expect(figure('capital-share')).toEqual(['0.0300025', '3.01%', null])
  expect(figure('margin-additions')).toEqual(['1', '1 of 1', null])
  expect(figure('leverage')).toEqual(['20', '20×', null])
})

test('each figure stands beside its name', async () => {
  await show(losing)
  expect([...root.querySelectorAll('dt')].map((name) => name.textContent)).toEqual([
    'At stake',
    'Margin',
    'of capital',
    'back to entry',
  ])
  expect(root.querySelector('.main .label')?.textContent).toBe('to liquidation')
  expect(root.querySelector('.stop-line')?.textContent).toBe('Stop-loss 57,900.0')
})

test('the way back to entry, while it is losing', async () => {
  const back = () => root.querySelector('[data-insight="way-back"]')
  await show(losing)
  // (60,000 − 58,123.4) ÷ 58,123.4 = 0.03228…, rounded away from nothing.
  expect(back()?.textContent).toBe('+3.23%')
  await show({ ...losing, markPrice: is(60_100), unrealizedPnl: is(2) })
  expect(back()).toBeNull()
})

describe('margin additions, against the limit', () => {
  const added = (marginAdditions: number) => episodeOf({ marginAdditions, additions: [] })
  const line = () => root.querySelector('.additions')

  test('of a position that was open before the first look: there may have been more', async () => {
    await show(losing, { episode: { ...added(1), additionsKnown: false } })
    expect(line()?.textContent).toBe('Margin added ≥ 1 of 1')
    // As with every other figure, what it is stands in the field.
    expect(figure('margin-additions')).toEqual(['1', '1 of 1', null])
  })

  test('what can never be counted is unknown, and says what', async () => {
    await show({ ...losing, quantity: missing('unparsed') })
    expect(line()?.textContent).toMatch(/^Margin added unknown/)
  })

  test('in words and as pips', async () => {
    await show(losing, { episode: added(1) })
    expect(line()?.textContent).toBe('Margin added 1 of 1')
    expect(line()?.hasAttribute('data-over')).toBe(false)
    await show(losing, { episode: added(2) })
    expect(line()?.textContent).toBe('Margin added 2 of 1')
    expect(line()?.hasAttribute('data-over')).toBe(true)
    expect([...root.querySelectorAll('.pips i')].map((pip) => pip.className)).toEqual([
      'used',
      'limit',
      'over',
    ])
  })

  test('of one that a stranger opened, nothing is drawn', async () => {
    await show(losing)
    expect(root.querySelector('.pips')).toBeNull()
  })
})

describe('colour and shape follow the worst warning, not the distance alone', () => {
  const tone = () => article()?.getAttribute('data-tone')
  const calm = { ...longPosition, liquidationPrice: is(50_000) }

  test('four margin additions of one and still losing, 15 % from liquidation', async () => {
    const mark = { ...calm, markPrice: is(59_000), unrealizedPnl: is(-20) }
    await show(mark, { episode: episodeOf({ marginAdditions: 4, additions: [] }) })
    expect(article()?.getAttribute('data-band')).toBe('calm')
    expect(tone()).toBe('danger')
  })

  test('38 % of the capital, without a liquidation price', async () => {
    const whole = { ...calm, liquidationPrice: missing('none'), wallet: is(760), margin: is(760) }
    await show(whole, { episode: episodeOf() })
    expect(article()?.getAttribute('data-band')).toBe('calm')
    expect(tone()).toBe('danger')
  })

  test('nothing to warn of', async () => {
    await show(calm, { episode: episodeOf() })
    expect(tone()).toBe('calm')
  })
})

describe('a figure that is not known', () => {
  const reasons = {
    'column-hidden': 'Hidden on the page, or not found.',
    unparsed: 'The page shows no clear number.',
    contradicted: 'The figures in this row don’t agree.',
    unknown: 'The page doesn’t show enough to work this out.',
  } as const satisfies Partial<Record<MissingReason, string>>
  const fields = [
    ['liquidation-price', 'liquidationPrice'],
    ['mark-price', 'markPrice'],
    ['margin', 'margin'],
    ['at-stake', 'wallet'],
    ['unrealized-pnl', 'unrealizedPnl'],
    ['leverage', 'leverage'],
  ] as const

  for (const [reason, sentence] of Object.entries(reasons) as [keyof typeof reasons, string][]) {
    test.each(fields)(`%s, ${reason}: no number, and the reason`, async (name, fact) => {
      await show({ ...losing, [fact]: missing(reason) })
      expect(figure(name)).toEqual([null, `unknown${sentence}`, reason])
      expect(element(name)?.getAttribute('title')).toBe(sentence)
      expect(element(name)?.textContent).not.toMatch(/\d/)
    })
  }

  test('without a mark or a liquidation price no distance and no calm colour', async () => {
    for (const fact of ['markPrice', 'liquidationPrice'] as const) {
      await show({ ...longPosition, [fact]: missing('unparsed') })
      expect(figure('liquidation-distance')[0]).toBeNull()
      expect(root.querySelector('.distance')?.textContent).toMatch(/^unknown/)
      expect(article()?.getAttribute('data-band')).toBe('unknown')
    }
  })

  test('a stop-loss that is not in sight is unknown, one that is not set is none', async () => {
    const openOrders = { count: null, orders: null, complete: false, readAt: null }
    await show({ ...losing, stopLoss: { state: 'unknown' } }, { openOrders })
    expect(figure('stop-loss')).toEqual([null, 'stop-loss not visible', 'unknown'])
    await show({ ...losing, stopLoss: { state: 'partial', count: 1 } })
    expect(figure('stop-loss')).toEqual([null, 'partial TP/SL?', 'unknown'])
    await show({ ...losing, stopLoss: { state: 'absent' } })
    expect(figure('stop-loss')).toEqual([null, 'no stop-loss', 'none'])
    await show(
      { ...losing, stopLoss: { state: 'absent' } },
      { episode: episodeOf({ withoutStopSince: 1_000_000 - 185_000 }) },
    )
    expect(figure('stop-loss')).toEqual([null, 'no stop-loss · 3 min', 'none'])
  })

  test('additions before the second look', async () => {
    await show(losing)
    expect(figure('margin-additions')).toEqual([null, 'Waiting for a second reading', 'unknown'])
  })

  test('a margin mode that is not proved', async () => {
    await show({ ...losing, marginMode: 'unknown' })
    expect(root.querySelector('.mode')?.getAttribute('title')).toBe('Margin mode unknown')
    expect(root.querySelector('.mode')?.textContent).toBe('Mode ?')
  })

  test('no share without the capital', async () => {
    await show({ ...losing, marginAsset: 'USDC' })
    expect(figure('capital-share')[0]).toBeNull()
    await show(
      { ...losing, marginAsset: 'USDC' },
      { limits: { capital: { amount: '3000', asset: 'USDT' } } },
    )
    expect(figure('capital-share')[1]).toBe('2.01%')
  })
})

test('no liquidation price is said in words, and is not a warning', async () => {
  await show({ ...longPosition, liquidationPrice: missing('none') }, { episode: episodeOf() })
  expect(figure('liquidation-distance')).toEqual([null, 'No liquidation price', 'none'])
  expect(figure('liquidation-price')).toEqual([null, 'none', 'none'])
  expect(warning('LIQUIDATION_NEAR')).toBeNull()
  // "No liquidation price to liquidation" is no sentence.
  expect(root.querySelector('.main .label')?.textContent).toBe('')
})

test('a distance that is almost nothing is not printed as nothing, a crossed one is negative', async () => {
  await show({ ...losing, markPrice: is(60_000), liquidationPrice: is('59999.9') })
  expect(figure('liquidation-distance')[1]).toBe('< 0.01%')
  expect(article()?.getAttribute('data-band')).toBe('danger')
  await show({ ...losing, markPrice: is(57_000), liquidationPrice: is(57_240) })
  expect(figure('liquidation-distance')[1]).toBe('−0.43%')
  expect(article()?.getAttribute('data-band')).toBe('crossed')
})

test('old figures wear their age', async () => {
  await show(losing, { now: 1_000_000 + 5_000 })
  expect(root.querySelector('.age')).toBeNull()
  await show(losing, { now: 1_000_000 + 125_000 })
  expect(root.querySelector('.age')?.textContent).toBe('figures 2 min old')
})

test('a mark of zero is a fault of the page: unknown everywhere, and nothing thrown', async () => {
  await show({ ...losing, markPrice: is(0) })
  expect(figure('mark-price')[0]).toBeNull()
  expect(figure('liquidation-distance')[0]).toBeNull()
  expect(article()?.getAttribute('data-band')).toBe('unknown')
})

test('a side that nobody can tell: the distance with its direction, and the side in words', async () => {
  await show({ ...longPosition, side: 'unknown', key: 'BTCUSDT:unknown:isolated' })
  expect(figure('liquidation-distance')[1]).toBe('16.66%')
  expect(root.querySelector('.main .label')?.textContent).toBe('to liquidation, downward')
  expect(root.querySelector('.side')?.textContent).toBe('Side unknown')
})

test('a capital in another asset: unknown, and why', async () => {
  await show(losing, { limits: { capital: { amount: '2', asset: 'BTC' } } })
  expect(figure('capital-share')).toEqual([
    null,
    'unknownYour capital is counted in another asset.',
    'other-asset',
  ])
})

describe('a stop-loss by the open orders', () => {
  const bare: PositionFacts = { ...losing, stopLoss: { state: 'absent' } }
  const order = {
    symbol: 'BTCUSDT',
    kind: 'stop',
    direction: 'sell',
    positionSide: null,
    triggerPrice: { ...is('57900'), decimals: 1 },
    quantity: missing('none'),
    reduceOnly: { value: true },
    closePosition: { value: true },
  } as const

  test('is shown with its age', async () => {
    const openOrders = { count: 1, orders: [order], complete: true, readAt: 1_000_000 - 185_000 }
    await show(bare, { openOrders })
    expect(figure('stop-loss')).toEqual(['57900', '57,900.0 (order, seen 3 min ago)', null])
  })

  test('may be one of them: neither a stop nor none', async () => {
    const openOrders = { count: 2, orders: null, complete: false, readAt: null }
    await show(bare, { openOrders })
    expect(figure('stop-loss')).toEqual([null, '2 open orders may be stops', 'unknown'])
    expect(warning('STOP_LOSS_UNKNOWN')?.getAttribute('data-severity')).toBe('info')
  })

  test('for a part', async () => {
    await show({ ...losing, stopLoss: { state: 'partial', count: 1 } })
    expect(figure('stop-loss')[1]).toBe('partial TP/SL?')
    expect(warning('STOP_LOSS_PARTIAL')).not.toBeNull()
  })
})

describe('cross margin', () => {
  const cross: PositionFacts = {
    ...losing,
    key: 'BTCUSDT:long:cross',
    marginMode: 'cross',
    wallet: missing('unknown'),
  }
  const other: PositionFacts = { ...cross, key: 'ETHUSDT:long:cross', symbol: 'ETHUSDT' }
  const shared = () => warning('CROSS_MARGIN_SHARED')

  test('the whole balance is at stake, and there is no addition to count', async () => {
    await show(cross, { episode: episodeOf() })
    expect(root.querySelector('.mode')?.textContent).toBe('Cross')
    expect(figure('at-stake')).toEqual(['2000', '2,000.00 USDT', null])
    // Two figures that do not contradict each other: all of the balance, and the margin's share.
    expect([...root.querySelectorAll('dt')].map((name) => name.textContent)).toEqual([
      'whole balance',
      'Margin',
      'of capital',
    ])
    expect(root.querySelector('.main .label')?.textContent).toBe('to liquidation, downward')
    expect(figure('margin')).toEqual(['60.005', '60.01 USDT', null])
    expect(figure('margin-additions')).toEqual([null, 'none', 'none'])
    // The page doesn't say so: it follows from the mode.
    expect(root.querySelector<HTMLElement>('[data-field="margin-additions"]')?.title).toBe(
      'Adding margin is neither needed nor possible: losses come out of the balance.',
    )
    expect(root.textContent).not.toMatch(/\d of \d/)
  })

  test.each([
    [[], 'One losing position can use up the whole balance.'],
    [[other], '1 other position shares the balance; one losing position can pull the other down.'],
    [
      [other, { ...other, key: 'SOLUSDT:long:cross' }],
      '2 other positions share the balance; one losing position can pull the others down.',
    ],
  ])('it is explained as shared (%#)', async (others, sentence) => {
    await show(cross, { others })
    await act(() => {
      shared()?.querySelector('button')?.click()
    })
    expect(shared()?.querySelector('strong')?.textContent).toBe(
      '◆ Cross margin: the whole balance backs this position',
    )
    expect(shared()?.querySelector('p')?.textContent).toBe(
      `Adding margin is neither needed nor possible. ${sentence}`,
    )
  })

  test('an isolated neighbour shares nothing', async () => {
    await show(cross, { others: [longPosition] })
    await act(() => {
      shared()?.querySelector('button')?.click()
    })
    expect(shared()?.textContent).toContain('One losing position can use up the whole balance.')
  })

  test('it is a caution to who prefers isolated margin, else a remark', async () => {
    await show(cross)
    expect(shared()?.getAttribute('data-severity')).toBe('caution')
    await show(cross, { limits: { preferIsolated: false } })
    expect(shared()?.getAttribute('data-severity')).toBe('info')
  })
})

test('the worst warning is said in full and first, the others in two words', async () => {
  await show(
    { ...losing, stopLoss: { state: 'absent' } },
    { episode: episodeOf({ withoutStopSince: 1 }) },
  )
  const warnings = [...root.querySelectorAll('[data-warning]')]
  expect(warnings[0]?.getAttribute('data-severity')).toBe('danger')
  expect(warnings.length).toBeGreaterThan(1)
  expect(warnings.map((each) => each.className)).toEqual(
    warnings.map((_, index) => (index === 0 ? 'warning' : 'chip')),
  )
})
