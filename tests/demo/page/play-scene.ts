import type { DemoScene } from '../../practice-exchange/demo-scenes.ts'
import type { Step } from '../../practice-exchange/page-fixture/scene-steps.ts'

type Practice = Record<string, (...given: unknown[]) => void>

/** A new beginning, and prices that only the scene moves; the dock moves them by hand. */
const steady = { reset: 'on', path: 'off' }

export const addressOf = ({ path, parameters }: DemoScene): string =>
  `${path}?${new URLSearchParams({ ...steady, ...parameters }).toString()}`

/** Does what the scene says was done there, and lets happen what it says happens then. */
export const playScene = (
  { steps, then }: DemoScene,
  exchange: Window,
  say: (sentence: string) => void,
): void => {
  const { practice } = exchange as unknown as { practice: Practice }
  const take = ([name, ...given]: Step) => practice[name]?.(...given)
  for (const step of steps) take(step)
  const timers = then.map(({ atMs, says, step }) =>
    setTimeout(() => {
      try {
        take(step)
        if (says !== undefined) say(says)
      } catch {
        // A visitor has closed the position: the story is theirs now.
        for (const timer of timers) clearTimeout(timer)
      }
    }, atMs),
  )
}
