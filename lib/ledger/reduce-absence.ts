import { arrivedAt, withoutAbsent } from './arriving'
import { AWAY } from './change'
import { closeEpisode } from './close-episode'
import type { Episode, Ledger, Missing, Tab } from './ledger'
import type { Late } from './look'
import type { Observation } from './observation'
import { oppositeOf, positionKey } from './position-key'
import { entry } from './record'
import { isOtherAccount, sameAccount } from './same-account'
import { ruledOutBy } from './ruled-out'
import { isLive, showsNow } from './tabs'
import { isDoubtful, isOfAnotherAccount } from './witness'

/** A tab that never showed a position may declare it gone only after this long. */
const UNSEEN_MS = 120_000
/** By how much the other side may have come first, where another tab lags. Chosen. */
const REVERSAL_MS = 5_000

/**
 * The other side came as this one went. In hedge mode both may stand at once, and one has nothing to
 * do with the other; in one-way mode the one can only have come of the other.
 */
const wasReversed = (
  ledger: Ledger,
  episode: Episode,
  { positionMode, at }: Observation,
): boolean => {
  const opposite = oppositeOf(episode)
  const came = entry(ledger.open, opposite)?.openedAt ?? arrivedAt(ledger, opposite)
  if (came === undefined || positionMode === 'hedge') return false
  if (Math.abs(at - episode.seenAt) > AWAY) return false
  return (positionMode === 'one-way' || !episode.hedged) && came >= episode.seenAt - REVERSAL_MS
}

/** Another tab shows it at this moment, and that tab's page moves. */
const isShownElsewhere = ({ tabs }: Ledger, key: string, { tab, at }: Observation): boolean =>
  Object.entries(tabs).some(
    ([name, other]) => name !== tab && isLive(other, at) && showsNow(other, key),
  )

type Absence = {
  ledger: Ledger
  observation: Observation
  known: Tab | undefined
  gone: readonly Episode[]
  stayed: readonly Episode[]
}

/** Another tab knows better, or this one shows another account. */
const isDoubted = (episode: Episode, key: string, absence: Absence): boolean => {
  const { ledger, observation, gone, stayed } = absence
  const { account } = observation
  return (
    isShownElsewhere(ledger, key, observation) ||
    isDoubtful(ledger, observation) ||
    isOtherAccount({ before: episode.account, after: account, gone, stayed })
  )
}

const missingAfter = (episode: Episode, key: string, absence: Absence): Missing => {
  const { observation, known } = absence
  const { at, ticker } = observation
  const before = episode.missing
  const showed = known !== undefined && Object.hasOwn(known.shown, key)
  const isNew = known === undefined && !isDoubted(episode, key, absence)
  const markPrice = ticker?.symbol === episode.symbol ? ticker.markPrice : null
  return {
    at: before?.at ?? at,
    looks: (before?.looks ?? 0) + 1,
    credible: showed || isNew || before?.credible === true,
    watched: before?.watched ?? (showed && Math.abs(at - episode.seenAt) <= AWAY),
    account: before === null ? episode.account : before.account,
    markPrice: before?.markPrice ?? markPrice,
  }
}

type Gone = { missing: Missing; gone: readonly Episode[]; stayed: readonly Episode[] }

/** Whether the end was seen; `null` where an account may have been switched instead. */
const wasWatched = ({ missing, gone, stayed }: Gone, { account }: Observation): boolean | null => {
  if (!missing.watched) return false
  const same = sameAccount({ before: missing.account, after: account, gone, stayed })
  const isBeside = stayed.some(({ openedAt, seenAt }) => Math.min(openedAt, seenAt) < missing.at)
  return same ?? (isBeside ? true : null)
}

/**
 * Positions that a complete look no longer shows. Flat needs two such looks; a tab that never showed
 * the position must see it missing for longer, since it may itself be the one that lags.
 */
export const reduceAbsence = (
  ledger: Ledger,
  observation: Observation,
  { known, late }: { known: Tab | undefined; late: Late },
): Ledger => {
  const { at, market, complete, positions, account } = observation
  let next = complete ? withoutAbsent(ledger, observation) : ledger
  const present = new Set<string>(positions.map(positionKey))
  const ruledOut = ruledOutBy(observation)
  const ofMarket = Object.entries(ledger.open).filter(([, episode]) => episode.market === market)
  const stayed = ofMarket.flatMap(([key, episode]) => (present.has(key) ? [episode] : []))
  const gone = ofMarket.flatMap(([key, episode]) => (present.has(key) ? [] : [episode]))
  if (isOfAnotherAccount(ledger, observation, { gone, stayed })) return next
  for (const [key, episode] of ofMarket) {
    const isAbsent = complete || ruledOut.has(key)
    if (!isAbsent || present.has(key) || late(episode.seenAt)) continue
    const missing = missingAfter(episode, key, { ledger, observation, known, gone, stayed })
    const isLong = !isDoubtful(ledger, observation) && at - missing.at >= UNSEEN_MS
    const isGone = missing.looks >= 2 && (missing.credible || isLong)
    if (!isGone) {
      next = { ...next, open: { ...next.open, [key]: { ...episode, missing } } }
      continue
    }
    next = closeEpisode(next, episode, {
      at: missing.at,
      reversed: wasReversed(ledger, episode, observation),
      markPrice: missing.markPrice,
      watched: wasWatched({ missing, gone, stayed }, observation),
      money: { before: missing.account, after: account, others: stayed },
    })
  }
  return next
}
