/** `share`: of the time. `leastMs`: however quick the machine is; `longestMs`: however slow. */
export type Pace = { share: number; leastMs: number; longestMs: number }

/** How long to rest after work that took `cost` milliseconds, so that it keeps to its share of the time. */
export const restAfter = (cost: number, { share, leastMs, longestMs }: Pace): number =>
  Math.min(longestMs, Math.max(leastMs, cost / share))
