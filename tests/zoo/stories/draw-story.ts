import type { Choices } from '../dimensions.ts'
import { renderScene, type ZooPage } from '../draw-page.ts'
import { randomFrom } from '../random.ts'
import { drawScene } from '../scene.ts'
import { type ChangeName, changeNames, changes } from './changes.ts'

/**
 * How a change comes about: texts and elements are changed where they stand, one after the other in
 * tasks of their own, or everything is made anew.
 */
export type How = 'in place' | 'cell by cell' | 'made anew'

export type Step = { change: ChangeName; how: How; page: ZooPage }

export type Story = { seed: number; choices: Choices; start: ZooPage; steps: readonly Step[] }

const STEPS = 5

/** A page with its positions in front. Number styles are proved by the first page alone. */
const settled = {
  'tab in front': 'positions',
  'number style': '1,234.5',
  'hide other symbols': 'off',
  titles: 'known',
} as const

const counts = ['1', '2–3', '4–8', '9–20'] as const

const howOf = (change: ChangeName, chance: (part: number) => boolean): How => {
  if (change === 'pane replaced') return 'made anew'
  if (change === 'prices move' || change === 'margin added') {
    return chance(0.75) ? 'cell by cell' : 'in place'
  }
  return chance(0.3) ? 'made anew' : 'in place'
}

/** One page, and what happens to it while it is looked at. */
export const drawStory = (seed: number): Story => {
  const random = randomFrom(seed).fork('story')
  let scene = drawScene(seed, { ...settled, positions: random.fork('count').pick(counts) })
  const { choices } = scene
  const start = renderScene(scene)
  const steps: Step[] = []
  for (let tries = 0; steps.length < STEPS && tries < 60; tries += 1) {
    const change = random.pick(changeNames)
    const next = changes[change](scene, random.fork(`change ${tries}`))
    if (next === null) continue
    scene = next
    const how = howOf(change, random.fork(`how ${tries}`).chance)
    steps.push({ change, how, page: renderScene(scene) })
  }
  return { seed, choices, start, steps }
}
