import { quantile, simulate } from './simulate'
import { realTables, syntheticTables } from './tables'

const positions = Number(process.env['POSITIONS'] ?? 10_000)
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`

for (const [family, tables] of [
  ['synthetic', syntheticTables],
  ['real', realTables()],
] as const) {
  if (tables.length === 0) continue
  for (const [title, options] of [
    ['ratio column', { ratio: true, holds: 'wallet', most: 10_000 }],
    ['ratio column, up to 50,000', { ratio: true, holds: 'wallet', most: 50_000 }],
    ['ratio column, up to 1,000,000', { ratio: true, holds: 'wallet', most: 1_000_000 }],
    ['margin with PnL', { ratio: true, holds: 'wallet-and-pnl', most: 10_000 }],
    ['no ratio column', { ratio: false, holds: 'wallet', most: 10_000 }],
  ] as const) {
    const began = performance.now()
    const t = simulate({ tables, positions, seed: 7, ticks: 30, ...options })
    console.log(
      `\n${family} tables, ${title} (${((performance.now() - began) / positions).toFixed(2)} ms a position)`,
    )
    console.log(
      `  identified ${percent(t.identified, t.positions)}, certain ${percent(t.certain, t.positions)}, wrong ${t.wrong}, true one outside ${t.outside}, contradicted ${t.contradicted}`,
    )
    console.log(
      `  margin column decided ${percent(t.meaningDecided, t.positions)}, wrong ${t.meaningWrong}`,
    )
    for (const [name, s] of [
      ['falling', t.falling],
      ['rising', t.rising],
    ] as const) {
      console.log(
        `  ${name}: outside ${s.outside} of ${s.previews}; width p50 ${(100 * quantile(s.widths, 0.5)).toExponential(1)} % p90 ${(100 * quantile(s.widths, 0.9)).toExponential(1)} % p95 ${(100 * quantile(s.widths, 0.95)).toExponential(1)} % of mark; figure given ${percent(s.figures, s.previews)}, right ${percent(s.figureRight, s.figures)}, unmarked ${s.unmarked}`,
      )
    }
  }
}
