import type { Choices } from './dimensions.ts'
import { drawChoices } from './draw-choices.ts'
import { type ColumnName, drawColumns } from './page/columns.ts'
import { drawnRows } from './page/pane.ts'
import { randomFrom } from './random.ts'
import { drawWorld } from './world/draw-world.ts'
import type { World } from './world/world.ts'

/** Everything of which a page is a function: to change something here is to change the page. */
export type Scene = {
  seed: number
  choices: Choices
  world: World
  /** The contract that the address names. */
  own: string
  columns: readonly ColumnName[]
  /** Index of the rows that are in the document: a virtualised list has a part of them. */
  drawn: readonly number[]
}

/** `settled` is what is not left to chance. */
export const drawScene = (seed: number, settled: Partial<Choices> = {}): Scene => {
  const random = randomFrom(seed)
  const choices = drawChoices(random.fork('choices'), settled)
  const world = drawWorld(random.fork('world'), choices)
  return {
    seed,
    choices,
    world,
    own: random.fork('own contract').pick(world.positions).contract.symbol,
    columns: drawColumns(choices, random.fork('columns')),
    drawn: drawnRows({ choices, random: random.fork('scroll') }, world.positions.length),
  }
}
