import { askForSelfCheck } from '@/lib/messages'
import type { Appearance } from '@/lib/rules'
import { appearanceItem } from '@/lib/storage'

/** Keys of the browser's own list, where the trader can change them. */
export const commands = ['toggle-panel', 'hide-amounts', 'self-check'] as const
export type Command = (typeof commands)[number]

export const isCommand = (name: string): name is Command => commands.some((each) => each === name)

const changed = (appearance: Appearance, command: Command): Appearance | null => {
  switch (command) {
    case 'toggle-panel':
      return { ...appearance, size: appearance.size === 'pill' ? 'normal' : 'pill' }
    case 'hide-amounts':
      return { ...appearance, hideAmounts: !appearance.hideAmounts }
    case 'self-check':
      return null
  }
}

/** What a key does: every tab follows what is stored; the self-check opens in the tab in front. */
export const runCommand = async (command: Command, tab: number | null): Promise<void> => {
  const { value } = await appearanceItem.read()
  const next = changed(value, command)
  if (next !== null) await appearanceItem.write(next)
  else if (tab !== null) await askForSelfCheck(tab)
}
