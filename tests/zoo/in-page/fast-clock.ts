/** How much faster time runs for the reader while a story is told: it waits, and we do not. */
const SPEED = 6

const real = {
  setTimeout: globalThis.setTimeout.bind(globalThis),
  setInterval: globalThis.setInterval.bind(globalThis),
  now: Date.now.bind(Date),
  performance: performance.now.bind(performance),
}

/** A frame of a page with sixty of them a second. */
const FRAME_MS = 16

const started = { at: real.now(), since: real.performance() }

const elapsed = (): number => (real.performance() - started.since) * SPEED

/** Makes clocks, timers and frames of this page run faster. */
export const quicken = (): void => {
  const faster = (delay: number | undefined) => (delay ?? 0) / SPEED
  globalThis.setTimeout = ((run: () => void, delay?: number) =>
    real.setTimeout(run, faster(delay))) as typeof setTimeout
  globalThis.setInterval = ((run: () => void, delay?: number) =>
    real.setInterval(run, faster(delay))) as typeof setInterval
  globalThis.requestAnimationFrame = (run) =>
    Number(
      real.setTimeout(() => {
        run(performance.now())
      }, FRAME_MS / SPEED),
    )
  globalThis.cancelAnimationFrame = (frame) => {
    clearTimeout(frame)
  }
  Date.now = () => started.at + elapsed()
  performance.now = elapsed
}

/** In the reader's time. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    real.setTimeout(resolve, milliseconds / SPEED)
  })
