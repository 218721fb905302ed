import { test } from 'vitest'
import { playHistory } from './play-history'
import { addTally, emptyTally, table } from './tally'

test('baseline', { timeout: 600_000 }, () => {
  const total = emptyTally()
  const n = Number(process.env['HISTORIES'] ?? 200)
  const shown: Record<string, number> = {}
  const t0 = Date.now()
  for (let seed = 1; seed <= n; seed += 1) {
    const { counts, faults } = playHistory(seed)
    addTally(total, counts)
    for (const f of faults) {
      const k = f.what + f.kind
      shown[k] = (shown[k] ?? 0) + 1
      if (f.kind === 'margin-added' && shown[k] <= 6) console.log(seed, f.what, f.kind, f.text)
    }
  }
  console.log(table(total), Date.now() - t0, 'ms')
})
