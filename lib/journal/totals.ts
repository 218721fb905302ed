import { Decimal } from '@/lib/margin'
import type { EpisodeSummary } from './summary'

/** Assets are never added to each other. */
type AssetAmount = { asset: string | null; amount: Decimal; episodes: number }

const byAsset = (episodes: readonly EpisodeSummary[]): AssetAmount[] => {
  const sums = new Map<string | null, { amount: Decimal; episodes: number }>()
  for (const { marginAsset, result } of episodes) {
    if (result === null) continue
    const sum = sums.get(marginAsset) ?? { amount: new Decimal(0), episodes: 0 }
    sums.set(marginAsset, { amount: sum.amount.plus(result), episodes: sum.episodes + 1 })
  }
  return [...sums]
    .map(([asset, sum]) => ({ asset, ...sum }))
    .sort((a, b) => b.episodes - a.episodes)
}

/** What is counted is at least what was done, so two are two even where there may be more. */
const groupOf = ({ additions, additionsKnown }: EpisodeSummary): 0 | 1 | 2 | null => {
  if (additions >= 2) return 2
  if (!additionsKnown) return null
  return additions === 1 ? 1 : 0
}

const shareOf = (part: number, whole: number): Decimal | null =>
  whole === 0 ? null : new Decimal(part).div(whole)

const hasOutcome = ({ outcome }: EpisodeSummary): boolean => outcome !== 'unknown'
const isLoss = ({ outcome }: EpisodeSummary): boolean =>
  outcome === 'loss' || outcome === 'liquidated' || outcome === 'probably-liquidated'

/** What the past says about adding margin, about liquidation, and about stops. */
export const totals = (episodes: readonly EpisodeSummary[]) => {
  const closed = episodes.filter(({ outcome }) => outcome !== 'open')
  // Margin cannot be added to a cross position: it would only swell the group without additions.
  const isolated = closed.filter(({ marginMode }) => marginMode === 'isolated')
  const membersOf = (additions: 0 | 1 | 2) =>
    isolated.filter((e) => hasOutcome(e) && groupOf(e) === additions)
  /** 2 stands for two and more. */
  const group = (additions: 0 | 1 | 2) => {
    const members = membersOf(additions)
    const losses = members.filter(isLoss).length
    return {
      additions,
      /** Closed with a known outcome: at a gain, even, or at a loss. */
      known: members.length,
      gains: members.filter(({ outcome }) => outcome === 'gain').length,
      /** At a loss or liquidated. */
      losses,
      /** Of `known`; `null`: there is none. */
      lossShare: shareOf(losses, members.length),
      /** Of the results that are known, per asset; positions that were closed in parts are not in it. */
      sums: byAsset(members.filter(({ inParts }) => !inParts)),
    }
  }
  const groups = [group(0), group(1), group(2)] as const
  const liquidated = closed.filter(({ outcome }) => outcome === 'liquidated')
  const without = closed.filter(({ stop }) => stop === 'never').length
  const known = closed.filter(({ stop }) => stop !== 'unknown').length
  return {
    closed: closed.length,
    open: episodes.length - closed.length,
    groups,
    /** Of all positions that margin was added to, as in `sums`. */
    added: byAsset([...membersOf(1), ...membersOf(2)].filter(({ inParts }) => !inParts)),
    /** Isolated and closed, but not in any group: outcome or count of additions is not known. */
    leftOut: isolated.length - groups.reduce((sum, { known: members }) => sum + members, 0),
    liquidations: {
      count: liquidated.length,
      lost: byAsset(liquidated).map((sum) => ({ ...sum, amount: sum.amount.neg() })),
      unknown: liquidated.filter(({ result }) => result === null).length,
      /** In none of the other figures. */
      probable: closed.filter(({ outcome }) => outcome === 'probably-liquidated').length,
    },
    /** `share`: of the closed positions whose stop-loss the page showed, those that never had one. */
    stops: { without, known, share: shareOf(without, known) },
  }
}

export type Totals = ReturnType<typeof totals>
