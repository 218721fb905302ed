import * as v from 'valibot'
import { inTurn } from '../in-turn'
import { alertsItem, limitsItem, waitingLimitsItem } from '../items'
import type { VersionedItem } from '../versioned-item'

/** What a page of ours changes, by its name in the message. */
const items = { limits: limitsItem, waiting: waitingLimitsItem, alerts: alertsItem }
type Name = keyof typeof items

/** All that the trader chose with one click. */
export type Choice = {
  [N in Name]?: (typeof items)[N] extends VersionedItem<infer T> ? T : never
}

const fits = (name: Name) => (value: unknown) => {
  const item = items[name] as VersionedItem<unknown>
  return item.open(item.seal(value)).state === 'ok'
}

/** Checked like all that comes out of storage: half a set of limits is not the trader's. */
export const choiceSchema = v.object({
  limits: v.exactOptional(v.custom<NonNullable<Choice['limits']>>(fits('limits'))),
  waiting: v.exactOptional(v.custom<NonNullable<Choice['waiting']>>(fits('waiting'))),
  alerts: v.exactOptional(v.custom<NonNullable<Choice['alerts']>>(fits('alerts'))),
})

const queued = inTurn()

/**
 * Stores what was chosen on a page of ours; for the background alone. Firefox gives up what a popup was about to write
 * when the popup closes with the click: the background stays, and writes one choice after the other.
 * @throws NewerStorage, or what the browser says if it cannot write
 */
export const keepSettings = (choice: Choice): Promise<void> =>
  queued(async () => {
    const names = Object.keys(choice) as Name[]
    await Promise.all(
      names.map((name) => (items[name] as VersionedItem<unknown>).write(choice[name])),
    )
  })
