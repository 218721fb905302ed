import { slot, type SlotKey } from './slot'

/** Enough to see what happened; more would take the room of what is whole. */
const MOST_KEPT = 10

/**
 * Keeps what was damaged, in the same area: what a private window kept in memory must not come to the
 * disk. Each in a place of its own; once there are ten, the earlier ones stay.
 */
export const setAside = async (key: SlotKey, stored: unknown): Promise<void> => {
  const [area, name] = key.split(':') as ['local' | 'session' | 'sync', string]
  const prefix = `set-aside:${name}@`
  const taken = (await slot(key).keysInArea()).filter((each) => each.startsWith(prefix))
  let at = Date.now()
  while (taken.includes(`${prefix}${String(at)}`)) at += 1
  if (taken.length < MOST_KEPT) {
    await slot(`${area}:${prefix}${String(at)}`).write({ at, stored })
  }
  console.warn(`Margin Brake: stored ${name} was damaged; it was set aside.`)
}
