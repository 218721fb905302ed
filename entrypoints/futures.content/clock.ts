/** Time is shown in seconds. */
const SECOND_MS = 1_000

/** Calls back when a second has passed since the last start with `runs`, until the signal ends it. */
export const silenceClock = (signal: AbortSignal, onSecond: () => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
  })
  return (runs: boolean): void => {
    clearTimeout(timer)
    if (runs && !signal.aborted) timer = setTimeout(onSecond, SECOND_MS)
  }
}
