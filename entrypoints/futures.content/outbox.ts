export type OutboxOptions<Item, Answer> = {
  /** Sends these, in this order, as one. */
  send: (items: readonly [Item, ...Item[]]) => Promise<Answer | undefined>
  /** How many may go as one. */
  atOnce: number
  onAnswer: (answer: Answer) => void
  /** The receiver has them in memory only, and may forget them. */
  isUnsaved: (answer: Answer) => boolean
}

/** Older than these are of no more use. */
const LONGEST_QUEUE = 200

/**
 * Sends in order, and again until it is acknowledged: the background may be ended at any moment. The
 * receiver takes what it knows already once.
 */
export const outbox = <Item, Answer>(options: OutboxOptions<Item, Answer>) => {
  const { send, atOnce, onAnswer, isUnsaved } = options
  let waiting: Item[] = []
  /** Acknowledged, but not in storage: a new background has never heard of it. */
  const unsaved: Item[] = []
  let sending = false

  const drain = async (): Promise<void> => {
    if (sending) return
    sending = true
    try {
      for (;;) {
        const [first, ...others] = waiting.slice(0, atOnce)
        if (first === undefined) return
        const sent: [Item, ...Item[]] = [first, ...others]
        const answer = await send(sent)
        // A background that ends in mid-answer: the polyfill makes `undefined` of that.
        if (answer === undefined) return
        waiting = waiting.filter((item) => !sent.includes(item))
        if (isUnsaved(answer)) unsaved.push(...sent)
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
    const again = items.length > 0 && !sending ? unsaved.splice(0) : []
    waiting = [...again, ...waiting, ...items].slice(-LONGEST_QUEUE)
    return drain()
  }
}
