import type { Protocol } from 'puppeteer-core'
import { sleep } from './measure-load.ts'
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

/**
 * The share of one core that an extension's own scripts take, with what they make the browser do at
 * once: what the page does meanwhile, and how busy the machine is, is not in it.
 */
export const measureOwn = async (stage: Stage, seconds: number): Promise<number> => {
  const profile = await profileFor(stage, seconds)
  const own = ownNodes(profile)
  const time = (profile.samples ?? []).reduce(
    (sum, id, at) => (own.has(id) ? sum + (profile.timeDeltas?.[at] ?? 0) : sum),
    0,
  )
  return time / (profile.endTime - profile.startTime)
}
