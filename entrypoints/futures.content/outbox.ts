export type OutboxOptions<Item, Answer extends Saved> = {
  /**
   * Sends these, in this order, as one. `since`: the receiver that has what was sent before in memory
   * only; another one says that it has forgotten, and takes nothing. `undefined`: nobody answered.
   */
  send: (
    items: readonly [Item, ...Item[]],
    since: string | null,
  ) => Promise<Answer | { forgotten: true } | undefined>
  /** Whether one more may go as one with these, in the same message. */
  mayJoin: (items: readonly [Item, ...Item[]], next: Item) => boolean
  onAnswer: (answer: Answer) => void
  /** The receiver has them in memory only, and may forget them. */
  isUnsaved: (answer: Answer) => boolean
  /** … because there is no room: there may be by the next call, even if that brings nothing new. */
  isFull: (answer: Answer) => boolean
  /** What does not fit, and never will. */
  isRefusal: (fault: unknown) => boolean
}

/** Which receiver answered. */
type Saved = { life: string }

/** Older than these are of no more use. */
const LONGEST_QUEUE = 200

const isForgotten = (answer: object): answer is { forgotten: true } => 'forgotten' in answer

/**
 * Sends in order, and again until it is acknowledged: the background may be ended at any moment. The
 * receiver takes what it knows already once. What it refuses is dropped and holds nothing else up;
 * what it could not store is sent again once another receiver has taken over, and, where there was no
 * room for it, the last of it with every call that brings nothing new.
 */
export const outbox = <Item, Answer extends Saved>(options: OutboxOptions<Item, Answer>) => {
  const { send, mayJoin, onAnswer, isUnsaved, isFull, isRefusal } = options
  let waiting: Item[] = []
  /** Acknowledged, but not in storage, and who has them. */
  let unsaved: { items: Item[]; life: string | null } = { items: [], life: null }
  let full = false
  let sending = false
  /** One by one, to find the item that is refused. */
  let alone = false

  const taken = (sent: readonly Item[], answer: Answer): void => {
    waiting = waiting.filter((item) => !sent.includes(item))
    const items = isUnsaved(answer)
      ? [...unsaved.items.filter((item) => !sent.includes(item)), ...sent].slice(-LONGEST_QUEUE)
      : []
    unsaved = { items, life: items.length === 0 ? null : answer.life }
    full = isFull(answer)
    onAnswer(answer)
  }

  const refused = (sent: readonly Item[], fault: unknown): void => {
    if (sent.length === 1) {
      console.warn('Margin Brake: something could not be recorded.', fault)
      waiting = waiting.filter((item) => !sent.includes(item))
    }
    alone = sent.length > 1
  }

  /** What comes first, and all that may go with it. */
  const nextOf = ([first, ...others]: readonly Item[]): [Item, ...Item[]] | null => {
    if (first === undefined) return null
    const joined: [Item, ...Item[]] = [first]
    for (const item of others) {
      if (alone || !mayJoin(joined, item)) break
      joined.push(item)
    }
    return joined
  }

  /** Sends what comes first; whether there is any use in going on. */
  const sendNext = async (items: readonly Item[]): Promise<boolean> => {
    const sent = nextOf(items)
    if (sent === null) return false
    try {
      const answer = await send(sent, unsaved.life)
      // A background that ends in mid-answer: the polyfill makes `undefined` of that.
      if (answer === undefined) return false
      if (isForgotten(answer)) {
        waiting = [...unsaved.items, ...waiting].slice(-LONGEST_QUEUE)
        unsaved = { items: [], life: null }
        return true
      }
      taken(sent, answer)
      return true
    } catch (fault) {
      // Nobody there: the background is starting again, and the next call sends what is left.
      if (!isRefusal(fault)) return false
      refused(sent, fault)
      return true
    }
  }

  const drain = async (): Promise<void> => {
    if (sending) return
    sending = true
    if (waiting.length === 0 && full) await sendNext(unsaved.items.slice(-1))
    while (await sendNext(waiting));
    sending = false
    alone = false
  }

  /** Takes what is new, and tries everything that is left. */
  return (items: readonly Item[]): Promise<void> => {
    waiting = [...waiting, ...items].slice(-LONGEST_QUEUE)
    return drain()
  }
}
