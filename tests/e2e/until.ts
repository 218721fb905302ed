/** Milliseconds that a test waits for what is to come: two browsers may share a slow machine. */
export const PATIENCE = 30_000
const POLL_MS = 100

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

type Answer<T> = T | null | undefined | false

/** Asks until the answer is something, and gives it; `null`: it never was, for so many milliseconds. */
export const within = async <T>(
  patience: number,
  ask: () => Promise<Answer<T>>,
): Promise<T | null> => {
  const end = Date.now() + patience
  for (;;) {
    const answer = await ask()
    if (answer !== null && answer !== undefined && answer !== false) return answer
    if (Date.now() > end) return null
    await pause(POLL_MS)
  }
}

type Options = {
  patience?: number
  /** What was there in its place, for the message. */
  instead?: () => unknown
}

/** The same, but what never comes is a failure that names it. The only loop of the tests that waits. */
export const until = async <T>(
  title: string,
  ask: () => Promise<Answer<T>>,
  { patience = PATIENCE, instead }: Options = {},
): Promise<T> => {
  const answer = await within(patience, ask)
  if (answer !== null) return answer
  const found = await instead?.()
  const said = typeof found === 'string' ? found : JSON.stringify(found, null, 1)
  throw new Error(`never came to: ${title}${found === undefined ? '' : `. It says: ${said}`}`)
}
