/** Milliseconds that a test waits for what is to come: two browsers may share a slow machine. */
export const PATIENCE = 30_000

/** Waits until it holds. Throws with the title, if it never does. */
export const until = async (title: string, holds: () => Promise<boolean>): Promise<void> => {
  const end = Date.now() + PATIENCE
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`never came to: ${title}`)
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
}
