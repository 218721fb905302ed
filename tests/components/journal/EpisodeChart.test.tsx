// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { EpisodeChart } from '@/components/journal/EpisodeChart'
import type { Episode } from '@/lib/ledger'
import { history, MINUTE, OPENED, opened } from '../../lib/journal/episodes.ts'

type Scale = { min: number; max: number }
let chart: { scales: { x: Scale } }

/** There is no canvas here: what it was asked to show is enough. */
vi.mock('uplot', () => ({
  default: class {
    static paths = {}
    scales: { x: Scale }
    constructor(_: unknown, [times = []]: number[][]) {
      this.scales = { x: { min: times[0] ?? 0, max: times.at(-1) ?? 0 } }
      // eslint-disable-next-line @typescript-eslint/no-this-alias -- the test looks into it
      chart = this
    }
    setScale(_: string, { min, max }: Scale) {
      this.scales.x = { min, max }
    }
    setSize = () => undefined
    destroy = () => undefined
  },
}))

let root: HTMLElement
beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'))
})

const show = (episode: Episode) =>
  act(() => {
    render(<EpisodeChart episode={episode} theme="dark" />, root)
  })

const sampled = (minutes: number): Episode => ({
  ...history([opened()], { id: 'one' }),
  samples: Array.from({ length: minutes }, (_, at) => [OPENED + at * MINUTE, '1', '1', '1', '1']),
})
const one = sampled(10)
const later = sampled(11)

test('what was zoomed in on stays in sight when the ledger changes; another episode is shown whole', async () => {
  await show(one)
  const { min, max } = chart.scales.x
  const part = { min: min + 1, max: max - 1 }
  chart.scales.x = part
  await show(later)
  expect(chart.scales.x).toEqual(part)
  await show({ ...one, id: 'two' })
  expect(chart.scales.x).toEqual({ min, max })
})

test('shown whole, it grows with what is new', async () => {
  await show(one)
  const { max } = chart.scales.x
  await show(later)
  expect(chart.scales.x.max).toBeGreaterThan(max)
})
