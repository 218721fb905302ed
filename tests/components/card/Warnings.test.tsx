// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, test } from 'vitest'
import { Warnings } from '@/components/card/Warnings'
import type { Warning, WarningCode } from '@/lib/rules/position'
import type { WarningDetail, WayOut } from '@/lib/rules/position/warning'
import { d } from '../../lib/rules/facts'

let root: HTMLElement

const show = (
  warning: Warning | readonly Warning[],
  asset: string | null = 'USDT',
  inFull = true,
) =>
  act(() => {
    const warnings = Array.isArray(warning) ? (warning as readonly Warning[]) : [warning as Warning]
    render(
      <Warnings warnings={warnings} inFull={inFull} context={{ asset, now: 1_000_000 }} />,
      root,
    )
  })

const item = () => root.querySelector('.warning')
const said = () => [
  item()?.querySelector('strong')?.textContent.replace(/^\S /u, ''),
  item()?.querySelector('p')?.textContent,
]
const chips = () =>
  [...root.querySelectorAll('[data-warning].chip')].filter((chip) => !chip.hasAttribute('hidden'))
const press = (selector: string) =>
  act(() => {
    root.querySelector<HTMLElement>(selector)?.click()
  })

beforeEach(() => {
  document.body.replaceChildren()
  root = document.body.appendChild(document.createElement('div'))
})

const worse = (detail: WarningDetail): Warning => ({ ...detail, severity: 'caution', waysOut: [] })

const unseen = {
  code: 'STOP_LOSS_UNKNOWN',
  columns: 'hidden',
  orders: null,
  ordersRead: false,
} as const

/** Every code by its name: a new one does not compile before it has its sentence here. */
const sentences: Record<WarningCode, [WarningDetail, title: string, detail: string]> = {
  LIQUIDATION_NEAR: [
    {
      code: 'LIQUIDATION_NEAR',
      distance: d('0.02999'),
      threshold: d('0.03'),
      direction: null,
      shared: false,
    },
    'Liquidation is 2.99% away',
    'Adding margin doesn’t reduce a loss. A stop-loss or a smaller position limits it.',
  ],
  LIQUIDATION_PRICE_CROSSED: [
    { code: 'LIQUIDATION_PRICE_CROSSED', by: 'price' },
    'The mark price has crossed the liquidation price',
    'The exchange may be closing this position now.',
  ],
  MARGIN_ALLOWANCE_USED: [
    { code: 'MARGIN_ALLOWANCE_USED', additions: 1, allowed: 1 },
    'You’ve used your one margin addition',
    'If the price goes against you, your plan was to cut the loss, not to add margin again.',
  ],
  MARGIN_ADDED_AGAIN: [
    {
      code: 'MARGIN_ADDED_AGAIN',
      additions: 2,
      allowed: 1,
      losing: true,
      atStake: d('105.001'),
      loss: d('40'),
      lossThen: d('18'),
    },
    'You added margin twice and are still losing: cut your losses',
    'Your limit is 1. At stake now: 105.01 USDT. Adding margin did not change the loss: it is 40.00 USDT now (18.00 USDT when you last added margin).',
  ],
  STILL_LOSING_AFTER_ADDING: [
    { code: 'STILL_LOSING_AFTER_ADDING', additions: 1, loss: d('40.001') },
    'Still losing after adding margin: 40.01 USDT',
    'Adding margin moves the liquidation price but leaves the loss unchanged. If the direction is wrong, you lose the added margin too.',
  ],
  ADDITION_TOO_LARGE: [
    { code: 'ADDITION_TOO_LARGE', share: d('0.05001'), threshold: d('0.02') },
    'One margin addition was 5.01% of your capital',
    'A margin addition should be a small part of your capital. Your limit is 2.00%.',
  ],
  STOP_LOSS_MISSING: [
    { code: 'STOP_LOSS_MISSING', since: 1_000_000 - 185_000 },
    'No stop-loss for 3 min',
    'Decide now at what price the idea no longer holds.',
  ],
  STOP_LOSS_PARTIAL: [
    { code: 'STOP_LOSS_PARTIAL', count: 1, sure: true, ordersRead: true },
    'The stop-loss may not cover the whole position',
    'Check the quantity of the open stop-loss orders: only liquidation would close what they don’t cover.',
  ],
  STOP_LOSS_WRONG_SIDE: [
    { code: 'STOP_LOSS_WRONG_SIDE', stopPrice: d(61_000), markPrice: d(60_000) },
    'The mark price is beyond the stop-loss',
    'It may be filling now, or it was set on the wrong side of the price.',
  ],
  STOP_LOSS_BEYOND_LIQUIDATION: [
    { code: 'STOP_LOSS_BEYOND_LIQUIDATION', stopPrice: d(50_000), liquidationPrice: d(51_000) },
    'The stop-loss would never trigger',
    'It’s beyond the liquidation price: the position would be liquidated first.',
  ],
  STOP_LOSS_NEAR_LIQUIDATION: [
    {
      code: 'STOP_LOSS_NEAR_LIQUIDATION',
      stopPrice: d(51_100),
      liquidationPrice: d(51_000),
      clearance: d('0.01'),
    },
    'The stop-loss is close to liquidation',
    'A fast move can reach the liquidation price before the stop is filled.',
  ],
  STOP_LOSS_UNKNOWN: [
    unseen,
    'Stop-loss not visible',
    'The page doesn’t show whether there is one. Show the TP/SL columns so we can check.',
  ],
  CAPITAL_SHARE_HIGH: [
    { code: 'CAPITAL_SHARE_HIGH', share: d('0.0600001'), threshold: d('0.05') },
    'This position holds 6.01% of your capital',
    'At 5.00% or more, it’s worth a second thought.',
  ],
  CAPITAL_SHARE_OVER_LIMIT: [
    { code: 'CAPITAL_SHARE_OVER_LIMIT', share: d('0.12'), threshold: d('0.1') },
    'This position holds 12.00% of your capital',
    'Your limit for one position is 10.00%.',
  ],
  OPEN_LOSS_LARGE: [
    { code: 'OPEN_LOSS_LARGE', loss: d('98.73'), share: d('0.1097'), threshold: d('0.1') },
    'The open loss is 10.97% of your capital',
    'It’s 98.73 USDT. In cross mode, the whole balance pays for it, not only this position’s margin.',
  ],
  LEVERAGE_HIGH: [
    { code: 'LEVERAGE_HIGH', leverage: d(20), allowed: 10 },
    'Leverage 20× is above your limit of 10×',
    'The higher the leverage, the less a margin addition moves the liquidation price.',
  ],
  CROSS_MARGIN_SHARED: [
    {
      code: 'CROSS_MARGIN_SHARED',
      balance: { amount: d(2_000), asset: 'USDT' },
      sharedWith: ['ETHUSDT:long:cross'],
      pool: 'asset',
    },
    'Cross margin: the whole balance backs this position',
    'Adding margin is neither needed nor possible. 1 other position shares the balance; one losing position can pull the other down.',
  ],
  POSITION_INCREASED_WHILE_LOSING: [
    { code: 'POSITION_INCREASED_WHILE_LOSING', times: 1 },
    'Position increased while at a loss',
    'That isn’t adding margin: the size grows, and the average entry price moves.',
  ],
}

test.each(Object.values(sentences))('$code', async (detail, title, sentence) => {
  await show(worse(detail))
  expect(item()?.getAttribute('data-warning')).toBe(detail.code)
  expect(said()).toEqual([title, sentence])
})

const addedAgain = {
  code: 'MARGIN_ADDED_AGAIN',
  additions: 2,
  allowed: 1,
  losing: true,
  atStake: d(105),
  loss: d(40),
  lossThen: d(18),
} as const

describe('the second addition and those after it', () => {
  test.each([
    [1, 'once'],
    [2, 'twice'],
    [3, '3 times'],
    [11, '11 times'],
  ])('%i', async (additions, words) => {
    await show(worse({ ...addedAgain, additions }))
    expect(said()[0]).toBe(`You added margin ${words} and are still losing: cut your losses`)
    await show(worse({ ...addedAgain, additions, losing: false }))
    expect(said()[0]).toBe(`You added margin ${words}`)
  })

  test('in profit there is no loss to speak of', async () => {
    await show(worse({ ...addedAgain, losing: false, loss: null }))
    expect(said()[1]).toBe('Your limit is 1. At stake now: 105.00 USDT.')
  })

  test('what is not known is said to be unknown, never zero', async () => {
    await show(worse({ ...addedAgain, atStake: null, loss: null }))
    expect(said()[1]).toBe('Your limit is 1. At stake now: unknown.')
  })

  test('the loss now, and the loss then: true at every price', async () => {
    const detail = async (loss: string, then: string | null) => {
      await show(worse({ ...addedAgain, loss: d(loss), lossThen: then === null ? null : d(then) }))
      return said()[1]?.replace('Your limit is 1. At stake now: 105.00 USDT. ', '')
    }
    expect(await detail('2', '18')).toBe(
      'Adding margin did not change the loss: it is 2.00 USDT now (18.00 USDT when you last added margin).',
    )
    expect(await detail('40', '0')).toMatch(/40\.00 USDT now \(0\.00 USDT when/)
    expect(await detail('40', null)).toBe(
      'Adding margin did not change the loss: it is 40.00 USDT now.',
    )
  })
})

test.each([
  [1, 'You’ve used your one margin addition'],
  [3, 'You’ve used all 3 of your margin additions'],
])('an allowance of %i', async (allowed, title) => {
  await show(worse({ code: 'MARGIN_ALLOWANCE_USED', additions: allowed, allowed }))
  expect(said()[0]).toBe(title)
})

test('coins are counted finer, and an unknown asset has no name', async () => {
  const loss = worse({ code: 'STILL_LOSING_AFTER_ADDING', additions: 1, loss: d('0.000123456') })
  await show(loss, 'BTC')
  expect(said()[0]).toBe('Still losing after adding margin: 0.00012346 BTC')
  await show(loss, null)
  expect(said()[0]).toBe('Still losing after adding margin: 0.01')
})

test.each([
  ['danger', '▲'],
  ['caution', '◆'],
  ['info', '●'],
] as const)(
  '%s has a shape beside its colour, silent to a screen reader',
  async (severity, shape) => {
    await show({ ...unseen, severity, waysOut: [] })
    expect(item()?.getAttribute('data-severity')).toBe(severity)
    const mark = root.querySelector('.mark')
    expect([mark?.textContent, mark?.getAttribute('aria-hidden')]).toEqual([shape, 'true'])
  },
)

test('the ways out in their order; without one no empty line', async () => {
  const waysOut: WayOut[] = ['set-stop', 'reduce', 'close']
  await show({ ...unseen, severity: 'caution', waysOut })
  expect(root.querySelector('.ways-out')?.textContent).toBe('Set a stop · Reduce · Close')
  await show({ ...unseen, severity: 'caution', waysOut: [] })
  expect(root.querySelector('.ways-out')).toBeNull()
})

describe('one code, and the sentence that is true of this position', () => {
  const both = async (detail: WarningDetail) => {
    await show(worse(detail))
    return said()
  }
  const near = { code: 'LIQUIDATION_NEAR', distance: d('0.0299'), threshold: d('0.03') } as const

  test('liquidation on the other side of the price, shared by both legs', async () => {
    expect((await both({ ...near, direction: 'up', shared: false }))[0]).toBe(
      'Liquidation is 2.99% above the price',
    )
    const [title, detail] = await both({ ...near, direction: 'down', shared: true })
    expect(title).toBe('Liquidation is 2.99% below the price')
    expect(detail).toMatch(/^Both positions of this contract share one liquidation price\./)
  })

  test('the account’s ratio, not a price, has come to its end', async () => {
    expect(await both({ code: 'LIQUIDATION_PRICE_CROSSED', by: 'account' })).toEqual([
      'The account’s margin ratio has reached 100%',
      'The exchange may be closing cross positions now.',
    ])
  })

  test('open orders, one of which may be a stop', async () => {
    const empty = { ...unseen, columns: 'empty' } as const
    expect(await both({ ...empty, orders: 1 })).toEqual([
      'No stop-loss in the TP/SL columns',
      '1 open order may be a stop-loss. Open the Open Orders tab once so we can check.',
    ])
    expect((await both({ ...empty, orders: 4 }))[1]).toMatch(
      /^One of 4 open orders may be a stop-loss\./,
    )
    // Their tab was opened: to open it once more tells nothing.
    expect((await both({ ...empty, orders: 1, ordersRead: true }))[1]).toBe(
      '1 open order may be a stop-loss.',
    )
    expect((await both({ ...empty, orders: null }))[1]).toMatch(
      /^An open order may be a stop-loss\./,
    )
  })

  test('partial, and the page does not say of what', async () => {
    const partial = { code: 'STOP_LOSS_PARTIAL', count: 1, sure: false } as const
    expect(await both({ ...partial, ordersRead: false })).toEqual([
      'A partial TP/SL is set',
      'The page doesn’t say whether it’s a take-profit or a stop-loss. Open the Open Orders tab once so we can check.',
    ])
    expect((await both({ ...partial, ordersRead: true }))[1]).toBe(
      'The page doesn’t say whether it’s a take-profit or a stop-loss.',
    )
  })

  test('one balance behind everything, or perhaps', async () => {
    const shared = {
      code: 'CROSS_MARGIN_SHARED',
      balance: { amount: d(2_953), asset: 'USD' },
      sharedWith: ['BTCUSDC:short:cross'],
    } as const
    expect((await both({ ...shared, pool: 'account' }))[1]).toBe(
      'All cross positions share one balance, counted in USD. 1 other position shares it.',
    )
    // The page hides amounts: nothing is counted in "unknown".
    expect((await both({ ...shared, balance: null, pool: 'account' }))[1]).toBe(
      'Adding margin is neither needed nor possible. 1 other position shares the balance; one losing position can pull the other down.',
    )
    expect((await both({ ...shared, pool: 'unknown' }))[1]).toBe(
      '1 other cross position may share the balance: the page doesn’t say whether assets are counted together.',
    )
  })
})

const near = (distance: string) =>
  ({
    code: 'LIQUIDATION_NEAR',
    distance: d(distance),
    threshold: d('0.1'),
    direction: null,
    shared: false,
  }) as const

test('a card of 300 px has shorter reasons, none of which says what is not so', async () => {
  const again = worse(addedAgain)
  await show(again, 'USDT', false)
  expect(said()[1]).toBe('Loss when margin was last added: 18.00 USDT. Now: 40.00 USDT.')
  await show({ ...again, lossThen: null } as Warning, 'USDT', false)
  expect(said()[1]).toBe('Your limit is 1. Adding margin didn’t change the loss: 40.00 USDT.')
  for (const change of [{ losing: false }, { loss: null }]) {
    await show({ ...again, ...change } as Warning, 'USDT', false)
    expect(said()[1]).toBe('Your limit is 1.')
  }
  await show(worse(near('0.02')), 'USDT', false)
  expect(said()[1]).toBe('Adding margin doesn’t reduce a loss.')
})

describe('of several the worst says its reason, the others two words', () => {
  const five = worse(near('0.05'))
  const missing = worse({ code: 'STOP_LOSS_MISSING', since: 1_000_000 - 185_000 })
  const leverage = worse({ code: 'LEVERAGE_HIGH', leverage: d(20), allowed: 10 })

  test('in their order, by their codes', async () => {
    await show([five, missing, leverage])
    expect(said()[0]).toBe('Liquidation is 5.00% away')
    expect(chips().map((chip) => chip.querySelector('[aria-hidden]')?.textContent)).toEqual([
      '◆ no stop',
      '◆ 20× leverage',
    ])
    expect(chips()[0]?.querySelector('.spoken')?.textContent).toBe('No stop-loss for 3 min')
  })

  test('one opens in the place of the worst, which is then two words', async () => {
    await show([five, missing, leverage])
    await press('[data-warning="LEVERAGE_HIGH"] button')
    expect(item()?.getAttribute('data-warning')).toBe('LEVERAGE_HIGH')
    expect(chips().map((chip) => chip.getAttribute('data-warning'))).toEqual([
      'LIQUIDATION_NEAR',
      'STOP_LOSS_MISSING',
    ])
  })

  test('what is worse than all that was there takes its place again', async () => {
    await show([five, missing])
    await press('[data-warning="STOP_LOSS_MISSING"] button')
    await show([worse({ code: 'LIQUIDATION_PRICE_CROSSED', by: 'price' }), five, missing])
    expect(item()?.getAttribute('data-warning')).toBe('LIQUIDATION_PRICE_CROSSED')
  })

  test('what one line has no room for is behind one more chip, and none is lost', async () => {
    const many = [
      five,
      missing,
      leverage,
      worse({ code: 'CROSS_MARGIN_SHARED', balance: null, sharedWith: [], pool: 'all' } as never),
      worse({ code: 'POSITION_INCREASED_WHILE_LOSING', times: 1 }),
    ]
    await show(many)
    expect(chips().length).toBeLessThan(4)
    expect(root.querySelectorAll('[data-warning]')).toHaveLength(5)
    const more = root.querySelector('[data-action="more-warnings"]')
    expect(more?.textContent).toBe(`+${String(4 - chips().length)}`)
    expect(more?.getAttribute('aria-label')).toContain('Position increased while at a loss')
    await press('[data-action="more-warnings"]')
    expect(chips()).toHaveLength(4)
    expect(root.querySelector('[data-action="more-warnings"]')).toBeNull()
  })
})

test('no warning: no empty list', async () => {
  await show([])
  expect(root.childElementCount).toBe(0)
})
