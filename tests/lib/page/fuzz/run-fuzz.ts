import { Window } from 'happy-dom'
import { type PositionReading, readPage } from '@/lib/page'
import { type Cells, futuresPage, HEADERS } from '../futures-page'
import { asPrinted } from './as-printed'
import { type DrawnRow, drawRow, type Figure, figures, type Truth } from './draw-row'
import { drawWorld, type World } from './draw-world'
import { mutations } from './mutations'
import { randomFrom } from './random'

export type Tally = {
  /** Rows. */
  fully: number
  partly: number
  notAtAll: number
  /** Perturbed, and what is printed then could be another position: nobody can tell. */
  otherStories: number
  /** Each with the page's number: it is drawn again by it. */
  wrong: string[]
}

export const kinds = Object.keys(mutations)

/** What was cut or mislabelled may differ by less than the row's identities can tell. */
const TELLING = 0.01
const exactKinds = new Set(['as it is', 'columns moved', 'rows shuffled', 'decimal commas'])

const isNear = (shown: number, truth: number, kind: string): boolean =>
  exactKinds.has(kind)
    ? Math.abs(shown - truth) <= Math.abs(truth) * 1e-9
    : Math.abs(shown - truth) <= Math.abs(truth) * TELLING + 0.02

const wrongFigures = (position: PositionReading, truth: Truth, kind: string): string[] =>
  figures.flatMap((name) => {
    const field = position[name]
    const real = truth.figures[name]
    if ('missing' in field) {
      return field.missing === 'none' && real !== null ? [`${name} said to be none`] : []
    }
    if (Number.isNaN(real)) return []
    const shown = field.value.toNumber()
    const slack = name === 'wallet' && real !== null ? Math.abs(shown - real) <= 0.03 : false
    if (slack || (real !== null && isNear(shown, real, kind))) return []
    return [`${name} ${shown} instead of ${String(real)}`]
  })

const wrongStop = ({ stopLoss }: PositionReading, truth: Truth): string[] =>
  stopLoss.state === 'absent' && (truth.stopLoss !== null || !truth.noPartialStops)
    ? ['a stop-loss denied']
    : stopLoss.state === 'present' && truth.stopLoss === null
      ? ['a stop-loss invented']
      : []

/** Everything that is wrong in what is shown of one position. */
const wrongIn = (position: PositionReading, truths: readonly Truth[], kind: string): string[] => {
  const known = truths.filter(({ symbol }) => symbol === position.symbol)
  const truth = known.find(({ side }) => side === position.side) ?? known[0]
  if (truth === undefined) {
    return kind === 'hostile symbol' ? [] : [`there is no position in ${position.symbol}`]
  }
  return [
    ...(position.side === truth.side ? [] : [`${position.side} instead of ${truth.side}`]),
    ...(position.marginMode === 'unknown' || position.marginMode === truth.marginMode
      ? []
      : [`${position.marginMode} instead of ${truth.marginMode}`]),
    ...wrongFigures(position, truth, kind),
    ...wrongStop(position, truth),
  ]
}

const needed: readonly Figure[] = [
  'quantity',
  'entryPrice',
  'markPrice',
  'liquidationPrice',
  'margin',
  'unrealizedPnl',
]

/** Everything that matters and that the page prints is shown. */
export const isFull = (position: PositionReading, { unit }: World): boolean =>
  needed.every((name) => {
    const field = position[name]
    const isPrinted = name !== 'quantity' || unit === 'own'
    return !isPrinted || 'value' in field || field.missing === 'none'
  })

const window = new Window({ url: 'https://www.binance.com/en/futures/BTCUSDT' })

const inWorld = ({ cells }: DrawnRow, { titles }: World): Cells =>
  Object.fromEntries(HEADERS.map((header) => [titles[header], cells[header]]))

/** Page number `seed`; its number says what is done to it. */
export const readMutated = (seed: number) => {
  const kind = kinds[seed % kinds.length] ?? ''
  const random = randomFrom(seed)
  const world = drawWorld(random)
  const taken = new Set<string>()
  const rows: DrawnRow[] = []
  for (let count = random.pick([1, 2, world.isInverse ? 2 : 4]); count > 0; count -= 1) {
    const row = drawRow(random, { taken, world })
    taken.add(`${row.coin}:${row.truth.side}`)
    rows.push(row)
  }
  window.happyDOM.setURL(`https://www.binance.com${world.path}`)
  const page = futuresPage({
    rows: rows.map((row) => inWorld(row, world)),
    headers: HEADERS.map((header) => world.titles[header]),
    tabs: world.tabs,
    card: '',
    window,
  })
  // The longest group of tabs: where no word is known it must be told by its shape.
  const tab = page.createElement('div')
  tab.setAttribute('role', 'tab')
  page.querySelector('.bn-tabs')?.append(tab)
  mutations[kind]?.(page, random, world)
  const reading = readPage(page, 0)
  const told = rows.map(({ truth }) => truth)
  const truths =
    kind === 'number perturbed' ? told.map((truth) => asPrinted(page, truth, world)) : told
  const positions = reading.status === 'positions' ? reading.positions : []
  const wrong = positions.flatMap((position) => wrongIn(position, truths, kind))
  if (reading.status === 'flat') wrong.push('flat, with positions open')
  const complete = reading.status === 'positions' && reading.complete
  if (complete && positions.length < rows.length) wrong.push('complete, with rows missing')
  return {
    kind,
    world,
    page,
    reading,
    truths,
    positions,
    wrong,
    rows: rows.length,
    otherStories: truths.filter((truth, index) => truth !== told[index]).length,
  }
}

export const emptyTallies = (): Map<string, Tally> =>
  new Map(
    kinds.map((kind) => [kind, { fully: 0, partly: 0, notAtAll: 0, otherStories: 0, wrong: [] }]),
  )

/** As many pages as asked for, the kinds of mutation in turn. */
export const runFuzz = (pages: number, firstSeed = 1): ReadonlyMap<string, Tally> => {
  const tallies = emptyTallies()
  for (let seed = firstSeed; seed < firstSeed + pages; seed += 1) {
    const { kind, world, positions, wrong, rows, otherStories } = readMutated(seed)
    const tally = tallies.get(kind)
    if (tally === undefined) continue
    const full = positions.filter((position) => isFull(position, world)).length
    tally.fully += full
    tally.partly += positions.length - full
    tally.notAtAll += Math.max(0, rows - positions.length)
    tally.otherStories += otherStories
    tally.wrong.push(...wrong.map((what) => `page ${seed} (${world.language}): ${what}`))
  }
  return tallies
}

export const addTallies = (to: Map<string, Tally>, from: ReadonlyMap<string, Tally>): void => {
  for (const [kind, tally] of from) {
    const sum = to.get(kind)
    if (sum === undefined) continue
    for (const name of ['fully', 'partly', 'notAtAll', 'otherStories'] as const) {
      sum[name] += tally[name]
    }
    sum.wrong.push(...tally.wrong)
  }
}

export const tableOf = (tallies: ReadonlyMap<string, Tally>): string => {
  const share = (part: number, whole: number) =>
    `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(9)
  const lines = [...tallies].map(([kind, { fully, partly, notAtAll, otherStories, wrong }]) => {
    const rows = fully + partly + notAtAll
    return (
      kind.padEnd(34) +
      String(rows).padStart(7) +
      share(fully, rows) +
      share(partly, rows) +
      share(notAtAll, rows) +
      String(otherStories).padStart(14) +
      String(wrong.length).padStart(7)
    )
  })
  const head = `${'kind of mutation'.padEnd(34)}   rows    fully   partly not at all other stories wrong`
  return [head, ...lines].join('\n')
}
