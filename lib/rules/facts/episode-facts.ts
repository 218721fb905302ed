import {
  additionsKnown,
  countedAdditions,
  declaredAdditions,
  type Episode,
  increasesWhileLosing,
  lastWord,
  marginAdditions,
  marginRises,
  standingEvents,
} from '@/lib/ledger'
import { Decimal } from '@/lib/margin'
import type { EpisodeFacts } from './facts'

/** What was added before our first look, or while no tab was open, was added at a price not known. */
const markAtFirstAddition = (episode: Episode): Decimal | null => {
  const [first] = countedAdditions(episode)
  if (first === undefined || declaredAdditions(episode) > 0 || first.awaySince !== null) return null
  return first.markPrice === null ? null : new Decimal(first.markPrice)
}

/** Of the first addition, if a tab was looking, and only while the size is what it was then. */
const pnlAtFirstAddition = (episode: Episode): Decimal | null => {
  const [first] = countedAdditions(episode)
  if (first === undefined || declaredAdditions(episode) > 0) return null
  if (first.awaySince !== null || first.unrealizedPnl === null) return null
  const events = standingEvents(episode.events)
  const since = events.slice(events.findIndex(({ id }) => id === first.id))
  const isOther = since.some(({ kind }) => kind === 'increased' || kind === 'reduced')
  return isOther ? null : new Decimal(first.unrealizedPnl)
}

/** Of the last addition, if a tab was looking: else the loss was read at another time. */
const pnlAtLastAddition = (episode: Episode): Decimal | null => {
  const last = countedAdditions(episode).at(-1)
  if (last?.awaySince !== null || last.unrealizedPnl === null) return null
  return new Decimal(last.unrealizedPnl)
}

/** What the rules need to know of an episode. */
export const episodeFacts = (episode: Episode): EpisodeFacts => ({
  id: episode.id,
  marginAdditions: marginAdditions(episode),
  additions: countedAdditions(episode).map(({ at, amount }) => ({
    at,
    amount: amount === null ? null : new Decimal(amount),
  })),
  markAtFirstAddition: markAtFirstAddition(episode),
  pnlAtFirstAddition: pnlAtFirstAddition(episode),
  pnlAtLastAddition: pnlAtLastAddition(episode),
  increasesWhileLosing: increasesWhileLosing(episode),
  withoutStopSince: episode.withoutStopSince,
  rises: marginRises(episode),
  earlierLiquidationPrices: countedAdditions(episode).flatMap(({ liquidationBefore }) =>
    liquidationBefore === null || liquidationBefore === 'none'
      ? []
      : [new Decimal(liquidationBefore)],
  ),
  declaredAdditions: declaredAdditions(episode),
  lastWord: lastWord(episode),
  additionsKnown: additionsKnown(episode),
})
