import * as v from 'valibot'
import type { Appearance, Limits } from '@/lib/rules'
import { parseLimits } from '@/lib/rules'
import { appearanceItem, limitsItem } from './items'
import { setLimits } from './set-limits'
import { versionedItem } from './versioned-item'

/** What browsers of one trader share: no amount of money, no place on a screen. */
type Shared = { limits: Limits; appearance: Appearance }

const sharedOf = ({ limits, appearance }: Shared): Shared => ({
  limits: { ...limits, capital: null },
  appearance: { ...appearance, size: 'normal', hideAmounts: false },
})

/** Made when asked for: not every browser has this area. */
const sharedItem = () =>
  versionedItem<Shared | null>({
    key: 'sync:settings',
    version: 1,
    fallback: null,
    parse: (value) => {
      const both = v.safeParse(v.object({ limits: v.unknown(), appearance: v.unknown() }), value)
      if (!both.success) return null
      const limits = parseLimits(both.output.limits)
      const appearance = appearanceItem.open({ version: 1, value: both.output.appearance })
      return limits === null || appearance.state !== 'ok'
        ? null
        : { limits, appearance: appearance.value }
    },
  })

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
  parse: (value) => {
    const parsed = v.safeParse(
      v.object({ on: v.boolean(), there: v.nullable(v.string()), here: v.nullable(v.string()) }),
      value,
    )
    return parsed.success ? parsed.output : null
  },
})

type Item = ReturnType<typeof sharedItem>

const adopt = async ({ limits, appearance }: Shared, now: number): Promise<void> => {
  const own = (await limitsItem.read()).value
  // Whether they have waited there nobody here can tell: the other browser may have had no position.
  await setLimits({ ...limits, capital: own.capital }, now)
  const { size, hideAmounts } = (await appearanceItem.read()).value
  await appearanceItem.write({ ...appearance, size, hideAmounts })
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
  const theirs = there.value === null ? null : JSON.stringify(there.value)
  if (there.value !== null && theirs !== known.there) await adopt(there.value, now)
  const ours = await own()
  const here = JSON.stringify(ours)
  // After an adoption what still differs waits here, and is not for the others.
  const isNews = theirs === null || (theirs === known.there && here !== known.here)
  if (isNews) await item.overwrite(ours)
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
  let last: Promise<void> = Promise.resolve()
  const look = () => {
    last = last.then(() => agree(item, now())).catch(onFault)
  }
  for (const each of [item, limitsItem, appearanceItem, sharingItem]) each.watch(look)
  look()
}
