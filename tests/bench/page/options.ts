/**
 * How long the bench measures. SECONDS makes each window longer or shorter, ROUNDS repeats all of them in turn,
 * so that what drifts drifts for all alike; POSITIONS=1,20,200 and MEMORY_MINUTES=30 say how much and for how
 * long, in simulated minutes; OVERLAYS=off leaves the other ways of watching out. `--short` only shows that
 * everything runs: its figures mean nothing.
 */
const isShort = process.argv.includes('--short')
const { env } = process

const numbers = (text: string): number[] => text.split(',').map(Number)

export const options = {
  isShort,
  seconds: Number(env['SECONDS'] ?? (isShort ? 1 : 4)),
  rounds: Number(env['ROUNDS'] ?? (isShort ? 1 : 3)),
  positions: numbers(env['POSITIONS'] ?? (isShort ? '2' : '20,200')),
  withOverlays: env['OVERLAYS'] !== 'off',
  memoryMinutes: Number(env['MEMORY_MINUTES'] ?? (isShort ? 0.6 : 30)),
  backgroundSeconds: isShort ? 3 : 60,
  /** After a page has started, before it is measured. */
  settleMs: isShort ? 500 : 3_000,
}
