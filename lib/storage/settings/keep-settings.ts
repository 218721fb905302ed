import * as v from 'valibot'
import { inTurn } from '../in-turn'
import { alertsItem, limitsItem, waitingLimitsItem } from '../items'
import type { ValuesOf, VersionedItem } from '../versioned-item'

/** What a page of ours changes, by its name in the message. */
const items = { limits: limitsItem, waiting: waitingLimitsItem, alerts: alertsItem }
type Name = keyof typeof items

/** All that the trader chose with one click. */
export type Choice = ValuesOf<typeof items>

const itemOf = (name: Name) => items[name] as VersionedItem<unknown>

const fits = (name: Name) => (value: unknown) => {
  const item = itemOf(name)
  return item.open(item.seal(value)).state === 'ok'
}

/** Checked like all that comes out of storage: half a set of limits is not the trader's. */
export const choiceSchema = v.object({
  limits: v.exactOptional(v.custom<NonNullable<Choice['limits']>>(fits('limits'))),
  waiting: v.exactOptional(v.custom<NonNullable<Choice['waiting']>>(fits('waiting'))),
  alerts: v.exactOptional(v.custom<NonNullable<Choice['alerts']>>(fits('alerts'))),
})

/** By a page of ours, after it was read there: on its way before this returns. */
export const writeSettings = async (choice: Choice): Promise<void> => {
  await Promise.all(
    Object.entries(choice).map(([name, value]) => itemOf(name as Name).overwrite(value)),
  )
}

const queued = inTurn()
const latest = new Map<string, Choice>()

/**
 * The same by the background, where the page may be gone before it has written: one choice after the other, and only
 * what is not so yet. One that a later choice replaces is not written: the page may have stored the later one already.
 * @throws NewerStorage, or what the browser says if it cannot write
 */
export const keepSettings = (choice: Choice): Promise<void> => {
  for (const name of Object.keys(choice)) latest.set(name, choice)
  return queued(async () => {
    for (const [name, value] of Object.entries(choice)) {
      if (latest.get(name) !== choice) continue
      const item = itemOf(name as Name)
      const known = await item.read()
      const isSame = JSON.stringify(known.value) === JSON.stringify(value)
      if (known.state !== 'ok' || !isSame) await item.write(value)
    }
  })
}
