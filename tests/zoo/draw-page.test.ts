import { expect, test } from 'vitest'
import { type Dimension, dimensions } from './dimensions.ts'
import { dimensionNames, drawChoices } from './draw-choices.ts'
import { drawPage } from './draw-page.ts'
import { isPossible } from './judge/stories.ts'
import { grouped } from './look/numerals.ts'
import { randomFrom } from './random.ts'
import { drawScene } from './scene.ts'
import { maintenanceAt, notionalAt, pnlAt } from './world/arithmetic.ts'

const seeds = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1)

test('one seed is one page', () => {
  for (const seed of seeds(20)) expect(drawPage(seed)).toEqual(drawPage(seed))
})

test('every value of every dimension is on at least one page in twenty', () => {
  const drawn = seeds(2_000).map((seed) => drawChoices(randomFrom(seed).fork('choices')))
  const share = (name: Dimension, value: string): number =>
    drawn.filter((choices) => choices[name] === value).length / drawn.length
  const rare = dimensionNames.flatMap((name) =>
    Object.keys(dimensions[name]).flatMap((value) =>
      share(name, value) < 0.05 ? [`${name}: ${value} ${share(name, value)}`] : [],
    ),
  )
  expect(rare).toEqual([])
})

test('at its liquidation price an isolated position is worth its maintenance margin', () => {
  for (const seed of seeds(200)) {
    for (const position of drawScene(seed).world.positions) {
      const { liquidationPrice: price, marginMode, wallet } = position
      if (marginMode === 'cross' || price === null) continue
      const left = wallet + pnlAt(position, price) - maintenanceAt(position, price)
      expect(Math.abs(left)).toBeLessThan(notionalAt(position, price) * 1e-6)
    }
  }
})

test('at a common liquidation price the cross positions of a contract leave nothing of the balance', () => {
  for (const seed of seeds(200)) {
    const { positions, accounts } = drawScene(seed).world
    const cross = positions.filter(({ marginMode }) => marginMode === 'cross')
    const [first] = cross
    const price = first?.liquidationPrice ?? null
    if (first === undefined || price === null || accounts.size > 1) continue
    const [account] = accounts.values()
    const change = cross
      .filter(({ contract }) => contract === first.contract)
      .reduce(
        (sum, leg) =>
          sum +
          (pnlAt(leg, price) - pnlAt(leg, leg.mark)) -
          (maintenanceAt(leg, price) - maintenanceAt(leg, leg.mark)),
        0,
      )
    const surplus = account!.marginBalance - account!.maintenanceMargin
    expect(Math.abs(surplus + change)).toBeLessThan(surplus * 1e-5)
  }
})

test('what is printed of a position could be the position that it is of', () => {
  for (const seed of seeds(400)) {
    for (const truth of drawPage(seed).truth.positions) {
      const clues = { ...truth.printed, size: truth.size }
      const story = { side: truth.side, marginMode: truth.marginMode }
      expect(isPossible(clues, truth, story), `seed ${seed}, ${truth.symbol}`).toBe(true)
    }
  }
})

test('every figure of the truth stands on the page', () => {
  for (const seed of seeds(300)) {
    const { html, truth, choices } = drawPage(seed)
    const text = html.replace(/<style>.*<\/style>/s, '').replace(/<[^>]*>/g, '')
    for (const position of truth.positions) {
      for (const [field, printed] of Object.entries(position.printed)) {
        // A quantity may follow from a size in another unit.
        if (printed.is !== 'figure' || field === 'quantity') continue
        const shown = grouped(printed, choices)
        expect(text.includes(shown), `seed ${seed}, ${field} ${shown}`).toBe(true)
      }
    }
  }
})
