// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, test } from 'vitest'
import { PositionCard } from '@/components/card/PositionCard'
import { PanelContext } from '@/components/panel-context'
import type { EpisodeFacts, PositionFacts } from '@/lib/rules/facts'
import { tickerMemory } from '@/lib/rules/insight'
import { defaultLimits } from '@/lib/rules/limits'
import { panelModel } from '@/lib/rules/panel'
import { bracketMemory } from '@/lib/rules/planning'
import type { PanelSize } from '@/lib/rules/settings'
import { d, episodeOf, is, longPosition, missing, panelInput } from '../../lib/rules/facts'

const NOW = 1_000_000
const HOUR = 3_600_000
let root: HTMLElement
beforeEach(() => {
  root = document.createElement('div')
})

/** 0.02 at 60,000 with a wallet of 60 and a rate of 0.4 %: (60 − 1,200) ÷ (0.02 · (0.004 − 1)). */
const losing: PositionFacts = {
  ...longPosition,
  leverage: is(20),
  quantity: { ...is('0.020'), decimals: 3 },
  entryPrice: { ...is('60000.0'), decimals: 1 },
  markPrice: { ...is('59100.0'), decimals: 1 },
  liquidationPrice: { ...is('57228.9'), decimals: 1 },
  margin: { ...is('60.00'), decimals: 2 },
  wallet: { ...is('60.00'), decimals: 2 },
  // 59,100 · 0.02 · 0.4 % ÷ (60 − 18)
  marginRatio: { ...is('0.1126'), decimals: 4 },
  unrealizedPnl: is(-18),
  estimatedFunding: is('-0.12'),
}

const show = (
  facts: PositionFacts,
  {
    size = 'detailed',
    episode,
    hours = 2,
  }: { size?: PanelSize; episode?: EpisodeFacts; hours?: number } = {},
) =>
  act(() => {
    const model = panelModel({
      input: panelInput([facts]),
      episodes: new Map(episode === undefined ? [] : [[facts.key, episode]]),
      limits: defaultLimits,
      previous: null,
      now: NOW,
    })
    const [position] = model.positions
    if (position === undefined) throw new Error('no position')
    const tickers = tickerMemory().after(
      {
        symbol: 'BTCUSDT',
        dayHigh: is(61_000),
        dayLow: is(58_500),
        fundingRate: is('0.0001'),
        nextFundingAt: { value: NOW + 5 * HOUR },
      },
      NOW - hours * HOUR,
    )
    render(
      <PanelContext.Provider
        value={{
          tickerOf: tickers.of,
          estimateOf: bracketMemory().after([facts]).of,
          onCorrect: () => undefined,
        }}
      >
        <PositionCard position={position} model={model} size={size} />
      </PanelContext.Provider>,
      root,
    )
  })
const said = (name: string) => root.querySelector(`[data-insight="${name}"]`)?.textContent ?? null

describe('in the detailed size', () => {
  test('the day’s range against the distance, with its age', async () => {
    await show(losing)
    // (61,000 − 58,500) ÷ 59,100; (59,100 − 57,228.9) ÷ 59,100
    expect(said('range')).toBe(
      'The 24-hour high and low are 4.24% apart. Liquidation is 3.16% away. (High and low seen 2 hr ago.)',
    )
    expect(root.querySelector('[data-insight="range"]')?.hasAttribute('data-reaches')).toBe(true)
  })

  test('beyond the liquidation price nothing is said to be so far away', async () => {
    await show({ ...losing, markPrice: { value: d('57000'), decimals: 1 } })
    expect(said('range')).toBeNull()
  })

  test('both ways in one sentence', async () => {
    await show(losing)
    expect(said('asymmetry')).toBe('Back to entry: +1.53%. To liquidation: −3.16%.')
  })

  test('what funding takes', async () => {
    await show(losing)
    expect(said('funding')).toMatch(
      /^The next funding takes 0\.12 USDT from the margin\. At this rate, 0\.36 USDT a day\. Liquidation would then be 3\.1\d% away\.$/,
    )
    await show({ ...losing, estimatedFunding: is('0.12') })
    expect(said('funding')).toBe('The next funding brings 0.12 USDT.')
  })

  test('the ladder: nothing where liquidation lies beyond, else so much more', async () => {
    await show(losing)
    const rungs = [...root.querySelectorAll('[data-rung]')].map((rung) =>
      [...rung.children].map((cell) => cell.textContent),
    )
    expect(rungs.map(([move]) => move)).toEqual(['−5.00%', '−10.00%', '−15.00%'])
    // To liquidate at 59,100 · 0.95 = 56,145: 0.02 · 0.996 · (57,228.9 − 56,145) = 21.59
    expect(Number(rungs[0]?.[1]?.replace(/[^\d.]/g, ''))).toBeCloseTo(21.6, 1)
    expect(Number(rungs[0]?.[2]?.replace(/[^\d.]/g, ''))).toBeCloseTo(81.6, 1)
  })

  test('after a second margin addition: closing at the first, and closing now', async () => {
    const episode = episodeOf({
      marginAdditions: 2,
      additions: [],
      pnlAtFirstAddition: d('-9.5'),
    })
    await show(losing, { episode })
    expect(said('first')).toBe(
      'If you’d closed at your first margin addition: −9.50 USDT. If you close now: −18.00 USDT.',
    )
  })

  test('what is not certain is not said', async () => {
    await show({
      ...losing,
      liquidationPrice: missing('unparsed'),
      estimatedFunding: missing('none'),
    })
    for (const name of ['range', 'asymmetry', 'funding', 'ladder', 'first']) {
      expect(said(name), name).toBeNull()
    }
  })
})

describe('in the normal size', () => {
  test('only where it matters: a day’s move is more than what is left to liquidation', async () => {
    const near = { ...losing, liquidationPrice: { ...is('57228.9'), decimals: 1 } }
    await show(near, { size: 'normal', episode: episodeOf(), hours: 0.5 })
    expect(said('range')).toBe(
      'The 24-hour high and low are 4.24% apart: more than the distance to liquidation.',
    )
    expect(said('ladder')).toBeNull()
    // Here there is no room to say how old they are.
    await show(near, { size: 'normal', episode: episodeOf(), hours: 2 })
    expect(said('range')).toBeNull()
    await show(
      { ...near, liquidationPrice: is(40_000) },
      { size: 'normal', episode: episodeOf(), hours: 0.5 },
    )
    expect(said('range')).toBeNull()
  })
})
