import { runFuzz } from './run-fuzz'

/** One batch of the long run, in a process of its own: prints its tallies as JSON. */
const { PAGES = '500', SEED = '1' } = process.env
process.stdout.write(JSON.stringify([...runFuzz(Number(PAGES), Number(SEED))]), () => {
  // The test's windows keep timers of their own.
  process.exit(0)
})
