import * as v from 'valibot'
import type { Limits } from '@/lib/rules/limits'
import type { Appearance } from '@/lib/rules/settings'
import { changeAppearance } from '../change-appearance'
import { inTurn } from '../in-turn'
import { appearanceItem, limitsItem } from '../items'
import { setLimits } from './set-limits'
import { accepting, type Envelope, envelopeSchema, versionedItem } from '../versioned-item'

/** What browsers of one trader share: no amount of money, no place on a screen. */
type Shared = { limits: Limits; appearance: Appearance }

const sharedOf = ({ limits, appearance }: Shared): Shared => ({
  limits: { ...limits, capital: null },
  appearance: { ...appearance, size: 'normal', hideAmounts: false },
})

/** Each with the version that it is stored with here: a browser that is older leaves it alone. */
const sealed = ({ limits, appearance }: Shared): Sealed => ({
  limits: limitsItem.seal(limits),
  appearance: appearanceItem.seal(appearance),
})
type Sealed = { limits: Envelope; appearance: Envelope }

const sealedSchema = v.object({ limits: envelopeSchema, appearance: envelopeSchema })

/** Made when asked for: not every browser has this area. */
const sharedItem = () =>
  versionedItem<Sealed | null>({
    key: 'sync:settings',
    version: 2,
    fallback: null,
    parse: accepting(sealedSchema),
    // The first version kept both as they were then, without a version of their own.
    migrations: {
      1: (value) => {
        const { limits, appearance } = value as Record<string, unknown>
        return {
          limits: { version: 1, value: limits },
          appearance: { version: 1, value: appearance },
        }
      },
    },
  })

/** `null`: a browser with a later Margin Brake wrote it, or it is damaged; it is left alone. */
const opened = ({ limits, appearance }: Sealed): Shared | null => {
  const [ofLimits, ofAppearance] = [limitsItem.open(limits), appearanceItem.open(appearance)]
  return ofLimits.state === 'ok' && ofAppearance.state === 'ok'
    ? { limits: ofLimits.value, appearance: ofAppearance.value }
    : null
}

/**
 * Whether settings are shared, and what was agreed last: a side that differs from it is the one that has
 * changed. Owner of `on`: the page of settings; of the rest: the background.
 */
export const sharingItem = versionedItem<{
  on: boolean
  there: string | null
  here: string | null
}>({
  key: 'local:sharing',
  version: 1,
  fallback: { on: false, there: null, here: null },
  parse: accepting(
    v.object({ on: v.boolean(), there: v.nullable(v.string()), here: v.nullable(v.string()) }),
  ),
})

type Item = ReturnType<typeof sharedItem>

/** Looser limits wait here as well: the other browser may have had no position open. */
const adopt = async ({ limits, appearance }: Shared, now: number): Promise<void> => {
  const own = (await limitsItem.read()).value
  await setLimits({ ...limits, capital: own.capital }, now)
  await changeAppearance(({ size, hideAmounts }) => ({ ...appearance, size, hideAmounts }))
}

const own = async (): Promise<Shared> =>
  sharedOf({
    limits: (await limitsItem.read()).value,
    appearance: (await appearanceItem.read()).value,
  })

/** Both sides are the same after it, or agreed to differ where looser limits wait. */
const agree = async (item: Item, now: number): Promise<void> => {
  const { value: known } = await sharingItem.read()
  if (!known.on) return
  const there = await item.read()
  if (there.state === 'newer') return
  const found = there.value === null ? null : opened(there.value)
  // What cannot be read is nobody's to write over.
  if (there.value !== null && found === null) return
  const theirs = found === null ? null : JSON.stringify(found)
  if (found !== null && theirs !== known.there) await adopt(found, now)
  const ours = await own()
  const here = JSON.stringify(ours)
  // After an adoption what still differs waits here, and is not for the others.
  const isNews = theirs === null || (theirs === known.there && here !== known.here)
  if (isNews) await item.overwrite(sealed(ours))
  const next = { on: true, there: isNews ? here : theirs, here }
  if (JSON.stringify(next) !== JSON.stringify(known)) await sharingItem.overwrite(next)
}

/**
 * Keeps limits and appearance the same in the trader's other browsers, by the browser's own sync and while
 * it is switched on. Listens from the first moment, so that a change wakes the background. `onFault`: what
 * the browser says where it could not pass them on.
 */
export const shareSettings = (now: () => number, onFault: (fault: unknown) => void): void => {
  const item = sharedItem()
  const queued = inTurn()
  const look = () => void queued(() => agree(item, now())).catch(onFault)
  for (const each of [item, limitsItem, appearanceItem, sharingItem]) each.watch(look)
  look()
}
