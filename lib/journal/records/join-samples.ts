import type { Episode, Sample } from '@/lib/ledger'

/** Every second one of too many: a day in minutes becomes one in two minutes. */
const thinned = (samples: Sample[], most: number): Sample[] =>
  samples.length <= most
    ? samples
    : samples.filter((_, index) => index % 2 === 0 || index === samples.length - 1)

/** A chart that comes in pieces, in order; of two samples of one moment the later piece's stays. */
export const joinSamples = (
  before: readonly Sample[],
  after: readonly Sample[],
  most = Infinity,
): Sample[] => {
  const times = new Set(after.map(([at]) => at))
  const missing = before.filter(([at]) => !times.has(at))
  const all = missing.length === 0 ? [...after] : [...missing, ...after].sort(([a], [b]) => a - b)
  return thinned(all, most)
}

/** An open episode keeps the latest part of its chart itself; the rest is in the archive. */
export const withArchivedChart = (open: Episode, archived: Pick<Episode, 'samples'>): Episode => ({
  ...open,
  samples: joinSamples(archived.samples, open.samples),
})
