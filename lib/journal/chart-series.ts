import { type Episode } from '@/lib/ledger'
import { countedAdditions } from '@/lib/ledger/additions'

type Price = number | null

export type ChartSeries = {
  /** Seconds since the epoch, rising. */
  times: number[]
  mark: Price[]
  entry: Price[]
  liquidation: Price[]
  stop: Price[]
  /** When margin was added, as far as it counts. */
  additions: number[]
}

const LEAST_GAP = 300
/** A pause longer than the usual one times this is drawn as a gap: nobody looked. */
const GAP = 4

/** A price to be drawn, not reckoned with. */
const drawn = (numeral: string | null): Price =>
  numeral === null || numeral === 'none' ? null : Number(numeral)

const longestStep = (times: readonly number[]): number => {
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? time))
  const median = steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0
  return Math.max(LEAST_GAP, median * GAP)
}

/** Mark, entry, liquidation and stop over time. Nothing is drawn through a time without a look. */
export const chartSeries = (episode: Pick<Episode, 'samples' | 'events'>): ChartSeries => {
  const samples = [...episode.samples].sort(([a], [b]) => a - b)
  const longest = longestStep(samples.map(([at]) => at / 1000))
  const series: ChartSeries = {
    times: [],
    mark: [],
    entry: [],
    liquidation: [],
    stop: [],
    additions: countedAdditions(episode).map(({ at }) => at / 1000),
  }
  const push = (time: number, prices: readonly [Price, Price, Price, Price]) => {
    series.times.push(time)
    series.mark.push(prices[0])
    series.entry.push(prices[1])
    series.liquidation.push(prices[2])
    series.stop.push(prices[3])
  }
  for (const [at, mark, entry, liquidation, stop] of samples) {
    const time = at / 1000
    const last = series.times.at(-1)
    if (last === time) continue
    if (last !== undefined && time - last > longest)
      push((last + time) / 2, [null, null, null, null])
    push(time, [drawn(mark), drawn(entry), drawn(liquidation), drawn(stop)])
  }
  return series
}
