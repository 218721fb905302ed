import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { measureBackground } from './measure-background.ts'
import { measureLatency } from './measure-latency.ts'
import { type Load, measureLoad, sleep } from './measure-load.ts'
import { measureOwn } from './measure-own.ts'
import { measureMemory } from './measure-memory.ts'
import { measureSmoothness, type Smoothness } from './measure-smoothness.ts'
import { measureStart } from './measure-start.ts'
import { buildOverlay, overlays } from './overlay.ts'
import { floorSize, sizesOf } from './sizes.ts'
import { openStage, ourExtension, type Stage } from './stage.ts'

/**
 * What the page feels: `npm run bench page`. One run, everything side by side; SECONDS makes each
 * window longer or shorter, ROUNDS repeats them in turn, so that what drifts drifts for all alike.
 * MEMORY_MINUTES=30 watches the memory for so many simulated minutes, four to a real one.
 */
const { SECONDS = '4', ROUNDS = '1', POSITIONS = '1,20,200', MEMORY_MINUTES } = process.env
const seconds = Number(SECONDS)
const root = join(import.meta.dirname, '..', '..', '..')
const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs')

/** Real seconds; prices move four times as fast. */
const memorySeconds = MEMORY_MINUTES === undefined ? seconds * 5 : (Number(MEMORY_MINUTES) * 60) / 4

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`
const line = (cells: readonly (string | number)[]): void => {
  console.log(
    cells
      .map((cell, at) => (at === 0 ? String(cell).padEnd(24) : String(cell).padStart(15)))
      .join(''),
  )
}

const onStage = async <T>(
  extension: string | null,
  positions: number,
  work: (stage: Stage) => Promise<T>,
  rate?: number,
): Promise<T> => {
  const stage = await openStage({ extension, positions, ...(rate !== undefined && { rate }) })
  try {
    // Start-up is measured apart.
    await sleep(3_000)
    return await work(stage)
  } finally {
    await stage.close()
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

type WithOwn = Load & { own: number }

const medianLoad = (loads: readonly WithOwn[]): WithOwn => ({
  own: median(loads.map((load) => load.own)),
  mainThread: median(loads.map((load) => load.mainThread)),
  script: median(loads.map((load) => load.script)),
  layout: median(loads.map((load) => load.layout)),
})

const variants = [
  ['page alone', null],
  ['Margin Brake', ourExtension],
  ...overlays.map((overlay) => [overlay, buildOverlay(overlay)] as const),
] as const

const loads = async (positions: number): Promise<void> => {
  console.log(
    `\nShare of one core, ${String(positions)} positions × 5 Hz (added: over the page alone)`,
  )
  line(['', 'main thread', 'added', 'script', 'layout', 'own script', '÷ ours'])
  const found = new Map<string, WithOwn[]>()
  for (let round = 0; round < Number(ROUNDS); round += 1) {
    for (const [name, extension] of variants) {
      const load = await onStage(extension, positions, async (stage) => ({
        ...(await measureLoad(stage, seconds)),
        own: await measureOwn(stage, seconds),
      }))
      found.set(name, [...(found.get(name) ?? []), load])
    }
  }
  const alone = medianLoad(found.get('page alone') ?? [])
  const ours = medianLoad(found.get('Margin Brake') ?? [])
  for (const [name, all] of found) {
    const load = medianLoad(all)
    const added = name === 'page alone' ? '' : percent(load.mainThread - alone.mainThread)
    const own = name === 'page alone' ? [] : [percent(load.own), (load.own / ours.own).toFixed(1)]
    line([
      name,
      percent(load.mainThread),
      added,
      percent(load.script),
      percent(load.layout),
      ...own,
    ])
  }
}

const smoothnessLine = (
  name: string,
  { longTasks, droppedFrames, interaction }: Smoothness,
): void => {
  line([name, longTasks.toFixed(1), percent(droppedFrames), `${interaction.toFixed(0)} ms`])
}

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

for (const positions of POSITIONS.split(',').map(Number)) await loads(positions)

console.log('\nNo position open, the page as noisy')
line(['', 'main thread', 'script', 'layout', 'own script'])
for (const [name, extension] of variants.slice(0, 2)) {
  const load = await onStage(extension, 0, (stage) => measureLoad(stage, seconds))
  const own = await onStage(extension, 0, (stage) => measureOwn(stage, seconds))
  const shares = [load.mainThread, load.script, load.layout, own].map(percent)
  line([name, ...shares])
}

console.log('\nText changed in the table → frame with it in the panel, 20 positions')
const latency = await onStage(ourExtension, 20, (stage) => measureLatency(stage, seconds))
line([
  'p50, p95, p99',
  ...[latency.p50, latency.p95, latency.p99].map((ms) => `${ms.toFixed(0)} ms`),
])

console.log('\nSmoothness, 20 positions')
line(['', 'long tasks/min', 'frames dropped', 'click (p98)'])
for (const [name, extension] of variants.slice(0, 2)) {
  smoothnessLine(name, await onStage(extension, 20, (stage) => measureSmoothness(stage, seconds)))
}

console.log('\nStart-up, 20 positions')
line(['', 'page loaded', 'first panel', 'our scripts'])
for (const [name, extension] of variants.slice(0, 2)) {
  const start = await measureStart(extension)
  line([
    name,
    `${start.loaded.toFixed(0)} ms`,
    start.panel === null ? '' : `${start.panel.toFixed(0)} ms`,
    start.script === null ? '' : `${start.script.toFixed(0)} ms`,
  ])
}

console.log('\nMemory, 20 positions, prices four times as fast')
line(['', 'kB per minute', 'nodes', 'listeners'])
for (const [name, extension] of variants.slice(0, 2)) {
  const memory = await onStage(
    extension,
    20,
    (stage) => measureMemory(stage, { seconds: memorySeconds, speed: 4 }),
    20,
  )
  line([name, memory.slope.toFixed(0), memory.nodes, memory.listeners])
}

console.log('\nThe background, while nothing but prices moves, 20 positions, per minute')
line(['', 'messages', 'writes', 'bytes'])
const background = await onStage(ourExtension, 20, (stage) =>
  measureBackground(stage, Math.max(60, seconds)),
)
line(['Margin Brake', background.messages, background.writes, Math.round(background.bytes)])
