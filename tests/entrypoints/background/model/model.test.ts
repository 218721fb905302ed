import fc from 'fast-check'
import { afterEach, test, vi } from 'vitest'
import { random, type RandomState } from '../../../practice-exchange/engine/index'
import { commands } from './commands'
import { Desk, nothingYet } from './desk'

/** `RUNS=2000` for a long run, `SEED=1` for a certain one. */
const RUNS = Number(process.env['RUNS'] ?? 100)
const seed = process.env['SEED']

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test(
  'two tabs, a background that is ended, storage that is full, a database that is broken: no count is lost, none is invented, nothing waits for ever',
  { timeout: 60_000 + RUNS * 1_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(commands(60), fc.nat(), async (steps, dice) => {
        const state: RandomState = { seed: dice }
        const model = nothingYet()
        const real = new Desk(() => random(state) < 0.5)
        await fc.asyncModelRun(() => ({ model, real }), steps)
        await real.everythingArrives(model)
      }),
      { numRuns: RUNS, ...(seed !== undefined && { seed: Number(seed) }) },
    )
  },
)
