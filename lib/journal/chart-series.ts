import { type Episode } from '@/lib/ledger'
import { numberedAdditions } from './numbered-additions'

type Price = number | null

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
export const chartSeries = (episode: Pick<Episode, 'samples' | 'events'>) => {
  const samples = [...episode.samples].sort(([a], [b]) => a - b)
  const longest = longestStep(samples.map(([at]) => at / 1000))
  const rows: (readonly [time: number, Price, Price, Price, Price])[] = []
  for (const [at, mark, entry, liquidation, stop] of samples) {
    const time = at / 1000
    const last = rows.at(-1)?.[0]
    if (last === time) continue
    if (last !== undefined && time - last > longest)
      rows.push([(last + time) / 2, null, null, null, null])
    rows.push([time, drawn(mark), drawn(entry), drawn(liquidation), drawn(stop)])
  }
  return {
    /** Seconds since the epoch, rising. */
    times: rows.map(([time]) => time),
    mark: rows.map(([, mark]) => mark),
    entry: rows.map(([, , entry]) => entry),
    liquidation: rows.map(([, , , liquidation]) => liquidation),
    stop: rows.map(([, , , , stop]) => stop),
    /** When margin was added, as far as it counts, with the numbers of the timeline. */
    additions: numberedAdditions(episode).map(({ at, ordinal }) => ({ time: at / 1000, ordinal })),
  }
}
