export type OutboxOptions<Item, Answer> = {
  send: (item: Item) => Promise<Answer | undefined>
  onAnswer: (answer: Answer) => void
  /** The receiver has it in memory only, and may forget it. */
  isUnsaved: (answer: Answer) => boolean
}

/** Older than these are of no more use. */
const LONGEST_QUEUE = 200

/**
 * Sends in order, and again until it is acknowledged: the background may be ended at any moment. The
 * receiver takes what it knows already once.
 */
export const outbox = <Item, Answer>(options: OutboxOptions<Item, Answer>) => {
  const { send, onAnswer, isUnsaved } = options
  const waiting: Item[] = []
  /** Acknowledged, but not in storage: a new background has never heard of it. */
  const unsaved: Item[] = []
  let sending = false

  const drain = async (): Promise<void> => {
    if (sending) return
    sending = true
    try {
      for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
        const answer = await send(next)
        // A background that ends in mid-answer: the polyfill makes `undefined` of that.
        if (answer === undefined) return
        if (waiting[0] === next) waiting.shift()
        if (isUnsaved(answer)) unsaved.push(next)
        else unsaved.length = 0
        onAnswer(answer)
      }
    } catch {
      // The background is starting again: the next look sends what is left, in order.
    } finally {
      sending = false
    }
  }

  /** Takes what is new, and tries everything that is left. */
  return (items: readonly Item[]): Promise<void> => {
    if (items.length > 0 && !sending) waiting.unshift(...unsaved.splice(0))
    waiting.push(...items)
    waiting.splice(0, waiting.length - LONGEST_QUEUE)
    return drain()
  }
}
