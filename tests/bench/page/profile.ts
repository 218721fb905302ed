import { measureLoad, sleep } from './measure-load.ts'
import { profileFor } from './measure-own.ts'
import { openStage, ourExtension } from './stage.ts'

/** Where our time on the page goes, by function: `node tests/bench/page/profile.ts [positions] [seconds]`. */
const [positions = '20', seconds = '5'] = process.argv.slice(2)
const SHOWN = 45
const { ALONE, EXTENSION = ourExtension } = process.env

const stage = await openStage({
  extension: ALONE === undefined ? EXTENSION : null,
  positions: Number(positions),
})
await sleep(3_000)
console.log(JSON.stringify(await measureLoad(stage, Number(seconds))))
const profile = await profileFor(stage, Number(seconds))
await stage.close()

const own = new Map<number, number>()
for (const [at, id] of (profile.samples ?? []).entries())
  own.set(id, (own.get(id) ?? 0) + (profile.timeDeltas?.[at] ?? 0))
const nodes = new Map(profile.nodes.map((node) => [node.id, node]))
const byName = new Map<string, { self: number; total: number }>()
const entryOf = (name: string) => {
  const entry = byName.get(name) ?? { self: 0, total: 0 }
  byName.set(name, entry)
  return entry
}
let ours = 0
const visit = (id: number, path: readonly string[], within: boolean): number => {
  const node = nodes.get(id)
  if (node === undefined) return 0
  const { functionName, url, lineNumber } = node.callFrame
  const isOurs = within || url.startsWith('chrome-extension:')
  const name = `${functionName || '(anonymous)'}:${String(lineNumber + 1)}`
  const self = own.get(id) ?? 0
  if (isOurs) ours += self
  const below = (node.children ?? []).reduce(
    (sum, child) => sum + visit(child, isOurs ? [...path, name] : path, isOurs),
    0,
  )
  if (isOurs) {
    const entry = entryOf(name)
    entry.self += self
    if (!path.includes(name)) entry.total += self + below
  }
  return self + below
}
const root = profile.nodes[0]
if (root !== undefined) visit(root.id, [], false)
const whole = profile.endTime - profile.startTime
const share = (time: number) => `${((time / whole) * 100).toFixed(2)} %`
console.log(`ours: ${share(ours)} of one core`)
console.log('self\ttotal\tfunction')
for (const [name, { self, total }] of [...byName]
  .sort(([, a], [, b]) => b.total - a.total)
  .slice(0, SHOWN))
  console.log(`${share(self)}\t${share(total)}\t${name}`)
