import { scenes as pages } from './page-fixture/scenes.ts'
import {
  coinMargined,
  hedged,
  mixedPositions,
  type Step,
  underMultiAssets,
} from './page-fixture/scene-steps.ts'

/** Something that happens by itself, some milliseconds after the scene has opened. */
export type Moment = { atMs: number; says?: string; step: Step }

/** A state of the practice exchange to look at: an address, what was done there, and what happens then. */
export type DemoScene = {
  name: string
  title: string
  path: string
  parameters: Readonly<Record<string, string>>
  steps: readonly Step[]
  then: readonly Moment[]
}

type Sketch = Pick<DemoScene, 'name' | 'title'> & Partial<DemoScene>

const scene = (sketch: Sketch): DemoScene => ({
  path: '/en/futures/BTCUSDT',
  parameters: {},
  steps: [],
  then: [],
  ...sketch,
})

const BEGINS_MS = 8_000
const FALLS = 24
/** Each of them; together the price falls by 3.5 %, and a 20x long has about one left. */
const FALL = -0.0015

/**
 * Nobody has to do anything: a 20x long falls, and margin is added as from a phone, twice. Additions within five
 * seconds of each other would be one.
 */
const falling: readonly Moment[] = [
  ...Array.from({ length: FALLS }, (_, at): Moment => ({
    atMs: BEGINS_MS + at * 1_000,
    ...(at === 0 && { says: 'The price begins to fall.' }),
    step: ['movePrice', 'BTCUSDT', FALL],
  })),
  {
    atMs: BEGINS_MS + 20_500,
    says: 'Margin is added, as from a phone: 20 USDT.',
    step: ['addMargin', 'BTCUSDT', 20],
  },
  {
    atMs: BEGINS_MS + 32_500,
    says: 'And again: 20 USDT. The panel says what it thinks of that.',
    step: ['addMargin', 'BTCUSDT', 20],
  },
]

/** Short names, each with a title. */
export const namedScenes: readonly DemoScene[] = [
  scene({
    name: 'falling',
    title: 'a 20x long that falls within half a minute, with margin added twice',
    steps: [
      [
        'open',
        { symbol: 'BTCUSDT', side: 'buy', quantity: 0.02, leverage: 20, marginMode: 'isolated' },
      ],
    ],
    then: falling,
  }),
  scene({
    name: 'mixed',
    title: 'both sides, both margin modes, two assets',
    steps: mixedPositions,
  }),
  scene({
    name: 'hedge',
    title: 'hedge mode, isolated: both legs of one contract',
    parameters: { positionMode: 'hedge', signedSize: 'off' },
    steps: hedged,
  }),
  scene({
    name: 'hedge-cross',
    title: 'hedge mode, cross: two legs, one liquidation price',
    parameters: { positionMode: 'hedge', signedSize: 'off' },
    steps: [
      ['setMarginMode', 'BTCUSDT', 'cross'],
      ['open', { symbol: 'BTCUSDT', side: 'buy', quantity: 0.05, leverage: 20, leg: 'long' }],
      ['open', { symbol: 'BTCUSDT', side: 'sell', quantity: 0.15, leg: 'short' }],
    ],
  }),
  scene({
    name: 'thirty',
    title: 'thirty positions',
    parameters: { fill: '30' },
  }),
  scene({
    name: 'coinm',
    title: 'COIN-M: margin and profit in coins',
    path: '/en/delivery/BTCUSD_PERP',
    steps: coinMargined,
  }),
  scene({
    name: 'multi-assets',
    title: 'multi-assets mode: one balance behind all cross positions',
    parameters: { assetMode: 'multi', rowsInUsd: 'on' },
    steps: underMultiAssets,
  }),
  scene({
    name: 'size-in-usdt',
    title: 'Size printed in USDT',
    parameters: { sizeUnit: 'quote' },
    steps: mixedPositions,
  }),
  scene({
    name: 'few-columns',
    title: 'most columns hidden',
    parameters: { columns: 'symbol,size,markPrice,liquidationPrice,margin,pnl' },
    steps: mixedPositions,
  }),
  scene({
    name: 'partial-stops',
    title: 'partial take-profits and stops',
    steps: [
      ['open', { symbol: 'BTCUSDT', side: 'buy', quantity: 0.02, leverage: 20 }],
      ['addPartialStop', 'BTCUSDT', 'stop-loss', 58_500, 0.01],
    ],
  }),
  scene({
    name: 'cards',
    title: 'another tab in front, with cards that look like positions and are none',
    parameters: { cards: 'on', tab: 'positionHistory' },
    steps: mixedPositions,
  }),
  scene({
    name: 'page-2024',
    title: 'the page of 2024',
    parameters: { generation: '2024' },
    steps: mixedPositions,
  }),
  scene({
    name: 'page-2022',
    title: 'the page of 2022',
    parameters: { generation: '2022' },
    steps: mixedPositions,
  }),
  scene({
    name: 'light',
    title: 'the light theme',
    parameters: { theme: 'light' },
    steps: mixedPositions,
  }),
  scene({ name: 'flat', title: 'no position: open one yourself', parameters: { path: 'on' } }),
]

/** By a short name, or by that of a page fixture ("2024-ru"); `null`: there is none. */
export const sceneNamed = (name: string): DemoScene | null => {
  const named = namedScenes.find((each) => each.name === name)
  if (named !== undefined) return named
  const page = pages.find((each) => each.name === name)
  if (page === undefined) return null
  const { path, parameters, steps } = page
  return scene({ name, title: `the page fixture ${name}`, path, parameters, steps })
}

/** Names of the page fixtures, which open as well; those with a dialog want a hand. */
export const pageNames = pages.filter(({ click }) => click === undefined).map(({ name }) => name)
