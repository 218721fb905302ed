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

/** What a model was made from, beside the facts and the episode that it carries. */
type Circumstances = { limits: Limits; at: number }

const madeFrom = new WeakMap<PositionModel, Circumstances>()

const MINUTE = 60_000

/** Of all that is evaluated only the time without a stop-loss goes on by itself; it is told in full units. */
const sameHour = (
  episode: EpisodeFacts | null,
  { then, now }: { then: Circumstances; now: Circumstances },
): boolean => {
  const since = episode?.withoutStopSince ?? null
  if (since === null) return true
  const [before, after] = [then.at - since, now.at - since]
  const unit = after < MINUTE ? 1_000 : MINUTE
  const grace = now.limits.stopLossGrace
  return Math.floor(before / unit) === Math.floor(after / unit) && before < grace === after < grace
}

const sameAmount = (a: Decimal | null, b: Decimal | null): boolean =>
  a === null || b === null ? Object.is(a, b) : a.eq(b)

const sameKeys = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((key, at) => key === b[at]))

const stillHolds = (
  model: PositionModel,
  {
    facts,
    episode,
    backing,
    now,
  }: {
    facts: PositionFacts
    episode: EpisodeFacts | null
    backing: Backing
    now: Circumstances
  },
): boolean => {
  const then = madeFrom.get(model)
  return (
    then !== undefined &&
    model.facts === facts &&
    model.episode === episode &&
    model.sight === 'in-sight' &&
    model.age === 0 &&
    then.limits === now.limits &&
    sameHour(episode, { then, now }) &&
    now.at - facts.readAt <= STALE_AFTER &&
    sameAmount(model.backing.capital, backing.capital) &&
    sameAmount(model.backing.balance, backing.balance) &&
    sameAmount(model.backing.available, backing.available) &&
    sameKeys(model.backing.sharedWith, backing.sharedWith)
  )
}

/** The panel is a function of what the page shows, what the trader did, their limits and the clock. */
export const panelModel = ({
  input,
  episodes,
  limits,
  previous,
  now,
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
    const circumstances: Circumstances = { limits, at: now }
    if (known !== undefined && stillHolds(known, { facts, episode, backing, now: circumstances }))
      return known
    const { capital, balance, sharedWith } = backing
    const model: PositionModel = {
      facts,
      episode,
      backing,
      sight: 'in-sight',
      age: now - facts.readAt > STALE_AFTER ? now - facts.readAt : 0,
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
    madeFrom.set(model, circumstances)
    return model
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
