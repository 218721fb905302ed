import { test } from 'vitest'
import { playHistory } from './play-history'
import { trace } from './trace'
import { addTally, emptyTally, table } from './tally'
const env = process.env
test('x', { timeout: 900_000 }, () => {
  const kinds = (env['KIND'] ?? '').split(',').filter(Boolean)
  if (env['SEED']) {
    for (const seed of env['SEED'].split(',').map(Number)) {
      const { desk, faults } = playHistory(seed)
      console.log('SEED', seed, JSON.stringify(desk.sight), desk.clockError)
      for (const f of faults.filter((f) => !kinds.length || kinds.includes(f.kind)).slice(0, Number(env['N'] ?? 2)))
        console.log(trace(desk, f, { before: Number(env['B'] ?? 12), after: Number(env['A'] ?? 8) }))
    }
    return
  }
  const total = emptyTally()
  const from = Number(env['FROM'] ?? 1)
  const list: Record<string, string[]> = {}
  for (let seed = from; seed < from + Number(env['HISTORIES'] ?? 300); seed += 1) {
    const { counts, faults } = playHistory(seed)
    addTally(total, counts)
    for (const f of faults) (list[`${f.what} ${f.kind}`] ??= []).push(String(seed))
  }
  console.log(table(total))
  for (const [k, v] of Object.entries(list)) console.log(k, v.length, [...new Set(v)].slice(0, 25).join(','))
})
