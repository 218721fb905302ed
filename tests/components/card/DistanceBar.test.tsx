// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { expect, test } from 'vitest'
import { DistanceBar } from '@/components/card/DistanceBar'
import type { EpisodeFacts, PositionFacts } from '@/lib/rules/facts'
import { defaultLimits } from '@/lib/rules/limits'
import { panelModel } from '@/lib/rules/panel'
import { d, episodeOf, is, longPosition, missing, panelInput } from '../../lib/rules/facts'

const figures = {
  'mark-price': { value: '59100', text: '59,100' },
  'liquidation-price': { value: '50000', text: '50,000' },
}

const show = async (facts: PositionFacts, episode: EpisodeFacts | null = null, shown = figures) => {
  const root = document.createElement('div')
  const [position] = panelModel({
    input: panelInput([facts]),
    episodes: new Map(episode === null ? [] : [[facts.key, episode]]),
    limits: defaultLimits,
    previous: null,
    now: facts.readAt,
  }).positions
  if (position === undefined) throw new Error('no position')
  await act(() =>
    render(<DistanceBar position={position} limits={defaultLimits} figures={shown} />, root),
  )
  return root
}
const losing = { ...longPosition, markPrice: is(59_100) }

test('is an image with a sentence, and every mark has a shape of its own', async () => {
  const root = await show(losing, episodeOf({ earlierLiquidationPrices: [d(55_000), d(52_000)] }))
  expect(root.querySelector('[role="img"]')?.getAttribute('aria-label')).toBe(
    'Liquidation 50,000; Stop-loss 58,000; Mark 59,100; Entry 60,000; 2 earlier liquidation prices',
  )
  expect(root.querySelectorAll('[data-mark="ghost"]')).toHaveLength(2)
  const shapes = new Map(
    [...root.querySelectorAll('[data-mark]')].map((mark) => [
      mark.getAttribute('data-mark'),
      mark.querySelector('path')?.getAttribute('d'),
    ]),
  )
  expect(shapes.size).toBe(5)
  expect(new Set(shapes.values()).size).toBe(5)
})

test('its prices are written on it: the mark’s over it, the others under it', async () => {
  const root = await show(losing)
  const label = (name: string) => root.querySelector(`[data-label="${name}"]`)?.textContent
  expect(label('mark')).toBe('59,100')
  expect(label('liquidation')).toBe('Liquidation 50,000')
  expect(label('entry')).toBe('Entry 60,000')
  expect(root.querySelector('[data-field="liquidation-price"]')?.textContent).toBe('50,000')
})

test('a mark moves by a share of the bar, which can glide', async () => {
  const place = async (mark: number) => {
    const root = await show({ ...losing, markPrice: is(mark) })
    return root.querySelector<HTMLElement>('[data-mark="mark"]')?.style.transform
  }
  // Liquidation 50,000 on the left, entry 60,000 on the right.
  expect(await place(59_000)).toBe('translateX(90.0%)')
  expect(await place(55_000)).toBe('translateX(50.0%)')
})

test('where liquidation is not known there is no picture, and both prices stand in words', async () => {
  const root = await show({ ...losing, liquidationPrice: missing('unparsed') }, null, {
    ...figures,
    'liquidation-price': { missing: 'unparsed' } as never,
  })
  expect(root.querySelector('[role="img"]')).toBeNull()
  expect(root.querySelector('[data-field="liquidation-price"]')?.textContent).toMatch(/^unknown/)
  expect(root.querySelector('[data-field="mark-price"]')?.textContent).toBe('59,100')
})
