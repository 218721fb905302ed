import type { ReadFailure, UnreadRow } from '@/lib/page/reading'
import { type Account, accountOf, nothingInSight } from '../position/account'
import { backingFor } from '../position/backing'
import { bandBefore, type BandMemory, rememberBands } from '../position/band-memory'
import { cardOrder } from './card-order'
import type { EpisodeFacts, PositionFacts } from '../facts/facts'
import { isNone, knownPositive } from '../facts/figure'
import type { Limits } from '../limits/limits'
import type { PanelInput } from './panel-input'
import { asLastSeen, type PositionModel, positionModel } from '../position/position-model'

export type PanelStatus =
  | 'ready'
  /** Not every open position, or not every figure of one, could be read. */
  | 'partial'
  /** What is shown was read some time ago. */
  | 'stale'
  | 'hidden'
  | 'flat'
  /** The page asks to log in. */
  | 'logged-out'
  | 'loading'
  | 'unreadable'

export type PanelModel = {
  status: PanelStatus
  failure: ReadFailure | null
  declared: number | null
  /** Most endangered first. */
  positions: readonly PositionModel[]
  unread: readonly UnreadRow[]
  /** The browser translates the page: figures may stand still. */
  translated: boolean
  /** Since when the mark price has not moved while trades went on at others; `null`: it moves. */
  markStillSince: number | null
  limits: Limits
  /** When this was so, milliseconds since the epoch. */
  now: number
  /** When the positions were last put in order. */
  sortedAt: number
  /** What they were, through ticks in which nothing could be read. */
  bands: BandMemory
  /** When each position, by its key, was last known to have a stop. */
  stops: ReadonlyMap<string, number>
}

export type PanelQuestion = {
  input: PanelInput
  episodes: ReadonlyMap<string, EpisodeFacts>
  limits: Limits
  /** The model before this one: bands have memory. */
  previous: PanelModel | null
  now: number
  /** When `input` was read; left out: now. */
  readingAt?: number
}

/** Every figure that the distance and the count rest on is there, or the page says that there is none. */
export const isWhole = ({ facts }: PositionModel): boolean =>
  [facts.markPrice, facts.liquidationPrice, facts.quantity, facts.entryPrice].every(
    (figure) => knownPositive(figure) !== null || isNone(figure),
  )

const statusOf = (
  positions: readonly PositionModel[],
  { declared, unread }: { declared: number | null; unread: readonly UnreadRow[] },
): PanelStatus => {
  const old = positions.filter(({ age }) => age > 0).length
  if (old > 0 && old === positions.length) return 'stale'
  const missing = (declared ?? 0) > positions.length
  return missing || unread.length > 0 || old > 0 || !positions.every(isWhole) ? 'partial' : 'ready'
}

type Context = Pick<PanelQuestion, 'episodes' | 'limits' | 'now'> & {
  readingAt: number
  account: Account
  bands: BandMemory
  stops: PanelModel['stops']
  /** All positions in sight: legs and partners of each other. */
  all: readonly PositionFacts[]
}

/** An episode knows only the TP/SL columns: of a stop that an order held for hours they say that there was none. */
const sinceLastStop = (episode: EpisodeFacts | null, lastStop = 0): EpisodeFacts | null => {
  const since = episode?.withoutStopSince ?? null
  return episode !== null && since !== null && since < lastStop
    ? { ...episode, withoutStopSince: lastStop }
    : episode
}

const modelsOf = (
  positions: readonly PositionFacts[],
  { episodes, limits, now, readingAt, account, bands, stops, all }: Context,
): PositionModel[] => {
  const { openOrders, positionMode } = account
  const crossPositions = all.filter(({ marginMode }) => marginMode === 'cross')
  const bySymbol = Map.groupBy(crossPositions, ({ symbol }) => symbol)
  return positions.map((facts) =>
    positionModel({
      facts,
      readingAt,
      episode: sinceLastStop(episodes.get(facts.key) ?? null, stops.get(facts.key)),
      limits,
      backing: backingFor({ position: facts, account, crossPositions, limits }),
      legs: (bySymbol.get(facts.symbol) ?? []).filter(({ key }) => key !== facts.key),
      openOrders,
      positionMode,
      previousBand: bandBefore(bands, facts.key, now),
      now,
    }),
  )
}

/** The panel is a function of what the page shows, what the trader did, their limits and the clock. */
export const panelModel = (question: PanelQuestion): PanelModel => {
  const { input, limits, previous, now, readingAt = now } = question
  const bands = previous?.bands ?? new Map()
  const stops = new Map(previous?.stops)
  const seen = input.status === 'positions' ? input : null
  const inSight = seen?.positions ?? []
  // Under another tab, or unreadable for a moment: the cards stay, with the age of what they say.
  const away = 'outOfSight' in input ? (input.outOfSight ?? []) : []
  const context = {
    ...question,
    readingAt,
    bands,
    stops,
    account: 'account' in input ? accountOf(input) : nothingInSight,
    all: seen?.positions ?? away,
  }
  const models = modelsOf(inSight, context)
  for (const { facts, evaluation } of models) {
    const { state } = evaluation.stop
    if (state === 'present' || state === 'partial') stops.set(facts.key, now)
  }
  const outOfSight = modelsOf(away, context).map((model) => asLastSeen(model, now))
  const { positions, sortedAt } = cardOrder({
    positions: [...models, ...outOfSight],
    previous,
    now,
  })
  return {
    status: input.status === 'positions' ? statusOf(positions, input) : input.status,
    failure: input.status === 'unreadable' ? input.failure : null,
    declared: seen?.declared ?? null,
    positions,
    unread: seen?.unread ?? [],
    translated: seen?.translated ?? false,
    markStillSince: seen?.ticker?.markStillSince ?? null,
    limits,
    now,
    sortedAt,
    bands: rememberBands(
      bands,
      models.map(({ facts: { key }, evaluation: { band } }) => ({ key, band })),
      now,
    ),
    stops,
  }
}
