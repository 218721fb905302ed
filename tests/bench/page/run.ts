import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { measureBackground } from './measure-background.ts'
import { measureMemory } from './measure-memory.ts'
import { ALONE, measureRound, onStage, OURS, type Round } from './measure-round.ts'
import { options } from './options.ts'
import { printRounds } from './print-rounds.ts'
import { line, tenths, whole } from './print-table.ts'
import { floorSize, sizesOf } from './sizes.ts'
import { ourExtension } from './stage.ts'

/** What the page feels: `npm run bench page`. Everything side by side in one run; see options.ts. */
const root = join(import.meta.dirname, '..', '..', '..')
const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs')
execFileSync(process.execPath, [wxt, 'build'], { cwd: root, stdio: 'pipe' })

console.log('Bundle sizes, bytes')
line(['', 'raw', 'gzip'])
for (const { file, raw, gzip } of sizesOf(ourExtension)) line([file, raw, gzip])
const floor = await floorSize()
line(['floor: libraries alone', floor.raw, floor.gzip])
const content = sizesOf(ourExtension).find(
  ({ file }) => file.startsWith('content-scripts/') && file.endsWith('.js'),
)
if (content !== undefined)
  console.log(`content script ÷ floor, gzip: ${(content.gzip / floor.gzip).toFixed(2)}`)

const rounds: Round[] = []
for (let round = 1; round <= options.rounds; round += 1) {
  const began = performance.now()
  rounds.push(await measureRound())
  const seconds = ((performance.now() - began) / 1_000).toFixed(0)
  console.error(`round ${String(round)} of ${String(options.rounds)}: ${seconds} s`)
}
printRounds(rounds)

/** Simulated seconds in one. */
const SPEED = 6
const { memoryMinutes } = options
console.log(
  `\nMemory of the page, 20 positions × 5 Hz over ${String(memoryMinutes)} simulated minutes, ${String(SPEED)} a minute`,
)
line(['', 'MB early', 'MB late', 'kB per minute', 'nodes', 'listeners'])
// Side by side: what is kept does not depend on what else the machine does.
const memories = await Promise.all(
  [null, ourExtension].map((extension) =>
    onStage({ extension, positions: 20, rate: 5 * SPEED }, (stage) =>
      measureMemory(stage, { minutes: memoryMinutes, speed: SPEED }),
    ),
  ),
)
for (const [at, memory] of memories.entries()) {
  const { early, late, slope, nodes, listeners } = memory
  line([at === 0 ? ALONE : OURS, tenths(early), tenths(late), whole(slope), nodes, listeners])
}

console.log('\nThe background, while nothing but prices moves, 20 positions, per minute')
line(['', 'messages', 'writes', 'bytes'])
const background = await onStage({ extension: ourExtension, positions: 20 }, (stage) =>
  measureBackground(stage, options.backgroundSeconds),
)
line([OURS, ...[background.messages, background.writes, background.bytes].map(whole)])
