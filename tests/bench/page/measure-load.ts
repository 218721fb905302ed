import type { Stage } from './stage.ts'

/** Shares of one core, 1 = busy all the time. */
export type Load = { mainThread: number; script: number; layout: number }

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Counts the main thread's CPU time from now on; asked, it says the share of the time since. */
export const busyCounter = async ({ session }: Stage): Promise<() => Promise<number>> => {
  const taskTime = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  }
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const [before, startedAt] = [await taskTime(), performance.now()]
  return async () => {
    const [after, endedAt] = [await taskTime(), performance.now()]
    await session.send('Performance.disable')
    return ((after - before) * 1_000) / (endedAt - startedAt)
  }
}

/** CPU time of the page's main thread over a window of time; what else the machine does is not in it. */
export const measureLoad = async ({ session }: Stage, seconds: number): Promise<Load> => {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const metrics = async (): Promise<Record<string, number>> => {
    const { metrics: list } = await session.send('Performance.getMetrics')
    return Object.fromEntries(list.map(({ name, value }) => [name, value]))
  }
  const [before, startedAt] = [await metrics(), performance.now()]
  await sleep(seconds * 1_000)
  const [after, endedAt] = [await metrics(), performance.now()]
  const wall = (endedAt - startedAt) / 1_000
  const share = (...names: string[]) =>
    names.reduce((sum, name) => sum + (after[name] ?? 0) - (before[name] ?? 0), 0) / wall
  await session.send('Performance.disable')
  return {
    mainThread: share('TaskDuration'),
    script: share('ScriptDuration'),
    layout: share('LayoutDuration', 'RecalcStyleDuration'),
  }
}
