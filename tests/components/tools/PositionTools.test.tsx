// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, test } from 'vitest'
import { PanelContext } from '@/components/panel-context'
import { PositionTools } from '@/components/tools/PositionTools'
import type { PositionFacts } from '@/lib/rules/facts'
import { defaultLimits } from '@/lib/rules/limits'
import { panelModel } from '@/lib/rules/panel'
import { bracketMemory } from '@/lib/rules/planning'
import type { PositionModel } from '@/lib/rules/position'
import { accountFacts, d, longPosition, missing, panelInput } from '../../lib/rules/facts'

let root: HTMLElement

beforeEach(() => {
  document.body.replaceChildren()
  root = document.body.appendChild(document.createElement('div'))
})

const printed = (value: number | string, decimals: number) => ({ value: d(value), decimals })

/** 0.02 BTC at 60,000, 0.4 % maintenance: (60 − 1,200) ÷ (0.02 × (0.004 − 1)). */
const long: PositionFacts = {
  ...longPosition,
  quantity: printed('0.020', 3),
  entryPrice: printed('60000.0', 1),
  markPrice: printed('58000.0', 1),
  liquidationPrice: printed('57228.9', 1),
  margin: printed('60.00', 2),
  wallet: printed('60.00', 2),
  marginRatio: printed('0.2320', 4),
  unrealizedPnl: printed(-40, 2),
  stopLoss: { state: 'absent' },
}

type Change = Parameters<typeof panelInput>[1]

const modelOf = (
  facts: PositionFacts,
  others: readonly PositionFacts[] = [],
  change: Change = {},
): PositionModel => {
  const model = panelModel({
    input: panelInput([facts, ...others], change),
    episodes: new Map(),
    limits: defaultLimits,
    previous: null,
    now: facts.readAt,
  })
  const found = model.positions.find((position) => position.facts.key === facts.key)
  if (found === undefined) throw new Error('no position')
  return found
}

const show = async (
  facts: PositionFacts,
  others: readonly PositionFacts[] = [],
  change: Change = {},
) => {
  const brackets = bracketMemory().after([facts])
  await act(() => {
    render(
      <PanelContext.Provider
        value={{ estimateOf: brackets.of, tickerOf: () => null, onCorrect: () => undefined }}
      >
        <PositionTools
          position={modelOf(facts, others, change)}
          limits={defaultLimits}
          now={facts.readAt}
        />
      </PanelContext.Provider>,
      root,
    )
  })
}

const open = (tool: string) =>
  act(() => {
    const fold = root.querySelector<HTMLDetailsElement>(`[data-tool="${tool}"]`)
    if (fold === null) throw new Error(`no ${tool}`)
    fold.open = true
    fold.dispatchEvent(new Event('toggle'))
  })

const type = (name: string, text: string) =>
  act(() => {
    const input = root.querySelector<HTMLInputElement>(`[data-typed="${name}"] input`)
    if (input === null) throw new Error(`no field ${name}`)
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })

const field = (name: string) => root.querySelector(`[data-field="${name}"]`)
const text = (name: string) => field(name)?.textContent ?? null
const problems = () => [...root.querySelectorAll('.problem')].map((each) => each.textContent)

describe('folded, nothing is worked out', () => {
  test('an isolated position has what-if and stop, a cross one its explanation and stop', async () => {
    const names = () =>
      [...root.querySelectorAll('[data-tool]')].map((each) => each.getAttribute('data-tool'))
    await show(long)
    expect(names()).toEqual(['what-if', 'stop'])
    expect(root.querySelectorAll('input')).toHaveLength(0)
    await show({ ...long, marginMode: 'cross' })
    expect(names()).toEqual(['cross', 'stop'])
    await show({ ...long, marginMode: 'unknown' })
    expect(names()).toEqual(['stop'])
  })
})

describe('what if', () => {
  beforeEach(async () => {
    await show(long)
    await open('what-if')
  })

  test('an amount: before and after, and the loss stays', async () => {
    await type('what-if', '40')
    // One bracket of 0.4 %: 40 ÷ (0.02 × 0.996) further down.
    expect(Number(field('liquidation-after')?.getAttribute('data-value'))).toBeCloseTo(55_220.9, 0)
    expect(text('at-stake-after')).toBe('60.00 USDT → 100.00 USDT')
    expect(text('capital-share-after')).toBe('3.00% → 5.00%')
    expect(root.querySelector('.loss')?.textContent).toBe('The loss stays the same: −40.00 USDT')
  })
  test('so much that no price liquidates it: there is no distance, which is not an unknown one', async () => {
    await type('what-if', '1300')
    expect(text('liquidation-after')).toBe('57,228.9 → no liq.')
    expect(text('distance-after')).toBe('1.32% → no liq.')
  })
  test('a comma may stand for the point; what could be either is refused', async () => {
    await type('what-if', '0,5')
    expect(text('at-stake-after')).toBe('60.00 USDT → 60.50 USDT')
    await type('what-if', '1,000')
    expect(problems()).toEqual(['Enter a number without thousands separators.'])
    expect(field('at-stake-after')).toBeNull()
  })
  test('more than is there', async () => {
    await type('what-if', '-60')
    expect(text('what-if-refused')).toContain('can’t remove that much')
  })
  test('added to a row that says too little: that is said, and not that there is less', async () => {
    await show({ ...long, entryPrice: missing('column-hidden') })
    await type('what-if', '40')
    expect(text('what-if-refused')).toBe('We can’t read enough of this row to work it out.')
    await type('what-if', '-60')
    expect(text('what-if-refused')).toContain('can’t remove that much')
  })
  test('beyond the free balance: from spot first', async () => {
    await type('what-if', '2000')
    expect(text('what-if-short')).toContain('transfer funds from spot first')
  })
  test('the slider and the field are one', async () => {
    await act(() => {
      const slider = root.querySelector<HTMLInputElement>('input[type="range"]')
      if (slider === null) throw new Error('no slider')
      slider.value = '20'
      slider.dispatchEvent(new Event('input', { bubbles: true }))
    })
    expect(root.querySelector<HTMLInputElement>('[data-typed="what-if"] input')?.value).toBe('20')
    expect(text('at-stake-after')).toBe('60.00 USDT → 80.00 USDT')
  })
  test('margin unknown for one reading: what is typed stays, in the same fields', async () => {
    await type('what-if', '40')
    await type('wanted-distance', '10')
    const fields = [...root.querySelectorAll('[data-typed] input')]
    await show({ ...long, margin: missing('unparsed'), wallet: missing('unparsed') })
    expect(root.textContent).toContain('We can’t read enough of this row to work it out.')
    expect(field('what-if-refused')).toBeNull()
    expect([...root.querySelectorAll('[data-typed] input')]).toEqual(fields)
    await show(long)
    expect(text('at-stake-after')).toBe('60.00 USDT → 100.00 USDT')
    expect(text('what-if-wanted')).toMatch(/100\.\d\d/)
  })
  test('an amount for a wanted distance, rounded up', async () => {
    await type('wanted-distance', '10')
    // To 52,200: 5,028.9 × 0.02 × 0.996
    expect(Number(field('what-if-wanted')?.getAttribute('data-value'))).toBeCloseTo(100.18, 1)
    expect(text('what-if-wanted')).toMatch(/^That takes (between )?100\.\d\d/)
    await type('wanted-distance', '0.5')
    expect(text('what-if-wanted')).toMatch(/^That takes (between )?9\.5\d .* less\./)
    await type('wanted-distance', '100')
    expect(root.textContent).toContain('No amount of margin gives that distance.')
  })
  test('where more margin changes nothing', () => {
    expect(text('what-if-end')).toBe(
      'After 1,140.00 USDT more, extra margin changes nothing: there’s no liquidation price left.',
    )
  })
  test('the sentence that more is not safer has its reason behind it', () => {
    const lesson = root.querySelector('[data-lesson="not-safer"]')
    expect(lesson?.querySelector('summary')?.textContent).toBe(
      'More margin doesn’t make a position safer.',
    )
    expect(lesson?.querySelector('p')?.textContent).toContain('The loss stays')
  })
})

describe('the stop planner', () => {
  beforeEach(async () => {
    await show(long)
    await open('stop')
  })

  test('the useful zone, and what is set now', () => {
    expect(text('stop-zone')).toBe('Useful between 57,506.1 and the mark price 58,000.0.')
    expect(text('stop-existing')).toBe('No stop is set now.')
  })
  test('a stop: does it act, and what would it cost', async () => {
    await type('stop-price', '57800')
    expect(text('stop-verdict')).toBe('It triggers before liquidation.')
    expect(text('stop-outcome')).toBe('Loss at this stop: 44.00 USDT (2.20% of your capital)')
  })
  test('beyond liquidation: it would never act, and no loss is promised', async () => {
    await type('stop-price', '57000')
    expect(text('stop-verdict')).toContain('liquidation comes first')
    expect(field('stop-outcome')).toBeNull()
  })
  test('a part: the rest stays open', async () => {
    await type('stop-covers', '50')
    await type('stop-price', '57800')
    expect(text('stop-outcome')).toContain('22.00 USDT')
    expect(root.textContent).toContain('This stop would leave 50.00% of the position open.')
    await type('stop-covers', '0')
    expect(problems()).toEqual(['Enter a percentage above 0 and up to 100.'])
  })
  test('the nearest stop for a chosen loss, judged too', async () => {
    await type('stop-loss', '44')
    expect(text('stop-nearest')).toBe('Stop price for that loss: 57,800.0')
    expect(text('stop-verdict')).toBe('It triggers before liquidation.')
    await type('stop-loss', '60')
    expect(text('stop-verdict')).toContain('liquidation comes first')
    await type('stop-loss', '10')
    expect(text('stop-verdict')).toContain('wrong side')
  })
})

describe('which stops are set, in the planner', () => {
  const order = {
    symbol: 'BTCUSDT',
    kind: 'stop',
    direction: 'sell',
    positionSide: null,
    triggerPrice: printed('57500.0', 1),
    quantity: missing('none'),
    reduceOnly: { value: true },
    closePosition: { value: true },
  } as const
  const existing = async (change: Change, facts: PositionFacts = long) => {
    await show(facts, [], change)
    await open('stop')
    return text('stop-existing')
  }
  const orders = (count: number | null) => ({
    openOrders: { count, orders: null, complete: false, readAt: null },
  })

  test('none, proved', async () => {
    expect(await existing(orders(0))).toBe('No stop is set now.')
  })
  test('one of two open orders may be one; or of who knows how many', async () => {
    expect(await existing(orders(2))).toBe(
      'None in the TP/SL columns. One of 2 open orders may be a stop-loss.',
    )
    expect(await existing(orders(null))).toBe(
      'None in the TP/SL columns. An open order may be a stop-loss.',
    )
  })
  test('an open order, with its age', async () => {
    const openOrders = {
      count: 1,
      orders: [order],
      complete: true,
      readAt: long.readAt - 185_000,
    }
    expect(await existing({ openOrders })).toBe(
      'Current stop: 57,500.0, an open order seen 3 min ago.',
    )
  })
  test('for a part; a zone for the leg whose liquidation is on the other side', async () => {
    expect(await existing({}, { ...long, stopLoss: { state: 'partial', count: 2 } })).toMatch(
      /^Current stop: we can’t see enough to tell\./,
    )
    const leg: PositionFacts = {
      ...long,
      key: 'BTCUSDT:long:cross',
      marginMode: 'cross',
      liquidationPrice: printed('70188.4', 1),
    }
    await existing({ positionMode: 'hedge' }, leg)
    expect(text('stop-zone')).toBe(
      'Liquidation is on the other side of the price: any stop on the losing side of 58,000.0 triggers first.',
    )
  })
})

describe('cross margin, explained', () => {
  const cross: PositionFacts = { ...long, key: 'BTCUSDT:long:cross', marginMode: 'cross' }

  test('the balance, who shares it, and what a move takes', async () => {
    const other = {
      ...cross,
      key: 'ETHUSDT:short:cross',
      symbol: 'ETHUSDT',
      side: 'short',
    } as const
    await show(cross, [other])
    await open('cross')
    expect(text('cross-balance')).toBe('The whole balance: 2,000.00 USDT')
    expect(text('cross-shared')).toBe('Shared with: ETHUSDT Short')
    // 5 % of 58,000 × 0.02; liquidation at 57,228.9 comes before.
    expect(text('cross-takes')).toBe(
      'That costs 58.00 USDT of the balance: 2.90% of it. Liquidation comes before that.',
    )
    await type('cross-move', '1')
    expect(text('cross-takes')).toBe('That costs 11.60 USDT of the balance: 0.58% of it.')
    await type('cross-move', '0')
    expect(problems()).toEqual(['Enter a number above 0.'])
  })
  test('multi-assets mode: one balance in dollars behind the cross positions of all assets', async () => {
    const account = { ...accountFacts, asset: 'USD', assetMode: { value: 'multi' } } as const
    const other = { ...cross, key: 'BTCUSDC:long:cross', symbol: 'BTCUSDC', marginAsset: 'USDC' }
    await show(cross, [other], { account })
    await open('cross')
    expect(text('cross-balance')).toBe('The whole balance: 2,000.00 USD')
    expect(text('cross-pooled')).toBe(
      'Cross positions in all assets share this balance, counted in USD.',
    )
    expect(text('cross-shared')).toBe('Shared with: BTCUSDC Long')
    expect(text('cross-takes')).toContain('2.90% of it')
  })
  test('a mode that is not visible: perhaps they share it', async () => {
    const account = { ...accountFacts, assetMode: missing('column-hidden') }
    const other = { ...cross, key: 'BTCUSDC:long:cross', symbol: 'BTCUSDC', marginAsset: 'USDC' }
    await show(cross, [other], { account })
    await open('cross')
    expect(text('cross-shared')).toMatch(/^Perhaps shared with: BTCUSDC Long\./)
    expect(field('cross-pooled')).toBeNull()
  })
  test('the other leg of a hedge wins by the same move', async () => {
    const leg = {
      ...cross,
      key: 'BTCUSDT:short:cross',
      side: 'short',
      quantity: printed('0.03', 2),
    }
    await show(cross, [leg as PositionFacts], { positionMode: 'hedge' })
    await open('cross')
    expect(text('cross-takes')).toBe(
      'The other position in this contract gains at least as much: the balance doesn’t fall.',
    )
  })
  test('a position without a readable quantity: unknown, and not zero', async () => {
    await show({ ...cross, quantity: missing('contradicted') })
    await open('cross')
    expect(field('cross-takes')).toBeNull()
    expect(root.textContent).toContain('unknown')
  })
})
