// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { MarginCompanion } from '@/components/decision/MarginCompanion'
import type { CompanionModel } from '@/lib/rules/decision'
import { defaultLimits, type Limits } from '@/lib/rules/limits'
import { episodeOf, is, missing } from '../../lib/rules/facts'
import { companionOn } from './action-page'

let root: HTMLElement

beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'))
})

const show = (model: CompanionModel, pause = 0) =>
  act(() => {
    render(
      <MarginCompanion
        model={model}
        place={{ left: 0, top: 0, width: 320, maxHeight: 400 }}
        pause={pause}
      />,
      root,
    )
  })

const value = (name: string) =>
  root.querySelector(`[data-field="${name}"]`)?.getAttribute('data-value') ?? null
const texts = (selector: string) => [...root.querySelectorAll(selector)].map((e) => e.textContent)

describe('what the amount does, and what would help instead', () => {
  const showWith = async (additions: number, stop: number | null) => {
    const { model } = companionOn('action-2026-en', episodeOf({ marginAdditions: additions }))
    if (model.state !== 'matched') throw new Error(model.state)
    const { position } = model
    const evaluation =
      stop === null
        ? position.evaluation
        : {
            ...position.evaluation,
            stop: { state: 'present', price: is(stop), readAt: null } as const,
          }
    await show({ ...model, position: { ...position, evaluation } })
    return root.textContent
  }

  test('more money at stake; over the limit, what limits a loss', async () => {
    expect(await showWith(0, null)).toContain(
      'It moves the liquidation price and puts more money at stake.',
    )
    expect(await showWith(1, null)).toContain('More margin doesn’t.')
  })

  test('without a liquidation price there is none that more margin would move', async () => {
    const { model } = companionOn('action-2026-en')
    if (model.state !== 'matched') throw new Error(model.state)
    const { position } = model
    const facts = { ...position.facts, wallet: is(1_000_000), liquidationPrice: missing('none') }
    await show({ ...model, position: { ...position, facts } })
    expect(root.textContent).toContain('there’s no liquidation price left')
    expect(root.textContent).not.toContain('It moves the liquidation price')
  })

  test('where the stop-loss triggers first, that more margin changes nothing there', async () => {
    const { model } = companionOn('action-2026-en')
    if (model.state !== 'matched') throw new Error(model.state)
    const price = (figure: typeof model.position.facts.markPrice) =>
      'value' in figure ? figure.value.toNumber() : NaN
    const { markPrice, liquidationPrice } = model.position.facts
    const between = Math.round((price(markPrice) + price(liquidationPrice)) / 2)
    for (const additions of [0, 1]) {
      expect(await showWith(additions, between)).toContain('more margin changes nothing there')
    }
    // Beyond liquidation it never triggers.
    const beyond = 2 * price(liquidationPrice) - price(markPrice)
    expect(await showWith(0, beyond)).not.toContain('more margin changes nothing there')
  })
})

describe('by the trader’s own limits', () => {
  test('a second addition: past the limit, with three facts first', async () => {
    const { model } = companionOn('action-2026-en', episodeOf({ marginAdditions: 1 }))
    await show(model, 5_000)
    expect(texts('.pause li')).toEqual([
      'The loss stays the same: −14.13 USDT',
      'You’d have more money at stake in the same position.',
      'A smaller position or a stop-loss limits the loss. More margin doesn’t.',
    ])
    await act(() => {
      root.querySelector<HTMLButtonElement>('[data-action="dismiss-pause"]')?.click()
    })
    expect(texts('[data-field="addition"]')).toEqual([
      'This would count as margin addition 2. Your limit is 1.',
    ])
    // It is said once.
    expect(texts('[data-verdict]')).toEqual([])
    // The row cannot be read for a moment: what was dismissed does not come again.
    await show({ state: 'unmatched' }, 5_000)
    await show(model, 5_000)
    expect(texts('.pause li')).toEqual([])
  })

  test('the pause ends by itself, after as long as the trader has set', async () => {
    vi.useFakeTimers()
    const { model } = companionOn('action-2026-en', episodeOf({ marginAdditions: 1 }))
    await show(model, defaultLimits.decisionPause)
    expect(texts('.pause li')).toHaveLength(3)
    await act(() => void vi.advanceTimersByTime(4_900))
    expect(texts('.pause li')).toHaveLength(3)
    await act(() => void vi.advanceTimersByTime(200))
    expect(texts('.pause li')).toHaveLength(0)
    expect(texts('[data-field="addition"]')).toHaveLength(1)
    vi.useRealTimers()
  })

  test('a first one that is small', async () => {
    const { model } = companionOn('action-2026-en', episodeOf({ marginAdditions: 0 }))
    await show(model)
    expect(texts('[data-verdict]')).toEqual(['This amount is within your limits.'])
  })

  test('one larger than allowed', async () => {
    const limits = { ...defaultLimits, maxAdditionShare: '0.005' }
    const { model } = companionOn('action-2026-en', episodeOf({ marginAdditions: 0 }), limits)
    await show(model)
    expect(texts('[data-verdict]')).toEqual([
      'More than you allow for one margin addition: this amount is 1.29% of your capital.',
    ])
  })

  test('the count is not known yet: no addition is numbered, and nothing is called within', async () => {
    const { model } = companionOn('action-2026-en')
    await show(model)
    expect(value('addition')).toBeNull()
    expect(texts('[data-verdict]')).toEqual([
      'The page doesn’t show enough to check this against your limits.',
    ])
  })
})

describe('a removal', () => {
  const removal = (limits: Partial<Limits> = {}) =>
    companionOn(
      'action-2026-en',
      episodeOf({ marginAdditions: 1 }),
      { ...defaultLimits, ...limits },
      { direction: 'remove', estimatedLiquidationPrice: { missing: 'none' } },
    ).model

  test('has questions of its own, and none about adding margin', async () => {
    await show(removal())
    expect(texts('summary')).toContain('Before you remove margin')
    expect(
      [...root.querySelectorAll('[data-question]')].map((each) => [
        each.getAttribute('data-question'),
        each.getAttribute('data-answer'),
      ]),
    ).toEqual([
      ['distance-left', 'against'],
      ['stop-still-acts', 'unknown'],
      ['winning', 'against'],
      ['money-needed', 'ask'],
    ])
    expect(root.textContent).not.toContain('tiny part')
    expect(value('addition')).toBeNull()
  })

  test('is judged by the distance that is left', async () => {
    const verdictBy = async (limits: Partial<Limits>) => {
      await show(removal(limits))
      return texts('[data-verdict]')
    }
    // From 3.5 % to about 1.4 %.
    expect(await verdictBy({})).toEqual(['Closer to liquidation than your danger limit of 3.00%.'])
    expect(await verdictBy({ distanceDanger: '0.01' })).toEqual([
      'Closer to liquidation than your caution limit of 10.00%.',
    ])
    expect(await verdictBy({ distanceDanger: '0.001', distanceCaution: '0.01' })).toEqual([
      'Liquidation stays farther away than your thresholds.',
    ])
  })
})

test('a capital in another asset: no share, the reason, and nothing is called within', async () => {
  const { model } = companionOn('action-2026-en', episodeOf({ marginAdditions: 0 }), {
    ...defaultLimits,
    capital: { amount: '2', asset: 'BTC' },
  })
  await show(model)
  expect(value('capital-share-after')).toBeNull()
  expect(texts('[data-no-share]')).toEqual(['Your capital is counted in another asset.'])
  expect(root.querySelector('[data-verdict]')?.getAttribute('data-verdict')).toBe('unknown')
})

test('for which position it is, is not known: that is said, and no figure', async () => {
  await show({ state: 'unmatched' })
  expect(texts('.quiet')).toEqual([
    'We can’t tell which position this dialog is for, so we show no figures.',
  ])
  expect(root.querySelectorAll('[data-field]')).toHaveLength(0)
})

test('six questions, of which one only the trader can answer', async () => {
  const { model } = companionOn('action-2026-en', episodeOf({ marginAdditions: 0 }))
  await show(model)
  const answers = [...root.querySelectorAll('[data-question]')].map((row) => [
    row.getAttribute('data-question'),
    row.getAttribute('data-answer'),
  ])
  expect(answers).toContainEqual(['money-elsewhere', 'ask'])
  expect(answers).toContainEqual(['leverage-moderate', 'against'])
  // No price is called no worse than at an addition that there wasn't.
  expect(texts('[data-question="price-against"] dd')).toEqual(['none yet'])
  expect(answers).toHaveLength(6)
})

test('before and after are two bars, and more of the trader’s money is seen to be more', async () => {
  const { model } = companionOn('action-2026-en', episodeOf({ marginAdditions: 0 }))
  await show(model)
  const bars = (name: string) => [
    ...(
      root.querySelector(`[data-field="${name}-after"]`)?.parentElement ?? root
    ).querySelectorAll<HTMLElement>('.bars i'),
  ]
  const widths = (name: string) => bars(name).map((bar) => Math.round(parseFloat(bar.style.width)))
  expect(widths('at-stake')[1]).toBe(100)
  expect(widths('at-stake')[0]).toBeLessThan(100)
  expect(bars('at-stake')[1]?.hasAttribute('data-more')).toBe(true)
  expect(widths('distance')[1]).toBe(100)
  expect(bars('distance')[1]?.hasAttribute('data-more')).toBe(false)
  expect(bars('liquidation')).toEqual([])
})

test('the sentence that counts comes first, in the colour of the limit', async () => {
  const first = (additions: number) => async () => {
    await show(companionOn('action-2026-en', episodeOf({ marginAdditions: additions })).model)
    const [headline] = root.querySelectorAll('.companion > *')
    return [headline?.getAttribute('data-severity'), headline?.querySelector('strong')?.textContent]
  }
  expect(await first(0)()).toEqual([
    'caution',
    'This would count as margin addition 1. Your limit is 1.',
  ])
  expect(await first(1)()).toEqual([
    'danger',
    'This would count as margin addition 2. Your limit is 1.',
  ])
})

test('where there is no room for figures: that sentence, and why there is no more', async () => {
  const { model } = companionOn('action-2026-en', episodeOf({ marginAdditions: 1 }))
  await act(() => {
    render(
      <MarginCompanion
        model={model}
        place={{ left: 0, top: 0, width: 700, maxHeight: 50 }}
        isLine
        pause={5_000}
      />,
      root,
    )
  })
  expect(texts('.counts strong')).toEqual([
    'This would count as margin addition 2. Your limit is 1.',
  ])
  expect(texts('[data-no-room]')).toEqual([
    'No room for figures next to this dialog. Make the window larger to see them.',
  ])
  expect(value('at-stake-after')).toBeNull()
})
