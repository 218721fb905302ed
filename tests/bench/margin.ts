import { Bench } from 'tinybench'
import { Decimal, liquidationDistance } from '@/lib/margin'
import { identifyBracket, narrowBracket, previewMarginChange } from '@/lib/margin/preview'
import { drawPosition, generator, printRow, walkMarks } from '../lib/margin/simulation/positions'
import { syntheticTables } from '../lib/margin/simulation/tables'

/** A whole position: its bracket, what an addition would do, and how far liquidation is. */
const random = generator(3)
const LOOKS = 30
const cases = Array.from({ length: 200 }).flatMap(() => {
  const drawn = drawPosition(random, syntheticTables, 10_000)
  if (drawn === null) return []
  const rows = walkMarks(random, drawn, LOOKS + 1).map((mark) => printRow(drawn, mark))
  const next = rows.pop()
  const { liquidationPrice: liquidation, markPrice: mark } = next ?? {}
  if (next === undefined || !liquidation || !mark) return []
  return [{ drawn, rows, next, liquidation, mark, estimate: identifyBracket(rows) }]
})
const amount = new Decimal(10)
let turn = 0
const nextCase = () => {
  turn = (turn + 1) % cases.length
  const found = cases[turn]
  if (found === undefined) throw new Error('no cases')
  return found
}

/** The same sums in doubles, with the bracket known: what exactness and proof cost. */
const plainly = ({ drawn, liquidation, mark }: (typeof cases)[number]): number => {
  const { side, quantity, entry, wallet, table } = drawn
  const way = side === 'long' ? 1 : -1
  const at = quantity * liquidation.value.toNumber()
  const step = table.find(({ cap }) => at <= cap) ?? table[0]
  if (step === undefined) return NaN
  const balance = wallet + 10 + step.amount - way * quantity * entry
  const after = balance / (quantity * (step.rate - way))
  const markNow = mark.value.toNumber()
  return (way * (markNow - after)) / markNow
}

const bench = new Bench({ time: 1_000 })
const PLAIN = 'plain numbers, the bracket known'

bench
  .add('seen once more: identify, preview, distance', () => {
    const { estimate, next, liquidation, mark } = nextCase()
    previewMarginChange(next, narrowBracket(estimate, next), amount)
    liquidationDistance(next.side, mark.value, liquidation.value)
  })
  .add(`from nothing, after ${String(LOOKS)} looks`, () => {
    const { rows, next, liquidation, mark } = nextCase()
    previewMarginChange(next, identifyBracket(rows), amount)
    liquidationDistance(next.side, mark.value, liquidation.value)
  })
  .add(PLAIN, () => {
    plainly(nextCase())
  })
await bench.run()

const rates = bench.tasks.map(({ name, result }) => ({
  name,
  rate: result.state === 'completed' ? result.throughput.mean : NaN,
}))
const plain = rates.find(({ name }) => name === PLAIN)?.rate ?? NaN
for (const { name, rate } of rates) {
  const evaluations = Math.round(rate).toLocaleString('en').padStart(12)
  console.log(`${name.padEnd(46)}${evaluations} /s   1 : ${(plain / rate).toFixed(0)}`)
}
