import { siteAccess } from '@/lib/own-page'
import { limitsItem } from '@/lib/storage'
import { setLimits } from '@/lib/storage/settings'
import type { Dispatch } from '@/lib/store'
import type { Effect, Happening } from './loop/update'

/** Stores what was chosen, and asks the browser. */
export const effectRunner = (dispatch: Dispatch<Happening>) => {
  const saveLimits = async (wanted: Extract<Effect, { type: 'save-limits' }>['limits']) => {
    const outcome = await setLimits(wanted, Date.now()).catch(() => null)
    const limits = (await limitsItem.read()).value
    dispatch({ type: 'limits-saved', limits, outcome })
  }
  const askForSite = async () => {
    if (await siteAccess.ask()) dispatch({ type: 'site-given' })
  }
  return (effect: Effect): void => {
    switch (effect.type) {
      case 'save-limits':
        void saveLimits(effect.limits)
        return
      case 'ask-for-site':
        void askForSite()
        return
    }
  }
}
