import { openWorld } from '../e2e/world.ts'
import { soak } from '../e2e/soak.ts'

/** Eight simulated hours by default: `HOURS=2 SEED=3 npm run soak`; `BROWSER=firefox` in the other browser. */
const hours = Number(process.env['HOURS'] ?? 8)
const seed = Number(process.env['SEED'] ?? 1)
const browser = process.env['BROWSER'] === 'firefox' ? 'firefox' : 'chromium'
const steps = hours * 60

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

const driver = await openWorld({ browser })
try {
  const result = await soak(driver, {
    steps,
    seed,
    pace: 300,
    onStep: (step, what) => {
      if (step % 30 === 0) console.log(`${String(step).padStart(4)} of ${String(steps)}: ${what}`)
    },
  })
  const thrown = driver.complaints.filter(({ text }) => !text.includes('could not be saved'))
  console.log(JSON.stringify({ ...result, thrown }, null, 2))
  const { wrong, missing, panels, counts } = result
  const half = Math.floor(result.heap.length / 2)
  const growth = median(result.heap.slice(half)) / median(result.heap.slice(0, half))
  console.log(`Memory, later half ÷ earlier half: ${growth.toFixed(2)}`)
  const bad = [...wrong, ...missing, ...counts.tooMany, ...counts.tooFew]
  // Reloads begin anew, so that samples differ by half; what piles up would go on growing.
  const isFlat = Number.isNaN(growth) || growth < 1.25
  process.exitCode = bad.length + thrown.length === 0 && panels === 1 && isFlat ? 0 : 1
} finally {
  await driver.close()
}
