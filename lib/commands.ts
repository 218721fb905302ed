import { askForSelfCheck } from '@/lib/tab-messages'
import type { Appearance } from '@/lib/rules/settings'
import { changeAppearance } from '@/lib/storage'

/** Keys of the browser's own list, where the trader can change them. */
export const commands = ['toggle-panel', 'hide-amounts', 'self-check'] as const
export type Command = (typeof commands)[number]

export const isCommand = (name: string): name is Command => commands.some((each) => each === name)

const changes: Record<
  Exclude<Command, 'self-check'>,
  (appearance: Appearance) => Partial<Appearance>
> = {
  'toggle-panel': ({ size }) => ({ size: size === 'pill' ? 'normal' : 'pill' }),
  'hide-amounts': ({ hideAmounts }) => ({ hideAmounts: !hideAmounts }),
}

/** What a key does: every tab follows what is stored; the self-check opens in the tab in front. */
export const runCommand = async (command: Command, tab: number | null): Promise<void> => {
  if (command !== 'self-check') await changeAppearance(changes[command])
  else if (tab !== null) await askForSelfCheck(tab)
}
