import { sleep } from './measure-load.ts'
import { spreadOf } from './spread.ts'
import type { Stage } from './stage.ts'

export type Memory = {
  /** Megabytes after a collection, at the end of the first quarter and at the very end. */
  early: number
  late: number
  /** Kilobytes per simulated minute, by least squares over all but the first quarter. */
  slope: number
  /** Growth over the same time. */
  nodes: number
  listeners: number
}

type Sample = { heap: number; nodes: number; listeners: number }

const sample = async ({ session }: Stage): Promise<Sample> => {
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('Performance.enable')
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') }
}

/** Least squares, per step. */
export const slopeOf = (values: readonly number[]): number => {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const [top, bottom] = values.reduce<[number, number]>(
    ([a, b], value, at) => [a + (at - middle) * (value - mean), b + (at - middle) ** 2],
    [0, 0],
  )
  return top / bottom
}

/** A clock that runs `speed` times as fast: samples, ages and funding come as they would in that time. */
const fastClock = (speed: number): string => `(() => {
  const { now } = Date
  const began = now()
  Date.now = () => began + (now() - began) * ${String(speed)}
})()`

const SAMPLES = 24

/**
 * Memory while prices move and the clock runs: `speed` simulated seconds in one. The stage must move its prices
 * as much faster; changes and clocks are what could pile up.
 */
export const measureMemory = async (
  stage: Stage,
  { minutes, speed }: { minutes: number; speed: number },
): Promise<Memory> => {
  await stage.inEveryWorld(fastClock(speed))
  const samples: Sample[] = []
  for (let at = 0; at < SAMPLES; at += 1) {
    await sleep((minutes * 60_000) / speed / SAMPLES)
    samples.push(await sample(stage))
  }
  const later = samples.slice(SAMPLES / 4)
  const grown = (name: 'nodes' | 'listeners') =>
    (later.at(-1)?.[name] ?? NaN) - (later[0]?.[name] ?? NaN)
  const megabytes = (part: readonly Sample[]) =>
    spreadOf(part.map(({ heap }) => heap / 1_048_576)).median
  return {
    early: megabytes(later.slice(0, 4)),
    late: megabytes(later.slice(-4)),
    slope: slopeOf(later.map(({ heap }) => heap / 1_024)) / (minutes / SAMPLES),
    nodes: grown('nodes'),
    listeners: grown('listeners'),
  }
}
