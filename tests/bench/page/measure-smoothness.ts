import type { Stage } from './stage.ts'
import { percentile } from './measure-latency.ts'
import { sleep } from './measure-load.ts'

export type Smoothness = {
  /** Tasks of over 50 ms, per minute. */
  longTasks: number
  /** Share of frames that came a frame or more late. */
  droppedFrames: number
  /** Milliseconds from a click on the page to the next frame, worst but one in fifty. */
  interaction: number
}

type Noted = { longTasks: number; frames: number[]; interactions: number[] }

const watch = (): void => {
  const smooth: Noted = { longTasks: 0, frames: [], interactions: [] }
  Object.assign(window, { smooth })
  new PerformanceObserver((list) => {
    smooth.longTasks += list.getEntries().length
  }).observe({ type: 'longtask' })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.name === 'pointerup' || entry.name === 'click')
        smooth.interactions.push(entry.duration)
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  let last = performance.now()
  const frame = (now: number): void => {
    smooth.frames.push(now - last)
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}

const FRAME = 1_000 / 60

/** Clicks twice a second on a tab of the order form while everything moves. */
export const measureSmoothness = async (stage: Stage, seconds: number): Promise<Smoothness> => {
  const { page } = stage
  await page.evaluate(watch)
  const tab = await page.$('[role=tab][data-tab-key]')
  const box = await tab?.boundingBox()
  if (!box) throw new Error('no tab to click')
  const clicks = Math.max(4, Math.floor(seconds * 2))
  for (let click = 0; click < clicks; click += 1) {
    await page.mouse.click(box.x + 4, box.y + 4)
    await sleep(500)
  }
  const { longTasks, frames, interactions } = await page.evaluate(
    () => (window as unknown as { smooth: Noted }).smooth,
  )
  return {
    longTasks: (longTasks / seconds) * 60,
    droppedFrames: frames.filter((length) => length > FRAME * 1.6).length / frames.length,
    interaction: percentile(interactions, 0.98) || 0,
  }
}
