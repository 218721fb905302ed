import { type Observation, sameLook } from '@/lib/ledger'
import { lastKnown } from './last-known'
import type { Look } from './observation'

/** Between two looks that differ in prices only. */
const PRICE_SAMPLE_MS = 60_000
/**
 * When a look is repeated: nothing counts before it was seen twice, and cells that contradict each
 * other are believed only after they had time to change.
 */
const SECOND_LOOKS_MS = [250, 6_000]

/**
 * Which looks the ledger is sent: every one that differs in more than prices, with the one before it,
 * so that a position is last seen where it really ended (a market may fall by a percent in a second);
 * its repetitions; and one a minute.
 */
export const lookSchedule = (): ((look: Look) => Observation[]) => {
  let sequence = 0
  let previous: Look | null = null
  let last: { filled: Look; since: number; sentAt: number; repeats: number } | null = null

  const fill = lastKnown()

  const numbered = (look: Look): Observation => ({ ...look, sequence: (sequence += 1) })

  return (look) => {
    const { at } = look
    const before = previous
    previous = look
    const filled = fill(look)
    if (last === null || !sameLook({ ...last.filled, sequence }, { ...filled, sequence })) {
      const unsent = last !== null && before !== null && before.at > last.sentAt
      last = { filled, since: at, sentAt: at, repeats: 0 }
      return unsent ? [numbered(before), numbered(look)] : [numbered(look)]
    }
    const wait = SECOND_LOOKS_MS[last.repeats]
    const isRepeat = wait !== undefined && Math.abs(at - last.since) >= wait
    if (!isRepeat && Math.abs(at - last.sentAt) < PRICE_SAMPLE_MS) return []
    last = { filled, since: last.since, sentAt: at, repeats: last.repeats + (isRepeat ? 1 : 0) }
    return [numbered(look)]
  }
}
