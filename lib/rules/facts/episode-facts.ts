import { type Episode, standingEvents } from '@/lib/ledger'
import {
  additionsKnown,
  countedAdditions,
  declaredAdditions,
  increasesWhileLosing,
  lastWord,
  marginAdditions,
  marginRises,
} from '@/lib/ledger/additions'
import { Decimal } from '@/lib/margin'
import type { EpisodeFacts } from './facts'

const figureOf = (numeral: string | null): Decimal | null =>
  numeral === null ? null : new Decimal(numeral)

/** What was added, or may have been, before our first look, or while no tab was open, was added at a price not known. */
const firstSeen = (episode: Episode) => {
  const [first] = countedAdditions(episode)
  return declaredAdditions(episode) === 0 && first?.awaySince === null ? first : null
}

/** Of the first addition, and only while the size is what it was then. */
const pnlAtFirstAddition = (episode: Episode): Decimal | null => {
  const first = firstSeen(episode)
  if (first === null) return null
  const events = standingEvents(episode.events)
  const since = events.slice(events.findIndex(({ id }) => id === first.id))
  const isOther = since.some(({ kind }) => kind === 'increased' || kind === 'reduced')
  return isOther ? null : figureOf(first.unrealizedPnl)
}

/** Of the last addition, if a tab was looking: else the loss was read at another time. */
const pnlAtLastAddition = (episode: Episode): Decimal | null => {
  const last = countedAdditions(episode).at(-1)
  return last?.awaySince === null ? figureOf(last.unrealizedPnl) : null
}

/** What the rules need to know of an episode. */
export const episodeFacts = (episode: Episode): EpisodeFacts => ({
  id: episode.id,
  marginAdditions: marginAdditions(episode),
  additions: countedAdditions(episode).map(({ at, amount }) => ({ at, amount: figureOf(amount) })),
  markAtFirstAddition: figureOf(firstSeen(episode)?.markPrice ?? null),
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
