import type { LedgerEvent, NewEvent } from './events'
import { AWAY } from './change'
import { decimal, numeral, showsWallet } from './figures'
import type { Episode, Figures, Sample, Seen, Waiting } from './ledger'
import type { Look } from './look'
import type { ObservedPosition } from './observation'
import { positionKey } from './position-key'
import { HOUR_MS } from './settlements'
import { sameQuantity } from './quantity'

const SAMPLE_EVERY = 60_000
/** A longer series is thinned to every second sample, of which the last is one: a day becomes one in six minutes. */
const MOST_SAMPLES = 240

export const keyOf = (episode: Pick<Episode, 'symbol' | 'side' | 'marginMode'>) =>
  positionKey(episode)

/** When it last changed. After the clock was set back, the opening may lie in the future. */
export const changedAt = ({ recent, openedAt, seenAt }: Episode): number =>
  recent?.last ?? recent?.at ?? Math.min(openedAt, seenAt)

/** When its wallet was last in sight, by which of the two figures. */
export const walletSeen = (
  { walletSeenAt, marginSeenAt, priceSeenAt }: Episode,
  figures: Figures,
  at: number,
): Pick<Episode, 'walletSeenAt' | 'marginSeenAt' | 'priceSeenAt'> => ({
  walletSeenAt: showsWallet(figures) ? at : walletSeenAt,
  marginSeenAt: figures.margin === null ? marginSeenAt : at,
  priceSeenAt: figures.liquidationPrice === null ? priceSeenAt : at,
})

/** All of it is in sight, or as well as it ever was. */
export const seenAll = (at: number) => ({
  seenAt: at,
  walletSeenAt: at,
  marginSeenAt: at,
  priceSeenAt: at,
})

/** Appends: ids count up, and no event is ever removed. */
export const withEvents = (episode: Episode, events: readonly NewEvent[]): Episode => {
  if (events.length === 0) return episode
  const next = episode.events.reduce((most, { id }) => Math.max(most, id), -1) + 1
  const numbered = events.map((event, index): LedgerEvent => ({
    ...event,
    id: next + index,
    replaces: [...(event.replaces ?? [])],
  }))
  return { ...episode, events: [...episode.events, ...numbered] }
}

const thin = (samples: readonly Sample[]): Sample[] =>
  samples.length <= MOST_SAMPLES ? [...samples] : samples.filter((_, index) => index % 2 === 0)

/** Takes a sample for the chart if the last one is a minute old, or something happened. */
export const withSample = (episode: Episode, at: number, happened: boolean): Episode => {
  const last = episode.samples.at(-1)
  if (last !== undefined && !happened && at - last[0] < SAMPLE_EVERY) return episode
  const { entryPrice, liquidationPrice, stopLoss } = episode.figures
  const sample: Sample = [
    at,
    episode.markPrice,
    entryPrice,
    liquidationPrice === 'none' ? null : liquidationPrice,
    stopLoss.state === 'present' ? stopLoss.price : null,
  ]
  return { ...episode, samples: thin([...episode.samples, sample]) }
}

export const seenOf = (position: ObservedPosition): Seen => {
  const { markPrice, unrealizedPnl, estimatedFunding, nextFundingAt } = position
  return { markPrice, unrealizedPnl, estimatedFunding, nextFundingAt }
}

/** Estimates are renewed by a settlement, and clocks differ: the new hour begins early. */
const EARLY = 45_000
const hourOf = (at: number): number => Math.floor((at + EARLY) / HOUR_MS)
/** By then they certainly are. */
const RENEWED = 60_000

/**
 * Keeps the estimate from before the last full hour, which a later one does not replace; one that comes
 * into sight only just before it will do. The page shows that of the hour before for some seconds: 0.10
 * at 20:00:10, and 4.06 at 20:59 when somebody looks again.
 */
const settlingOf = (
  { settling, estimatedFunding, seenAt }: Episode,
  { estimatedFunding: shown }: ObservedPosition,
  at: number,
): NonNullable<Episode['settling']> => {
  const hour = hourOf(at)
  const isFresh = seenAt > (hour - 1) * HOUR_MS + RENEWED
  const known = settling?.hour === hour ? settling.estimate : isFresh ? estimatedFunding : null
  return { hour, estimate: known ?? (at < hour * HOUR_MS ? shown : null) }
}

/** What an hour settles is paid on the size at that hour: one that was bought before it counts. */
export const withSize = (episode: Episode, after: Figures, at: number): Episode => {
  const { settling, figures } = episode
  const estimate = settling?.estimate ?? null
  if (settling === null || estimate === null || at >= settling.hour * HOUR_MS) return episode
  if (sameQuantity(figures, after)) return episode
  const scaled = decimal(estimate).times(after.quantity).div(figures.quantity)
  return { ...episode, settling: { ...settling, estimate: numeral(scaled) } }
}

/** A countdown is in whole seconds. */
const SAME_COUNTDOWN = 60_000

/**
 * When the page's countdown says that the next settlement is due; and that of before, when it starts again:
 * the last full hour, if it has passed more than one while nobody looked.
 */
const countdown = (
  { nextFundingAt: known, dueAt, seenAt }: Episode,
  { nextFundingAt: shown }: Pick<Seen, 'nextFundingAt'>,
  at: number,
): Pick<Episode, 'nextFundingAt' | 'dueAt'> => {
  if (known === null || shown === null || shown - known <= SAME_COUNTDOWN)
    return { nextFundingAt: shown ?? known, dueAt }
  const last = hourOf(at) * HOUR_MS
  return { nextFundingAt: shown, dueAt: Math.abs(at - seenAt) > AWAY ? last : known }
}

/** Of the first of two looks between which a settlement may have been due: the countdown of before it. */
export const withCountdown = (episode: Episode, { seen, at }: Waiting): Episode => ({
  ...episode,
  ...countdown(episode, seen, at),
})

/** What moves without meaning anything: prices, PnL, the estimate of funding. */
export const withPrices = (
  episode: Episode,
  { position, at, account }: Pick<Look, 'position' | 'at' | 'account'>,
): Episode => ({
  ...episode,
  account: account ?? episode.account,
  markPrice: position.markPrice ?? episode.markPrice,
  unrealizedPnl: position.unrealizedPnl ?? episode.unrealizedPnl,
  // An estimate is of its hour: one that is out of sight is none.
  estimatedFunding: position.estimatedFunding,
  settling: settlingOf(episode, position, at),
  ...countdown(episode, position, at),
  marginAsset: position.marginAsset ?? episode.marginAsset,
  contractType: position.contractType ?? episode.contractType,
})

/** Since when there has been no stop-loss: from the first look that says so. */
export const stopAbsence = (episode: Episode, figures: Figures, at: number): number | null => {
  if (figures.stopLoss.state === 'present') return null
  if (figures.stopLoss.state === 'unknown') return episode.withoutStopSince
  return episode.withoutStopSince ?? at
}
