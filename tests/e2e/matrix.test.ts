import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import {
  coinMargined,
  hedged,
  mixedPositions,
  type Step,
} from '../practice-exchange/page-fixture/scene-steps.ts'
import { languages, type View } from '../practice-exchange/view.ts'
import { compareWithTruth } from './compare-with-truth.ts'
import type { BrowserPage, Driver } from './driver.ts'
import { panelState } from './panel.ts'
import { until, within } from './until.ts'
import { sharedWorld } from './shared-world.ts'
import { practice } from './world.ts'

const ORIGIN = 'https://www.binance.com'
const STILL = 'reset=on&dock=off&path=off&churn=0'
const whole = inject('browser') === 'chromium'

type Look = { what: string; view: Partial<View> }
type Seen = { what: string; rows: number; figures: number; of: number; wrong: string[] }

/** A page that is read tells the new price at once; one that is not is given this long. */
const PATIENCE = 2_000
const SLOWNESS = 4_000

let driver: Driver
let page: BrowserPage
let price = 59_312

const take = (steps: readonly Step[]) =>
  page.evaluate((list: unknown) => {
    const hands = (window as unknown as { practice: Record<string, (...v: unknown[]) => void> })
      .practice
    for (const [name, ...given] of list as [string, ...unknown[]][]) hands[name]?.(...given)
  }, steps)

/** Changes the view and the price, and compares what is shown with what is true, when it has settled. */
const look = async ({ what, view }: Look, symbol: string): Promise<Seen> => {
  price = price > 59_400 ? 59_312 : price + 1.5
  await take([
    ['setView', view],
    ['setPrice', symbol, price],
  ])
  await within(PATIENCE, async () =>
    panelState(await page.panel()).positions.some(
      ({ key, fields }) =>
        key.startsWith(`${symbol}:`) && Number(fields['mark-price']?.value) === price,
    ),
  )
  const compare = async () => {
    const truths = await practice(page, 'positions')
    return {
      what,
      of: truths.length,
      ...compareWithTruth(panelState(await page.panel()), truths),
    }
  }
  // A slow machine may not have looked yet; what is wrong stays wrong.
  const right = await within(SLOWNESS, async () => {
    const compared = await compare()
    return compared.wrong.length === 0 && compared
  })
  return right ?? compare()
}

const lookAtAll = async (looks: readonly Look[], symbol: string): Promise<Seen[]> => {
  const seen: Seen[] = []
  for (const one of looks) seen.push(await look(one, symbol))
  for (const { what, rows, of, figures } of seen) {
    console.log(
      what.padEnd(44),
      `${String(rows)} of ${String(of)} rows, ${String(figures)} figures`,
    )
  }
  return seen
}

const wrongIn = (seen: readonly Seen[]) =>
  seen.flatMap(({ what, wrong }) => wrong.map((one) => `${what}: ${one}`))

const generations = whole ? (['2022', '2024', '2026'] as const) : (['2026'] as const)
const spoken = whole ? languages : (['en', 'zh-CN', 'ru', 'nonsense'] as const)

const everyLanguage = (view: Partial<View>): Look[] =>
  generations.flatMap((generation) =>
    spoken.map((language) => ({
      what: [generation, language, ...Object.values(view)].join(' '),
      view: { ...view, generation, language },
    })),
  )

const only = (what: string, view: Partial<View>): Look => ({ what, view })

/** One after the other, each taken back by the next. */
const usual: Partial<View> = {
  generation: '2026',
  language: 'en',
  replacePane: false,
  stalePane: 'none',
  twinTabs: 'none',
  sizeUnit: 'coin',
  signedSize: true,
}
const disturbances: readonly Look[] = [
  only('whole pane replaced', { ...usual, replacePane: true }),
  ...(['display-none', 'visibility-hidden', 'off-screen', 'collapsed'] as const).map((stalePane) =>
    only(`stale pane ${stalePane}`, { ...usual, stalePane }),
  ),
  only('two groups of tabs, one hidden', { ...usual, twinTabs: 'hidden' }),
  only('two groups of tabs in sight', { ...usual, twinTabs: 'visible' }),
  only('size in quote, no sign', { ...usual, sizeUnit: 'quote', signedSize: false }),
  only('back to the usual', usual),
]

describe('what the panel shows is what the exchange has, or is not shown', () => {
  beforeAll(async () => {
    driver = await sharedWorld(inject('browser'))
    page = await driver.openPage(`${ORIGIN}/en/futures/BTCUSDT?${STILL}`)
  })
  afterAll(() => driver.close())

  test('every generation and language, one-way', async () => {
    await take(mixedPositions)
    const seen = await lookAtAll(everyLanguage({}), 'BTCUSDT')
    expect(wrongIn(seen)).toEqual([])
    const unread = seen.filter(({ rows, what }) => rows === 0 && !what.includes('nonsense'))
    expect(unread.map(({ what }) => what)).toEqual([])
  })

  test('text in place, the pane replaced, old panes, tabs twice, other units', async () => {
    const seen = await lookAtAll(disturbances, 'BTCUSDT')
    expect(wrongIn(seen)).toEqual([])
    expect(seen[0]?.rows).toBe(5)
    expect(seen.at(-1)?.rows).toBe(5)
  })

  test('both legs of a hedge', async () => {
    await page.goto(`${ORIGIN}/en/futures/BTCUSDT?${STILL}&positionMode=hedge`)
    await take(hedged)
    const looks = whole
      ? [...everyLanguage({}), only('2026 en quote', { ...usual, sizeUnit: 'quote' })]
      : everyLanguage({}).slice(0, 1)
    const seen = await lookAtAll(looks, 'BTCUSDT')
    expect(wrongIn(seen)).toEqual([])
    expect(seen.filter(({ rows }) => rows > 0).length).toBeGreaterThanOrEqual(whole ? 27 : 1)
  })

  test('COIN-M, in coins and in contracts', async () => {
    await page.goto(`${ORIGIN}/en/delivery/BTCUSD_PERP?${STILL}`)
    await take(coinMargined)
    const units = whole ? (['coin', 'contracts'] as const) : (['contracts'] as const)
    const looks = units.flatMap((sizeUnit) =>
      (whole ? (['en', 'vi', 'ko', 'nonsense'] as const) : (['en'] as const)).map((language) =>
        only(`COIN-M ${language} ${sizeUnit}`, {
          ...usual,
          language,
          sizeUnit,
          coinDigits: '8',
        }),
      ),
    )
    const seen = await lookAtAll(looks, 'BTCUSD_PERP')
    expect(wrongIn(seen)).toEqual([])
    expect(seen.find(({ what }) => what === 'COIN-M en contracts')?.rows).toBe(3)
  })

  test('of sixty positions those in the list’s window', async () => {
    await page.goto(`${ORIGIN}/en/futures/BTCUSDT?${STILL}&fill=60`)
    const [first] = await practice(page, 'positions')
    const symbol = first?.symbol ?? ''
    const state = await until(
      'positions',
      async () => {
        const seen = panelState(await page.panel())
        return seen.positions.length > 0 && seen
      },
      { patience: SLOWNESS },
    )
    const truths = await practice(page, 'positions')
    const { wrong, rows } = compareWithTruth(state, truths)
    expect(wrong).toEqual([])
    expect(state.positions.some(({ key }) => key.startsWith(`${symbol}:`))).toBe(true)
    expect(rows).toBeGreaterThan(3)
    expect(rows).toBeLessThan(60)
    expect([state.status, truths.length]).toEqual(['partial', 60])
  })
})
