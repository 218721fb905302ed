import { sleep } from './measure-load.ts'
import { openStage, ourExtension } from './stage.ts'

/** What the browser does on the page's main thread, by kind: `node tests/bench/page/trace.ts [positions] [seconds]`. */
const { EXTENSION = ourExtension } = process.env
const [positions = '20', seconds = '5'] = process.argv.slice(2)
type Event = {
  name: string
  ph: string
  pid: number
  tid: number
  dur?: number
  tdur?: number
  ts: number
  args: { name?: string }
}

const traced = async (extension: string | null) => {
  const stage = await openStage({ extension, positions: Number(positions) })
  await sleep(3_000)
  await stage.page.tracing.start({
    categories: ['devtools.timeline', 'toplevel', '__metadata', 'cc', 'blink'],
  })
  await sleep(Number(seconds) * 1_000)
  const buffer = await stage.page.tracing.stop()
  await stage.close()
  const { traceEvents } = JSON.parse(new TextDecoder().decode(buffer)) as { traceEvents: Event[] }
  const mains = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  )
  const busiest =
    mains
      .map(({ pid, tid }) =>
        traceEvents.filter((e) => e.pid === pid && e.tid === tid && e.ph === 'X'),
      )
      .sort((a, b) => b.length - a.length)[0] ?? []
  const sums = new Map<string, { ms: number; count: number }>()
  // Self time: of nested events the inner one counts.
  const stack: { end: number; name: string; self: number }[] = []
  const close = (until: number) => {
    for (let top = stack.at(-1); top !== undefined && top.end <= until; top = stack.at(-1)) {
      const sum = sums.get(top.name) ?? { ms: 0, count: 0 }
      sums.set(top.name, { ms: sum.ms + top.self / 1000, count: sum.count + 1 })
      stack.pop()
    }
  }
  for (const { name, ts, dur = 0 } of [...busiest].sort(
    (a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0),
  )) {
    close(ts)
    const top = stack.at(-1)
    if (top !== undefined) top.self -= dur
    stack.push({ end: ts + dur, name, self: dur })
  }
  close(Infinity)
  return sums
}

const alone = await traced(null)
const ours = await traced(EXTENSION)
const per = (ms: number) => (ms / Number(seconds) / 10).toFixed(2)
const rows = [...new Set([...alone.keys(), ...ours.keys()])].map((name) => {
  const [a, b] = [alone.get(name), ours.get(name)]
  return { name, alone: a?.ms ?? 0, ours: b?.ms ?? 0, an: a?.count ?? 0, on: b?.count ?? 0 }
})
for (const { name, alone: a, ours: b, an, on } of rows
  .sort((x, y) => Math.abs(y.ours - y.alone) - Math.abs(x.ours - x.alone))
  .slice(0, 28))
  console.log(
    `${per(b - a).padStart(7)} %  alone ${per(a).padStart(6)} (${String(an)})  ours ${per(b).padStart(6)} (${String(on)})  ${name}`,
  )
