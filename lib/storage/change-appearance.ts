import type { Appearance } from '@/lib/rules/settings'
import { inTurn } from './in-turn'
import { appearanceItem } from './items'
import { NewerStorage } from './versioned-item'

type Change = (appearance: Appearance) => Partial<Appearance>

const queued = inTurn()

/**
 * Changes part of the appearance; for the background alone, which is its owner. One after the other:
 * the panel folds itself while the popup changes the language, and neither undoes the other.
 * @throws NewerStorage, or what the browser says if it cannot write
 */
export const changeAppearance = (change: Change): Promise<void> =>
  queued(async () => {
    const { state, value } = await appearanceItem.load()
    if (state === 'newer') throw new NewerStorage('local:appearance')
    const next = { ...value, ...change(value) }
    if (JSON.stringify(next) !== JSON.stringify(value)) await appearanceItem.overwrite(next)
  })
