import { type Language, languages, type View } from '../view.ts'
import { wordsFor } from '../page/words/index.ts'
import {
  coinMargined,
  hedged,
  hedgedAcross,
  mixedPositions,
  onePosition,
  type Step,
  underMultiAssets,
  withConditionalStop,
} from './scene-steps.ts'

export type Scene = {
  name: string
  path: string
  /** What the address says of the view and of the start. */
  parameters: Readonly<Record<string, string>>
  steps: readonly Step[]
  /** What a mouse clicks on in the end: the name of an icon. */
  click?: string
  /** What is typed in the end: into the dialog's field, and into the order form's size. */
  type?: { amount: string; size: string }
}

/** How the address names them. */
const segments: Readonly<Partial<Record<Language, string>>> = { 'zh-TW': 'zh-TC', nonsense: 'qaa' }

const generations: readonly View['generation'][] = ['2022', '2024', '2026']

const everyGenerationAndLanguage: readonly Scene[] = generations.flatMap((generation) =>
  languages.map((language) => ({
    name: `${generation}-${language}`,
    path: `/${segments[language] ?? language}/futures/BTCUSDT`,
    parameters: { generation, cards: 'on' },
    steps: mixedPositions,
  })),
)

const scene = (
  name: string,
  parameters: Scene['parameters'],
  steps = mixedPositions,
  path = '/en/futures/BTCUSDT',
): Scene => ({ name, path, parameters, steps })

/** What the page does to a reader that learnt one table by heart. */
const variations: readonly Scene[] = [
  scene('2026-en-hedge', { positionMode: 'hedge', signedSize: 'off' }, hedged),
  scene(
    '2022-en-hedge',
    { generation: '2022', positionMode: 'hedge', sizeUnit: 'quote', signedSize: 'off' },
    hedged,
  ),
  scene(
    '2024-en-hedge',
    { generation: '2024', positionMode: 'hedge', stalePane: 'off-screen' },
    hedged,
  ),
  scene('2026-en-hedge-cross', { positionMode: 'hedge', signedSize: 'off' }, hedgedAcross),
  scene('2026-en-conditional-stop', {}, withConditionalStop),
  scene('2026-en-coin-m', {}, coinMargined, '/en/delivery/BTCUSD_PERP'),
  scene(
    '2026-en-coin-m-contracts',
    { sizeUnit: 'contracts', coinDigits: '8' },
    coinMargined,
    '/en/delivery/BTCUSD_PERP',
  ),
  scene('2026-en-multi-assets', { assetMode: 'multi', rowsInUsd: 'on' }, underMultiAssets),
  scene('2026-en-reordered', {
    columns: 'symbol,size,entryPrice,markPrice,pnl,liquidationPrice,positionStops,close',
    sizeUnit: 'quote',
    signedSize: 'off',
    roiParentheses: 'off',
    stopPrices: 'two-lines',
    listClasses: 'dropped',
  }),
  scene('2026-en-shifted', {
    extraHeaderCells: 'on',
    extraBodyCells: 'on',
    mergedCloseCell: 'on',
    marginHolds: 'wallet-and-pnl',
    pnlBy: 'last',
  }),
  scene('2026-en-stale', {
    stalePane: 'visibility-hidden',
    twinTabs: 'hidden',
    twiceIds: 'on',
    cards: 'on',
  }),
  scene('2026-en-mode-absent', {
    marginMode: 'absent',
    symbolText: 'spaced',
    signedSize: 'off',
    tabCount: 'spaced',
    noStops: 'add',
    partialStops: 'count-and-add',
    delivery: 'YYMMDD',
    stalePane: 'display-none',
  }),
  scene('2026-en-other-tab', { tab: 'positionHistory', cards: 'on' }),
  scene('2026-en-filtered', { hideOtherSymbols: 'on' }),
  scene('2026-en-sixty', { fill: '60' }, []),
  scene('2026-en-flat', {}, []),
  scene('2026-en-table-loading', { state: 'table-loading' }),
  scene('2026-en-logged-out', { state: 'logged-out' }),
  scene(
    '2026-ru-decimal-comma',
    { numbers: 'nbsp-comma', minus: 'minus-sign' },
    mixedPositions,
    '/ru/futures/BTCUSDT',
  ),
  scene('2026-pt-BR-decimal-comma', { numbers: 'comma' }, mixedPositions, '/pt-BR/futures/BTCUSDT'),
  scene(
    '2024-zh-CN-glued',
    { generation: '2024', symbolText: 'glued', marginMode: 'glued', brackets: 'full-width' },
    mixedPositions,
    '/zh-CN/futures/BTCUSDT',
  ),
  scene(
    '2026-zh-CN-other-spelling',
    { spelling: 'other', stalePane: 'collapsed' },
    mixedPositions,
    '/zh-CN/futures/BTCUSDT',
  ),
  scene(
    '2026-nonsense-other-script',
    { spelling: 'other' },
    mixedPositions,
    '/qaa/futures/BTCUSDT',
  ),
]

/** What a trader does about a position: the dialog open, an amount and a size typed. */
const actions: readonly Scene[] = generations.flatMap((generation) =>
  languages.map((language) => ({
    name: `action-${generation}-${language}`,
    path: `/${segments[language] ?? language}/futures/BTCUSDT`,
    parameters: { generation, modeButtons: generation === '2024' ? 'joined' : 'apart' },
    steps: onePosition,
    click: wordsFor(language).adjustMargin,
    type: { amount: '25.5', size: '0.03' },
  })),
)

export const scenes: readonly Scene[] = [...everyGenerationAndLanguage, ...variations, ...actions]
