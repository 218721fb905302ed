import type { Choices } from './dimensions.ts'
import { drawChoices } from './draw-choices.ts'
import { type ColumnName, drawColumns, drawReworded } from './page/columns.ts'
import { drawnRows } from './page/pane.ts'
import { randomFrom } from './random.ts'
import type { OpenLeg } from './world/draw-leg.ts'
import { drawGhost, drawWorld } from './world/draw-world.ts'
import type { World } from './world/world.ts'

/** Everything of which a page is a function: to change something here is to change the page. */
export type Scene = {
  seed: number
  choices: Choices
  world: World
  /** The contract that the address names, with its prices; where something is open there, that. */
  own: OpenLeg
  /** Columns whose titles are words that nobody knows. */
  reworded: readonly ColumnName[]
  columns: readonly ColumnName[]
  /** Index of the rows that are in the document: a virtualised list has a part of them. */
  drawn: readonly number[]
}

/** `settled` is what is not left to chance. */
export const drawScene = (seed: number, settled: Partial<Choices> = {}): Scene => {
  const random = randomFrom(seed)
  const choices = drawChoices(random.fork('choices'), settled)
  const world = drawWorld(random.fork('world'), choices)
  const columns = drawColumns(choices, random.fork('columns'))
  // "You have no position" under a filter is no flat account.
  const isElsewhere =
    world.positions.length === 0 ||
    (choices['hide other symbols'] === 'on' && random.fork('elsewhere').chance(0.25))
  return {
    seed,
    choices,
    world,
    own: isElsewhere
      ? drawGhost(random.fork('world').fork('ghost'), choices)
      : random.fork('own contract').pick(world.positions),
    columns,
    reworded: drawReworded(random.fork('reworded'), { choices, columns }),
    drawn: drawnRows({ choices, random: random.fork('scroll') }, world.positions.length),
  }
}
