import type { Choices } from '../dimensions.ts'
import { type ColumnName, columnNames } from '../page/columns.ts'
import type { Random } from '../random.ts'
import type { Scene } from '../scene.ts'
import { maintenanceAt, notionalAt, pnlAt } from '../world/arithmetic.ts'
import type { OpenLeg } from '../world/draw-leg.ts'
import { drawOneMore } from '../world/draw-world.ts'
import { resettled } from '../world/world.ts'

/** What happens to a page while it is looked at; `null`: not to this one. */
type Change = (scene: Scene, random: Random) => Scene | null

const choose = (scene: Scene, changed: Partial<Choices>): Scene => ({
  ...scene,
  choices: { ...scene.choices, ...changed },
})

const withLegs = (scene: Scene, legs: readonly OpenLeg[]): Scene => ({
  ...scene,
  world: resettled(scene.world, scene.choices, legs),
})

const otherUnit: Change = (scene, random) => {
  const { 'unit of size': unit, 'size in': form } = scene.choices
  if (form === 'coin over quote') return null
  const others =
    scene.choices.market === 'usdm'
      ? (['coin', 'quote'] as const)
      : (['contracts', 'coin of COIN-M', 'USD of COIN-M'] as const)
  return choose(scene, { 'unit of size': random.pick(others.filter((each) => each !== unit)) })
}

const hideable: readonly ColumnName[] = columnNames.slice(2, 12)

const columnHidden: Change = (scene, random) => {
  const shown = scene.columns.filter((name) => hideable.includes(name))
  if (shown.length < 3) return null
  const gone = random.pick(shown)
  return { ...scene, columns: scene.columns.filter((name) => name !== gone) }
}

const columnShown: Change = (scene, random) => {
  const hidden = hideable.filter((name) => name !== 'roi' && !scene.columns.includes(name))
  if (hidden.length === 0) return null
  const columns = [...scene.columns]
  columns.splice(random.whole(1, columns.length), 0, random.pick(hidden))
  return { ...scene, columns }
}

const columnMoved: Change = (scene, random) => {
  const [symbol, ...columns] = scene.columns
  if (columns.length < 2) return null
  const [taken] = columns.splice(random.whole(0, columns.length - 1), 1)
  columns.splice(random.whole(0, columns.length), 0, taken!)
  return { ...scene, columns: [symbol!, ...columns] }
}

const otherLanguage: Change = (scene, random) => {
  const { language, wording, 'number style': style } = scene.choices
  if (wording !== 'plain' || language === 'unknown' || style !== '1,234.5') return null
  const known = ['en', 'zh-CN', 'ru', 'tr', 'es', 'ko'] as const
  return choose(scene, { language: random.pick(known.filter((each) => each !== language)) })
}

/** Up to three ticks, as between two glances. */
const pricesMove: Change = (scene, random) => {
  const moved = new Map<string, { mark: number; last: number }>()
  const legs = scene.world.positions.map((leg) => {
    const { symbol, priceDigits } = leg.contract
    const tick = 10 ** -priceDigits
    const at = (price: number) =>
      Number(Math.max(price + random.whole(-3, 3) * tick, tick).toFixed(priceDigits))
    const prices = moved.get(symbol) ?? { mark: at(leg.mark), last: at(leg.last) }
    moved.set(symbol, prices)
    return { ...leg, ...prices }
  })
  const isStillOpen = legs.every(
    (leg) =>
      leg.marginMode === 'cross' ||
      leg.wallet + pnlAt(leg, leg.mark) > maintenanceAt(leg, leg.mark) * 1.01,
  )
  return isStillOpen ? withLegs(scene, legs) : null
}

const marginAdded: Change = (scene, random) => {
  const isolated = scene.world.positions.filter(({ marginMode }) => marginMode === 'isolated')
  if (isolated.length === 0) return null
  const one = random.pick(isolated)
  const more = (notionalAt(one, one.mark) / one.leverage) * random.spread(0.05, 1.5)
  return withLegs(
    scene,
    scene.world.positions.map((leg) => (leg === one ? { ...leg, wallet: leg.wallet + more } : leg)),
  )
}

const positionClosed: Change = (scene, random) => {
  const { positions } = scene.world
  // The page goes on to name the contract of one that stays.
  const others = positions.filter(({ contract }) => contract.symbol !== scene.own.contract.symbol)
  if (others.length < 2 || scene.choices.layout === 'virtual') return null
  const gone = random.pick(others)
  const legs = positions.filter((leg) => leg !== gone)
  return { ...withLegs(scene, legs), drawn: legs.map((_, at) => at) }
}

const positionOpened: Change = (scene, random) => {
  const { positions } = scene.world
  if (scene.choices.layout === 'virtual' || scene.choices['asset mode'] !== 'single') return null
  const one = drawOneMore(random, { legs: positions, choices: scene.choices })
  if (one === null || one.marginMode === 'cross') return null
  const legs = [...positions, one]
  return { ...withLegs(scene, legs), drawn: legs.map((_, at) => at) }
}

const rowsScrolled: Change = (scene, random) => {
  const count = scene.world.positions.length
  const inSight = scene.drawn.length
  if (scene.choices.layout !== 'virtual' || inSight === count) return null
  const first = random.whole(0, count - inSight)
  return { ...scene, drawn: Array.from({ length: inSight }, (_, at) => first + at) }
}

const amountsHidden: Change = (scene) =>
  choose(scene, { 'hidden amounts': scene.choices['hidden amounts'] === 'yes' ? 'no' : 'yes' })

const otherBasis: Change = (scene) =>
  choose(scene, { 'PnL by': scene.choices['PnL by'] === 'mark' ? 'last' : 'mark' })

/** The same page, every element of it a new one. */
const paneReplaced: Change = (scene) => ({ ...scene })

export const changes = {
  'unit switched': otherUnit,
  'column hidden': columnHidden,
  'column shown': columnShown,
  'column moved': columnMoved,
  'language changed': otherLanguage,
  'prices move': pricesMove,
  'margin added': marginAdded,
  'position closed': positionClosed,
  'position opened': positionOpened,
  'rows scrolled': rowsScrolled,
  'amounts hidden or shown': amountsHidden,
  'PnL by the other price': otherBasis,
  'pane replaced': paneReplaced,
} satisfies Record<string, Change>

export type ChangeName = keyof typeof changes
export const changeNames = Object.keys(changes) as ChangeName[]
