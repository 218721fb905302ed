import {
  addedMargin,
  countedAdditions,
  type Episode,
  increasesWhileLosing,
  initialMargin,
  marginAdditions,
} from '@/lib/ledger'
import { Decimal } from '@/lib/margin'
import type { EpisodeFacts } from './facts'

/** What the rules need to know of an episode. */
export const episodeFacts = (episode: Episode): EpisodeFacts => ({
  openedAt: episode.openedAt,
  marginAdditions: marginAdditions(episode),
  additions: countedAdditions(episode).map(({ at, amount }) => ({
    at,
    amount: amount === null ? null : new Decimal(amount),
  })),
  initialMargin: initialMargin(episode),
  addedMargin: addedMargin(episode),
  increasesWhileLosing: increasesWhileLosing(episode),
  withoutStopSince: episode.withoutStopSince,
})
