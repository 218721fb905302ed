import type { Stage } from './stage.ts'
import { sleep } from './measure-load.ts'

export type Memory = {
  /** Kilobytes per simulated minute, by least squares over the later half. */
  slope: number
  /** Growth over the measured time. */
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

const slopeOf = (values: readonly number[]): number => {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const [top, bottom] = values.reduce<[number, number]>(
    ([a, b], value, at) => [a + (at - middle) * (value - mean), b + (at - middle) ** 2],
    [0, 0],
  )
  return top / bottom
}

const SAMPLES = 12

/**
 * Memory while prices move. `speed` is how many simulated seconds of price changes the stage plays in
 * one: changes, not clocks, are what could pile up.
 */
export const measureMemory = async (
  stage: Stage,
  { seconds, speed }: { seconds: number; speed: number },
): Promise<Memory> => {
  const samples: Sample[] = []
  for (let at = 0; at < SAMPLES; at += 1) {
    await sleep((seconds * 1_000) / SAMPLES)
    samples.push(await sample(stage))
  }
  const later = samples.slice(SAMPLES / 2)
  const minutes = (seconds / SAMPLES / 60) * speed
  const [first, last] = [later[0], later.at(-1)]
  return {
    slope: slopeOf(later.map(({ heap }) => heap / 1_024)) / minutes,
    nodes: (last?.nodes ?? NaN) - (first?.nodes ?? NaN),
    listeners: (last?.listeners ?? NaN) - (first?.listeners ?? NaN),
  }
}
