import { openWorld } from '../e2e/world.ts'
import { soak } from '../e2e/soak.ts'

/** Eight simulated hours by default: `HOURS=2 SEED=3 npm run soak`; `BROWSER=firefox` in the other browser. */
const hours = Number(process.env['HOURS'] ?? 8)
const seed = Number(process.env['SEED'] ?? 1)
const browser = process.env['BROWSER'] === 'firefox' ? 'firefox' : 'chromium'
const steps = hours * 60

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
  const good = result.wrong.length === 0 && result.missing.length === 0 && result.panels === 1
  process.exitCode = good && thrown.length === 0 ? 0 : 1
} finally {
  await driver.close()
}
