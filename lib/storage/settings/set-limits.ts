import type { Limits } from '@/lib/rules/limits'
import { changeLimits, limitsAt, stillWaiting } from '@/lib/rules/settings'
import { isFlat } from '../is-flat'
import { limitsItem, waitingLimitsItem } from '../items'

/**
 * Sets the limits as the trader has asked to be held to them. Returns whether something has to wait.
 * @throws NewerStorage, or what the browser says if it cannot write
 */
export const setLimits = async (wanted: Limits, now: number): Promise<{ waits: boolean }> => {
  const [stored, { value }, flat] = await Promise.all([
    limitsItem.load(),
    waitingLimitsItem.read(),
    isFlat(),
  ])
  const current = limitsAt(stored.value, value.waiting, now)
  const waiting = stillWaiting(value.waiting, now)
  const held = changeLimits({ current, waiting, wanted, flat, now })
  await Promise.all([
    limitsItem.write(held.limits),
    ...(value.waiting.length === 0 && held.waiting.length === 0
      ? []
      : [waitingLimitsItem.overwrite({ waiting: held.waiting })]),
  ])
  return { waits: held.waiting.length > 0 }
}
