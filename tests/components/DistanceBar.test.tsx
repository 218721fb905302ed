// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { expect, test } from 'vitest'
import { DistanceBar } from '@/components/DistanceBar'
import { defaultLimits, type EpisodeFacts, panelModel, type PositionFacts } from '@/lib/rules'
import { d, episodeOf, longPosition, missing, panelInput } from '../lib/rules/facts'

const show = async (facts: PositionFacts, episode: EpisodeFacts | null = null) => {
  const root = document.createElement('div')
  const [position] = panelModel({
    input: panelInput([facts]),
    episodes: new Map(episode === null ? [] : [[facts.key, episode]]),
    limits: defaultLimits,
    previous: null,
    now: facts.readAt,
  }).positions
  if (position === undefined) throw new Error('no position')
  await act(() => render(<DistanceBar position={position} limits={defaultLimits} />, root))
  return root
}

test('is an image with a sentence, and every shape in it has its word beside it', async () => {
  const root = await show(
    longPosition,
    episodeOf({ earlierLiquidationPrices: [d(55_000), d(52_000)] }),
  )
  const image = root.querySelector('[role="img"]')
  expect(image?.getAttribute('aria-label')).toBe(
    'Liquidation 50,000; Stop-loss 58,000; Mark 60,000; Entry 60,000; 2 earlier liquidation prices',
  )
  expect(root.querySelectorAll('[data-ghost]')).toHaveLength(2)
  expect([...root.querySelectorAll('.key span')].map((name) => name.textContent)).toEqual([
    'Liquidation',
    'Stop-loss',
    'Mark',
    'Entry',
    'Earlier liquidation',
  ])
  const shapes = [...root.querySelectorAll('.key path')].map((path) => path.getAttribute('d'))
  expect(new Set(shapes).size).toBe(5)
})

test('is not there when liquidation is not known', async () => {
  const root = await show({ ...longPosition, liquidationPrice: missing('unparsed') })
  expect(root.childElementCount).toBe(0)
})
