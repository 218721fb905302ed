import { expect, test } from 'vitest'
import { playHistory } from './play-history'
import { addTally, emptyTally, kinds, table } from './tally'

/** A short run of `npm run histories`, which plays 5,000 and names the seeds of its faults. */
const HISTORIES = 500

test(
  'random histories: no addition is invented, none is missed, and few are asked about',
  { timeout: 120_000 },
  () => {
    const total = emptyTally()
    for (let seed = 1; seed <= HISTORIES; seed += 1) addTally(total, playHistory(seed).counts)
    console.log(table(total))
    const { found, asked, missed, invented, wrong } = total['margin-added']
    expect(found).toBeGreaterThan(2_500)
    expect({ invented, missed, wrong }).toEqual({ invented: 0, missed: 0, wrong: 0 })
    const sum = (name: 'found' | 'asked') => kinds.reduce((all, kind) => all + total[kind][name], 0)
    expect(asked).toBeLessThanOrEqual(0.02 * (sum('found') + sum('asked')))
  },
)
