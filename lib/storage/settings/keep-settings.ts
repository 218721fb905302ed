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

const chosen = (choice: Choice) =>
  (Object.keys(choice) as Name[]).map((name) => ({
    item: items[name] as VersionedItem<unknown>,
    value: choice[name],
  }))

/** By a page of ours, after it was read there: on its way before this returns. */
export const writeSettings = async (choice: Choice): Promise<void> => {
  await Promise.all(chosen(choice).map(({ item, value }) => item.overwrite(value)))
}

const queued = inTurn()

/**
 * The same by the background, where the page may be gone before it has written: one choice after the other, and only
 * what is not so yet.
 * @throws NewerStorage, or what the browser says if it cannot write
 */
export const keepSettings = (choice: Choice): Promise<void> =>
  queued(async () => {
    for (const { item, value } of chosen(choice)) {
      const known = await item.read()
      const isSame = JSON.stringify(known.value) === JSON.stringify(value)
      if (known.state !== 'ok' || !isSame) await item.write(value)
    }
  })
