import { type Effect } from '@/entrypoints/futures.content/loop/effect'
import type { Happening } from '@/entrypoints/futures.content/loop/event'
import { type Beginning, initialState, type State } from '@/entrypoints/futures.content/loop/state'
import { update } from '@/entrypoints/futures.content/loop/update'
import { emptyLedger, type Observation, type ObservedPosition, reduceLedger } from '@/lib/ledger'
import { defaultLimits } from '@/lib/rules/limits'
import { defaultAppearance } from '@/lib/rules/settings'
import type { LedgerAnswer } from '@/lib/storage/ledger'
import { NOON } from './readings'

export const beginning: Beginning = {
  at: NOON,
  limits: defaultLimits,
  waiting: [],
  appearance: defaultAppearance,
  places: {},
  window: { width: 1280, height: 800 },
  words: { tags: [], dictionary: null },
}

/** A content script without a browser: what happens goes in, what is to be done comes out. */
export const play = (change: Partial<Beginning> = {}) => {
  let state = initialState({ ...beginning, ...change })
  let at = NOON
  return {
    state: (): State => state,
    /** `after`: seconds since what happened before. */
    happens: (happening: Happening, after = 0): readonly Effect[] => {
      at += after * 1_000
      const step = update(state, { ...happening, at })
      state = step.state
      return step.effects
    },
  }
}

export const typesOf = (effects: readonly Effect[]): string[] => effects.map(({ type }) => type)

export const ofType = <T extends Effect['type']>(
  effects: readonly Effect[],
  type: T,
): Extract<Effect, { type: T }>[] =>
  effects.filter((effect): effect is Extract<Effect, { type: T }> => effect.type === type)

const seen: ObservedPosition = {
  symbol: 'BTCUSDT',
  side: 'long',
  marginMode: 'isolated',
  quantity: '0.020',
  quantityRange: null,
  contractSize: null,
  entryPrice: '60000.0',
  markPrice: '60000.0',
  liquidationPrice: '50000.0',
  margin: '120.00',
  marginSlack: null,
  marginAsset: 'USDT',
  contractType: 'perpetual',
  leverage: '10',
  unrealizedPnl: '0.00',
  estimatedFunding: null,
  nextFundingAt: null,
  stopLoss: { state: 'present', price: '58000.0' },
}

const MINUTE_MS = 60_000
/** Before noon, and away from the full hour, where funding settles. */
const START = NOON - 30 * MINUTE_MS

const observation = (
  sequence: number,
  positions: readonly ObservedPosition[],
  at: number,
): Observation => ({
  at,
  tab: 'a',
  sequence,
  browserTab: null,
  market: 'usdm',
  positionMode: null,
  account: null,
  ticker: null,
  complete: true,
  positions: [...positions],
})

/** What the ledger answers after the position above was opened and margin added `times`. */
export const ledgerAfter = (times: number, { ended = false } = {}): LedgerAnswer => {
  const margins = Array.from({ length: times + 1 }, (_, index) => 120 + 50 * index)
  const looks = [
    ...margins.map((margin) => [
      {
        ...seen,
        margin: margin.toFixed(2),
        // (entry · quantity − wallet) ÷ (quantity · (1 − 0.4 %))
        liquidationPrice: ((60_000 * 0.02 - margin) / (0.02 * 0.996)).toFixed(1),
      },
    ]),
    ...(ended ? [[]] : []),
  ]
  const ledger = looks
    .flatMap((positions, index) =>
      // Nothing counts before it was seen twice, and then a while later.
      [0, 1_000, 8_000].map((later, repeat) =>
        observation(3 * index + repeat + 1, positions, START + index * MINUTE_MS + later),
      ),
    )
    .reduce(reduceLedger, emptyLedger)
  return { open: ledger.open, closed: ledger.closed, notice: null, saved: true, life: 'one' }
}
