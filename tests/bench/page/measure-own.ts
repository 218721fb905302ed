import type { Protocol } from 'puppeteer-core'
import { busyCounter, sleep } from './measure-load.ts'
import type { Stage } from './stage.ts'

type Profile = Protocol.Profiler.Profile

/** Which samples lie in scripts of an extension, or in what those call. */
const ownNodes = ({ nodes }: Profile): ReadonlySet<number> => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const own = new Set<number>()
  const visit = (id: number, within: boolean): void => {
    const node = byId.get(id)
    if (node === undefined) return
    const isOwn = within || node.callFrame.url.startsWith('chrome-extension:')
    if (isOwn) own.add(id)
    for (const child of node.children ?? []) visit(child, isOwn)
  }
  const [root] = nodes
  if (root !== undefined) visit(root.id, false)
  return own
}

export const profileFor = async ({ session }: Stage, seconds: number): Promise<Profile> => {
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', { interval: 200 })
  await session.send('Profiler.start')
  await sleep(seconds * 1_000)
  const { profile } = await session.send('Profiler.stop')
  await session.send('Profiler.disable')
  return profile
}

const timeIn = ({ samples = [], timeDeltas = [] }: Profile, nodes: ReadonlySet<number>): number =>
  samples.reduce((sum, id, at) => (nodes.has(id) ? sum + (timeDeltas[at] ?? 0) : sum), 0)

/** What a profile says of a thread that is there all the time, whether the machine lets it run or not. */
export const sharesOf = (profile: Profile): { own: number; busy: number } => {
  const whole = profile.endTime - profile.startTime
  const idle = new Set(
    profile.nodes.flatMap(({ id, callFrame }) => (callFrame.functionName === '(idle)' ? [id] : [])),
  )
  return {
    own: timeIn(profile, ownNodes(profile)) / whole,
    busy: 1 - timeIn(profile, idle) / whole,
  }
}

/**
 * The share of one core that an extension's own scripts take, with what they make the browser do at
 * once: what the page does meanwhile is not in it. The profiler's clock goes on while other programs have the core;
 * the thread's own clock, over the same time, says how much of its busy time it really ran.
 */
export const measureOwn = async (stage: Stage, seconds: number): Promise<number> => {
  const ran = await busyCounter(stage)
  const profile = await profileFor(stage, seconds)
  const { own, busy } = sharesOf(profile)
  return busy === 0 ? 0 : own * Math.min(1, (await ran()) / busy)
}
