import { Decimal } from '@/lib/margin'
import { cardOrder } from './card-order'
import { type Evaluation, evaluatePosition } from './evaluate-position'
import type { AccountFacts, EpisodeFacts, PositionFacts, UnreadRow } from './facts'
import { type Figure, known } from './figure'
import type { Limits } from './limits'

/** Why the page could not be read. Codes of the reader, passed on to the panel as they are. */
export type PanelFailure = { code: string; detail?: string }

/** What the reader saw, as far as the panel needs it. A `PageReading` fits. */
export type PanelInput =
  | {
      status: 'positions'
      positions: readonly PositionFacts[]
      /** Read before and no longer in sight (scrolled away, filtered). */
      outOfSight: readonly PositionFacts[]
      unread: readonly UnreadRow[]
      /** n of "Positions(n)". */
      declared: number | null
      account: AccountFacts
    }
  | { status: 'flat' | 'hidden' | 'logged-out' | 'loading' }
  | { status: 'unreadable'; failure: PanelFailure }

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

/** What stands behind a position, in its margin asset; `null`: not known, or in another asset. */
export type Backing = {
  capital: Decimal | null
  /** The whole futures balance. */
  balance: Decimal | null
  /** The part of it that is free. */
  available: Decimal | null
  /** Keys of the other cross positions on the same balance. */
  sharedWith: readonly string[]
}

export type PositionModel = {
  facts: PositionFacts
  episode: EpisodeFacts | null
  evaluation: Evaluation
  backing: Backing
  /** What is out of sight is as it was last seen: it warns of nothing and has no band. */
  sight: 'in-sight' | 'out-of-sight'
  /** Milliseconds since the row was read; 0 while it is in sight. */
  age: number
}

export type PanelModel = {
  status: PanelStatus
  failure: PanelFailure | null
  declared: number | null
  /** Most endangered first. */
  positions: readonly PositionModel[]
  unread: readonly UnreadRow[]
  limits: Limits
  /** When this was so, milliseconds since the epoch. */
  now: number
  /** When the positions were last put in order. */
  sortedAt: number
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

/** Older than this, a figure is labelled with its age. */
const STALE_AFTER = 5_000

/** The trader's own figure first, else the account card's, and only in the position's asset. */
export const capitalFor = (position: PositionFacts, account: AccountFacts, limits: Limits) =>
  limits.capital !== null ? new Decimal(limits.capital) : balanceFor(position, account)

const inAssetOf = (position: PositionFacts, account: AccountFacts, figure: Figure<Decimal>) =>
  account.asset !== null && account.asset === position.marginAsset ? known(figure) : null

const balanceFor = (position: PositionFacts, account: AccountFacts): Decimal | null =>
  inAssetOf(position, account, account.marginBalance)

const essential = (facts: PositionFacts): readonly Figure<unknown>[] => [
  facts.markPrice,
  facts.liquidationPrice,
  facts.quantity,
  facts.entryPrice,
]

const isWhole = ({ facts }: PositionModel): boolean =>
  essential(facts).every((figure) => 'value' in figure || figure.missing === 'none')

const statusOf = (
  positions: readonly PositionModel[],
  { declared, unread }: { declared: number | null; unread: readonly UnreadRow[] },
): PanelStatus => {
  const old = positions.filter(({ age }) => age > 0).length
  if (old > 0 && old === positions.length) return 'stale'
  const inSight = positions.filter(({ sight }) => sight === 'in-sight').length
  const missing = declared !== null && declared > inSight + unread.length
  return missing || unread.length > 0 || old > 0 || !positions.every(isWhole) ? 'partial' : 'ready'
}

/** Old figures are shown with their age, from the first moment on, and judged by nobody. */
const asLastSeen = (model: PositionModel, now: number): PositionModel => ({
  ...model,
  sight: 'out-of-sight',
  age: Math.max(1, now - model.facts.readAt),
  evaluation: { ...model.evaluation, band: 'unknown', warnings: [] },
})

/** The panel is a function of what the page shows, what the trader did, their limits and the clock. */
export const panelModel = ({
  input,
  episodes,
  limits,
  previous,
  now,
  readingAt = now,
}: PanelQuestion): PanelModel => {
  if (input.status !== 'positions') {
    return {
      status: input.status,
      failure: input.status === 'unreadable' ? input.failure : null,
      declared: null,
      positions: [],
      unread: [],
      limits,
      now,
      sortedAt: now,
    }
  }

  const before = new Map(previous?.positions.map((model) => [model.facts.key, model]))
  const cross = Map.groupBy(
    input.positions.filter(({ marginMode }) => marginMode === 'cross'),
    ({ marginAsset }) => marginAsset,
  )
  const modelOf = (facts: PositionFacts): PositionModel => {
    const episode = episodes.get(facts.key) ?? null
    const known = before.get(facts.key)
    const backing: Backing = {
      capital: capitalFor(facts, input.account, limits),
      balance: balanceFor(facts, input.account),
      available: inAssetOf(facts, input.account, input.account.availableBalance),
      sharedWith: (cross.get(facts.marginAsset) ?? [])
        .map(({ key }) => key)
        .filter((key) => key !== facts.key),
    }
    const { capital, balance, sharedWith } = backing
    return {
      facts,
      episode,
      backing,
      sight: 'in-sight',
      age: readingAt - facts.readAt > STALE_AFTER ? now - facts.readAt : 0,
      evaluation: evaluatePosition({
        position: facts,
        episode,
        limits,
        capital,
        balance,
        sharedWith,
        previousBand: known?.evaluation.band ?? null,
        now,
      }),
    }
  }
  const { positions, sortedAt } = cardOrder({
    positions: [
      ...input.positions.map(modelOf),
      ...input.outOfSight.map((facts) => asLastSeen(modelOf(facts), now)),
    ],
    previous,
    now,
  })
  return {
    status: statusOf(positions, input),
    failure: null,
    declared: input.declared,
    positions,
    unread: input.unread,
    limits,
    now,
    sortedAt,
  }
}
