import { playHistory } from './play-history'
import { addTally, emptyTally, kinds, table } from './tally'
import { trace } from './trace'

/**
 * The long run: `HISTORIES=5000 npm run histories` prints the table and where the faults are, by seed;
 * `SEEDS=79,312 npm run histories` what was seen and told around each fault of these.
 */
const { HISTORIES = '5000', FROM = '1', SEEDS, BEFORE = '12', AFTER = '8' } = process.env
if (SEEDS !== undefined) {
  for (const seed of SEEDS.split(',').map(Number)) {
    const { desk, faults } = playHistory(seed)
    for (const fault of faults) {
      console.log(
        `\nseed ${String(seed)}\n${trace(desk, fault, { before: Number(BEFORE), after: Number(AFTER) })}`,
      )
    }
  }
} else {
  const total = emptyTally()
  const seeds = new Map<string, Set<number>>()
  const from = Number(FROM)
  for (let seed = from; seed < from + Number(HISTORIES); seed += 1) {
    const { counts, faults } = playHistory(seed)
    addTally(total, counts)
    for (const { what, kind, text } of faults) {
      const detail = what === 'wrong' ? ` (${text.split(':')[0] ?? ''})` : ''
      const title = `${what} ${kind}${detail}`
      seeds.set(title, (seeds.get(title) ?? new Set()).add(seed))
    }
  }
  console.log(table(total))
  const sum = (name: 'found' | 'asked') => kinds.reduce((all, kind) => all + total[kind][name], 0)
  const share = sum('asked') / (sum('found') + sum('asked'))
  console.log(`asked instead of decided: ${(share * 100).toFixed(2)} %`)
  const { invented, missed } = total['margin-added']
  if (invented > 0 || missed > 0 || share > 0.01) process.exitCode = 1
  for (const [title, where] of seeds) console.log(`${title}: seeds ${[...where].join(', ')}`)
}
