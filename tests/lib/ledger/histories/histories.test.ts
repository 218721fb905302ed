import { expect, test } from 'vitest'
import { playHistory } from './play-history'
import { addTally, emptyTally, kinds, table } from './tally'

/** A short run of `npm run histories`, which plays 5,000 and names the seeds of its faults. */
const HISTORIES = 250

test(
  'random histories: no addition is invented, none is missed, few are asked about, and the rest is right as well',
  { timeout: 600_000 },
  () => {
    const total = emptyTally()
    for (let seed = 1; seed <= HISTORIES; seed += 1) addTally(total, playHistory(seed).counts)
    console.log(table(total))
    const { found, asked, missed, invented, wrong } = total['margin-added']
    expect(found).toBeGreaterThan(1_250)
    expect({ invented, missed, wrong }).toEqual({ invented: 0, missed: 0, wrong: 0 })
    const sum = (name: 'found' | 'asked') => kinds.reduce((all, kind) => all + total[kind][name], 0)
    expect(asked).toBeLessThanOrEqual(0.01 * (sum('found') + sum('asked')))
    for (const kind of kinds) {
      const { found: right, missed: less, invented: more, wrong: other } = total[kind]
      // Of few of a kind one is more than a two-hundredth.
      expect(less + more + other, kind).toBeLessThanOrEqual(Math.max(2, 0.005 * right))
    }
  },
)
