import type { Appearance } from '@/lib/rules/settings'

export type ImportOutcome =
  | { state: 'applied'; waits: boolean }
  | { state: 'not-json' | 'not-settings' | 'newer' }
  | { state: 'damaged'; path: string }

/** What the page of settings needs of the world. Each may fail with what the browser says. */
export type SettingsSource = {
  export: () => Promise<void>
  import: (file: File) => Promise<ImportOutcome>
  erase: () => Promise<{ waits: boolean }>
  changeAppearance: (part: Partial<Appearance>) => Promise<void>
  /** `null`: this browser carries nothing between browsers. */
  sharing: {
    /** As the page opens. */
    isOn: boolean
    watch: (onChange: (isOn: boolean) => void) => () => void
    set: (isOn: boolean) => Promise<void>
  } | null
  keys: readonly KeyOfCommand[]
}

/** `shortcut` as the browser writes it; empty: none. */
export type KeyOfCommand = {
  command: 'toggle-panel' | 'hide-amounts' | 'self-check'
  shortcut: string
}
