import { ALONE, OURS, type Round, type WithOwn } from './measure-round.ts'
import { line, percent, tenths, whole } from './print-table.ts'
import { isTellable, printSpread, spreadOf } from './spread.ts'

type Named<T> = readonly ReadonlyMap<string, T>[]

/** One figure of one variant, in every round. */
const figures = <T>(rounds: Named<T>, name: string, of: (found: T) => number | null): number[] =>
  rounds.flatMap((found) => {
    const value = found.get(name)
    const figure = value === undefined ? null : of(value)
    return figure === null ? [] : [figure]
  })

const shares = (values: readonly number[]): string => printSpread(spreadOf(values), percent, ' %')
const times = (values: readonly number[]): string => printSpread(spreadOf(values), whole, ' ms')

const minus = (values: readonly number[], others: readonly number[]): number[] =>
  values.map((value, at) => value - (others[at] ?? NaN))

const printLoads = (title: string, rounds: Named<WithOwn>): void => {
  console.log(`\n${title}`)
  line(['', 'main thread', 'added', 'script', 'layout', 'own script', 'own ÷ ours'])
  const busy = (name: string) => figures(rounds, name, ({ mainThread }) => mainThread)
  const ours = figures(rounds, OURS, ({ own }) => own)
  for (const name of rounds[0]?.keys() ?? []) {
    const of = (part: keyof WithOwn) => figures(rounds, name, (found) => found[part])
    const own = of('own')
    const ratio = spreadOf(own.map((value, at) => value / (ours[at] ?? NaN)))
    line([
      name,
      shares(busy(name)),
      name === ALONE ? '' : shares(minus(busy(name), busy(ALONE))),
      shares(of('script')),
      shares(of('layout')),
      name === ALONE ? '' : shares(own),
      name === ALONE ? '' : printSpread(ratio, tenths),
    ])
  }
  const alone = busy(ALONE)
  const added = minus(busy(OURS), alone)
  const unrest = spreadOf(alone)
  const points = percent(unrest.most - unrest.least)
  const own = spreadOf(ours)
  const scripts = `Its own script took ${percent(own.least)} to ${percent(own.most)} %`
  const isSteady = own.most - own.least <= own.median
  const moved = `the page alone moved by ${points} points of a core between rounds`
  console.log(
    added.length < 3
      ? 'One round tells nothing of noise: take three.'
      : isTellable(added, alone)
        ? `Tellable: ${moved}, and what Margin Brake adds is clear of it.`
        : `Too noisy to tell: ${moved}, and what Margin Brake adds is not clear of it.`,
  )
  if (added.length >= 3) console.log(isSteady ? `${scripts}.` : `${scripts}: too noisy to tell.`)
}

/** The tables of all rounds: the median, and the least and the most in brackets. */
export const printRounds = (rounds: readonly Round[]): void => {
  for (const positions of rounds[0]?.loads.keys() ?? []) {
    printLoads(
      `Share of one core, ${String(positions)} positions × 5 Hz (added: over the page alone)`,
      rounds.flatMap(({ loads }) => loads.get(positions) ?? []),
    )
  }
  printLoads(
    'No position open, the page as noisy',
    rounds.map(({ flat }) => flat),
  )

  console.log('\nText changed in the table → frame with it in the panel, 20 positions')
  line(['', 'p50', 'p95', 'p99'])
  const latency = (of: 'p50' | 'p95' | 'p99') => times(rounds.map((round) => round.latency[of]))
  line([OURS, latency('p50'), latency('p95'), latency('p99')])

  console.log('\nSmoothness, 20 positions')
  line(['', 'long tasks/min', 'frames dropped', 'click (p98)'])
  const smooth = rounds.map(({ smoothness }) => smoothness)
  for (const name of [ALONE, OURS]) {
    line([
      name,
      printSpread(spreadOf(figures(smooth, name, ({ longTasks }) => longTasks)), tenths),
      shares(figures(smooth, name, ({ droppedFrames }) => droppedFrames)),
      times(figures(smooth, name, ({ interaction }) => interaction)),
    ])
  }

  console.log('\nStart-up, 20 positions')
  line(['', 'page loaded', 'first panel', 'our scripts'])
  const start = rounds.map((round) => round.start)
  for (const name of [ALONE, OURS]) {
    line([
      name,
      times(figures(start, name, ({ loaded }) => loaded)),
      times(figures(start, name, ({ panel }) => panel)),
      times(figures(start, name, ({ script }) => script)),
    ])
  }
}
