import { Window } from 'happy-dom'
import { type PositionReading, readPage } from '@/lib/page'
import { type Cells, futuresPage, HEADERS } from '../futures-page'
import { type DrawnRow, drawRow, type Figure, figures, type Truth } from './draw-row'
import { mutations } from './mutations'
import { randomFrom } from './random'

export type Tally = {
  /** Rows. */
  fully: number
  partly: number
  notAtAll: number
  /** Each with the page's number: it is drawn again by it. */
  wrong: string[]
}

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
  const truth = truths.find(({ symbol }) => symbol === position.symbol)
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

const isFull = (position: PositionReading): boolean =>
  needed.every((name) => {
    const field = position[name]
    return 'value' in field || field.missing === 'none'
  })

const window = new Window({ url: 'https://www.binance.com/en/futures/BTCUSDT' })

/** Page number `seed` under one kind of mutation. */
export const readMutated = (kind: string, seed: number) => {
  const random = randomFrom(seed)
  const taken = new Set<string>()
  const rows: DrawnRow[] = []
  const holdsPnl = random.chance(0.3)
  for (let count = random.pick([1, 2, 4]); count > 0; count -= 1) {
    const row = drawRow(random, { taken, holdsPnl })
    taken.add(row.truth.symbol)
    rows.push(row)
  }
  const cells: readonly Cells[] = rows.map((row) => row.cells)
  const page = futuresPage({ rows: cells, headers: HEADERS, card: '', window })
  mutations[kind]?.(page, random)
  const reading = readPage(page, 0)
  const truths = rows.map(({ truth }) => truth)
  const positions = reading.status === 'positions' ? reading.positions : []
  const wrong = positions.flatMap((position) => wrongIn(position, truths, kind))
  if (reading.status === 'flat') wrong.push('flat, with positions open')
  const complete = reading.status === 'positions' && reading.complete
  if (complete && positions.length < rows.length) wrong.push('complete, with rows missing')
  return { page, reading, truths, positions, wrong, rows: rows.length }
}

/** As many pages as asked for, the kinds of mutation in turn. */
export const runFuzz = (pages: number, firstSeed = 1): ReadonlyMap<string, Tally> => {
  const kinds = Object.keys(mutations)
  const tallies = new Map<string, Tally>(
    kinds.map((kind) => [kind, { fully: 0, partly: 0, notAtAll: 0, wrong: [] }]),
  )
  for (let page = 0; page < pages; page += 1) {
    const kind = kinds[page % kinds.length] ?? ''
    const tally = tallies.get(kind)
    if (tally === undefined) continue
    const seed = firstSeed + page
    const { positions, wrong, rows } = readMutated(kind, seed)
    const full = positions.filter(isFull).length
    tally.fully += full
    tally.partly += positions.length - full
    tally.notAtAll += Math.max(0, rows - positions.length)
    tally.wrong.push(...wrong.map((what) => `page ${seed}: ${what}`))
  }
  return tallies
}

export const tableOf = (tallies: ReadonlyMap<string, Tally>): string => {
  const share = (part: number, whole: number) =>
    `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(9)
  const lines = [...tallies].map(([kind, { fully, partly, notAtAll, wrong }]) => {
    const rows = fully + partly + notAtAll
    return (
      kind.padEnd(34) +
      String(rows).padStart(7) +
      share(fully, rows) +
      share(partly, rows) +
      share(notAtAll, rows) +
      String(wrong.length).padStart(7)
    )
  })
  const head = `${'kind of mutation'.padEnd(34)}   rows    fully   partly not at all wrong`
  return [head, ...lines].join('\n')
}
